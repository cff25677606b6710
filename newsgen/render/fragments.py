"""Parts that most pages share, the masthead and the colophon: rendered once for each set of values that they show.

A page of a large archive spent a twentieth of its time on them.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator
from jinja2.compiler import Frame as CompilerFrame
from jinja2.meta import find_referenced_templates, find_undeclared_variables
from jinja2.nodes import Const, Include
from jinja2.runtime import Context

_SHARED = frozenset(("masthead.html", "colophon.html"))
# More sets of values than this come from a template of the user's that shows what is each page's own.
_MOST = 200


class FragmentCache:
    """The parts of an environment's templates; `constant` are the names that mean the same on every page."""

    def __init__(self, environment: Environment, constant: Collection[str]) -> None:
        self._environment = environment
        self._constant = constant
        self._shown: dict[str, tuple[str, ...] | None] = {}
        self._rendered: dict[tuple[Any, ...], str] = {}

    def render(self, name: str, context: Context) -> str:
        """A part as it is on the page of this context."""
        if name not in self._shown:
            self._shown[name] = self._find_shown(name)
        shown = self._shown[name]
        if shown is None:
            return self._render(name, context)
        key = (name, *map(context.resolve_or_missing, shown))
        try:
            if key not in self._rendered:
                if len(self._rendered) > _MOST:
                    self._rendered.clear()
                self._rendered[key] = self._render(name, context)
            return self._rendered[key]
        except TypeError:
            # A value that cannot be told from others by its hash, such as a list.
            return self._render(name, context)

    def _render(self, name: str, context: Context) -> str:
        template = self._environment.get_template(name)
        return "".join(template.root_render_func(template.new_context(context.get_all(), shared=True)))

    def _find_shown(self, name: str) -> tuple[str, ...] | None:
        """The names in which pages differ and that a part, or what it includes, may show; None where none can tell."""
        found: set[str] = set()
        waiting, seen = [name], {name}
        while waiting:
            loader = self._environment.loader
            assert loader
            source, _, _ = loader.get_source(self._environment, waiting.pop())
            tree = self._environment.parse(source)
            found |= find_undeclared_variables(tree)
            for part in find_referenced_templates(tree):
                if part is None:
                    return None
                if part not in seen:
                    seen.add(part)
                    waiting.append(part)
        return tuple(sorted(found - set(self._constant)))


class SharingGenerator(CodeGenerator):
    """Compiles templates as Jinja does, but that a shared part is asked of `environment.shared_parts`."""

    def visit_Include(  # noqa: N802 - Jinja calls it by the name of the node
        self, node: Include, frame: CompilerFrame
    ) -> None:
        """Write what an include does. One that sees local variables stays as it is."""
        name = node.template.value if isinstance(node.template, Const) else None
        if name in _SHARED and node.with_context and not node.ignore_missing and not frame.symbols.dump_stores():
            self.simple_write(f"environment.shared_parts.render({name!r}, context)", frame, node)
        else:
            super().visit_Include(node, frame)
