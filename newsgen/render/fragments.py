"""Fragments that most pages share, the masthead and the colophon: rendered once for each set of values they show."""

from __future__ import annotations

from collections.abc import Collection, Set
from typing import Any, NamedTuple

from jinja2 import Environment
from jinja2.meta import find_referenced_templates, find_undeclared_variables
from jinja2.runtime import Context

# More sets of values come only from a site's own template that shows what differs from page to page.
_MAX_RENDERED = 200


class _Names(NamedTuple):
    """The variables that a template's text shows, and the templates that it names (None: by an expression)."""

    variables: Set[str]
    templates: tuple[str | None, ...]


# By the text of a template. Parsing it takes a fifth of the time of a small build after the first one.
_names: dict[str, _Names] = {}


class FragmentCache:
    """The rendered fragments of an environment; `constant` are the variables with the same value on every page."""

    def __init__(self, environment: Environment, constant: Collection[str]) -> None:
        self._environment = environment
        self._constant = constant
        self._variables: dict[str, tuple[str, ...] | None] = {}
        self._rendered: dict[tuple[Any, ...], str] = {}

    def render(self, name: str, context: Context) -> str:
        """The template of this name, as it is included on the page of this context."""
        if name not in self._variables:
            self._variables[name] = self._find_variables(name)
        variables = self._variables[name]
        if variables is None:
            return self._render(name, context)
        key = (name, *map(context.resolve_or_missing, variables))
        try:
            if key not in self._rendered:
                if len(self._rendered) > _MAX_RENDERED:
                    self._rendered.clear()
                self._rendered[key] = self._render(name, context)
            return self._rendered[key]
        except TypeError:
            # A value that has no hash, such as a list.
            return self._render(name, context)

    def _render(self, name: str, context: Context) -> str:
        template = self._environment.get_template(name)
        return "".join(template.root_render_func(template.new_context(context.get_all(), shared=True)))

    def _find_variables(self, name: str) -> tuple[str, ...] | None:
        """The variables that a template and its includes show, without the constant ones.

        None if the name of an include is computed.
        """
        found: set[str] = set()
        waiting, seen = [name], {name}
        while waiting:
            loader = self._environment.loader
            assert loader
            source, _, _ = loader.get_source(self._environment, waiting.pop())
            names = _names.get(source) or _find_names(source, self._environment)
            found |= names.variables
            for part in names.templates:
                if part is None:
                    return None
                if part not in seen:
                    seen.add(part)
                    waiting.append(part)
        return tuple(sorted(found - set(self._constant)))


def _find_names(source: str, environment: Environment) -> _Names:
    tree = environment.parse(source)
    names = _Names(find_undeclared_variables(tree), tuple(find_referenced_templates(tree)))
    if len(_names) > _MAX_RENDERED:
        _names.clear()
    _names[source] = names
    return names
