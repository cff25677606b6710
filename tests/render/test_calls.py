"""Tests of `render/calls.py`: templates get from what they call what Jinja would give them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, pass_context, pass_environment, pass_eval_context
from jinja2.nodes import EvalContext
from jinja2.runtime import Context

from newsgen.render.calls import CallContext
from newsgen.render.environment import make_environment
from tests.support.rendering import no_text
from tests.support.templates import SITE, a_page, make_renderer, write_templates


@pass_context
def name_of_page(context: Context, ending: str) -> str:
    return f"{context['name']}{ending}"


@pass_eval_context
def is_escaping(evaluation: EvalContext) -> bool:
    return evaluation.autoescape


@pass_environment
def does_escape(environment: Environment) -> bool:
    return bool(environment.autoescape)


def end_early() -> str:
    raise StopIteration


class Words:
    """Functions of every kind that a template may be given."""

    def join(self, *words: str, **named: str) -> str:
        return " ".join((*words, *(f"{name}={word}" for name, word in named.items())))

    @pass_context
    def name(self, context: Context) -> str:
        return str(context["name"])

    def __call__(self, word: str) -> str:
        return word.upper()


class ContextWords:
    @pass_context
    def __call__(self, context: Context) -> str:
        return str(context["name"])


VALUES: dict[str, Any] = {
    "name": "R&D",
    "name_of_page": name_of_page,
    "is_escaping": is_escaping,
    "does_escape": does_escape,
    "words": Words(),
    "context_words": ContextWords(),
    "rows": {"a": 1},
}


@pytest.mark.parametrize(
    "template",
    [
        "{{ name_of_page('!') }}{{ is_escaping() }}{{ does_escape() }}",
        "{{ words.join('a', b='<c>') }}{{ words.name() }}{{ words('d') }}{{ context_words() }}",
        "{{ rows.get('a') }}{{ rows.items() | list }}{{ name.lower() }}{{ range(3) | list }}{{ dict(a=1) }}",
        "{% macro show(a, b='<b>') %}{{ a }}{{ b }}{{ name }}{% endmacro %}{{ show('<a>') }}{{ show('', b=3) }}",
        "{% macro show() %}<{{ caller(name) }}>{% endmacro %}{% call(it) show() %}{{ it }}{% endcall %}",
        "{% macro show() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ show(1, two=2) }}",
        "{% macro show() %}{{ name }}{% endmacro %}{% autoescape false %}{{ show() ~ '<' }}{% endautoescape %}",
        "{% for name in 'ab' %}{{ name_of_page('!') }}{{ words.join(name) }}{{ loop.cycle('x', 'y') }}{% endfor %}",
        "{% block main %}{% set name = 'block' %}{{ name_of_page('?') }}{{ words.name() }}{% endblock %}",
    ],
)
def test_what_is_called_gets_what_jinja_would_give_it(tmp_path: Path, template: str) -> None:
    page = make_renderer(tmp_path, {"page.html": template}).render(a_page(VALUES), no_text).decode()

    plain = Environment(loader=FileSystemLoader(tmp_path / "templates"), autoescape=True)
    assert page == plain.get_template("page.html").render(VALUES)


@pytest.mark.parametrize("called", [end_early, iter(()).__next__])
def test_what_ends_early_gives_an_undefined_value(tmp_path: Path, called: Callable[[], object]) -> None:
    environment = make_environment(write_templates(tmp_path, {"page.html": ""}), {"site": SITE})
    context = environment.get_template("page.html").new_context()

    assert type(context) is CallContext
    assert type(context.call(called)) is environment.undefined
