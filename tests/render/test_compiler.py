from pathlib import Path

import jinja2
import pytest
from jinja2 import Environment, FileSystemLoader

from newsgen.render.environment import make_environment
from tests.support.rendering import no_text
from tests.support.templates import SITE, a_page, make_renderer, write_templates

MASTHEAD = '{% include "masthead.html" %}'
LOOK_UP = "environment.fragments.render('masthead.html', context)"


def compiled(folder: Path, template: str) -> str:
    """The Python code of a template."""
    environment = make_environment(write_templates(folder, {}), {"site": SITE})
    return str(environment.compile(template, raw=True))


@pytest.mark.parametrize("template", [MASTHEAD, '{% block main %}{% include "masthead.html" %}{% endblock %}'])
def test_an_include_of_a_fragment_is_compiled_to_a_look_up(tmp_path: Path, template: str) -> None:
    assert LOOK_UP in compiled(tmp_path, template), (
        f"Jinja {jinja2.__version__} compiles includes in another way than compiler.py expects"
    )


@pytest.mark.parametrize(
    "template",
    [
        '{% include "card.html" %}',
        "{% include name %}",
        '{% include ["masthead.html", "card.html"] %}',
        '{% include "masthead.html" ignore missing %}',
        '{% include "masthead.html" without context %}',
        '{% for name in names %}{% include "masthead.html" %}{% endfor %}',
        '{% with name = 1 %}{% include "masthead.html" %}{% endwith %}',
    ],
)
def test_other_includes_are_compiled_as_jinja_does(tmp_path: Path, template: str) -> None:
    assert LOOK_UP not in compiled(tmp_path, template)


@pytest.mark.parametrize(
    "template",
    [
        MASTHEAD,
        "{% set name = 'set' %}" + MASTHEAD,
        "{% with name = 'local' %}" + MASTHEAD + "{% endwith %}",
        "{% for name in 'ab' %}" + MASTHEAD + "{% endfor %}",
        "{% macro show(name) %}" + MASTHEAD + "{% endmacro %}{{ show('<c>') }}",
        "{% set text %}" + MASTHEAD + "{% endset %}{{ text }}",
        "{% block main %}{% set name = 'block' %}" + MASTHEAD + "{% endblock %}",
        "{% if name %}" + MASTHEAD + "{% endif %}{% filter upper %}" + MASTHEAD + "{% endfilter %}",
    ],
)
def test_a_fragment_shows_what_an_include_of_jinjas_would(tmp_path: Path, template: str) -> None:
    templates = {"page.html": template, "masthead.html": "<b>{{ name }}</b>, "}
    page = make_renderer(tmp_path, templates).render(a_page({"name": "R&D"}), no_text).decode()
    plain = Environment(loader=FileSystemLoader(tmp_path / "templates"), autoescape=True)
    assert page == plain.get_template("page.html").render(name="R&D")


def test_a_value_is_escaped_by_the_function_of_the_environment(tmp_path: Path) -> None:
    assert "environment.escape(" in compiled(tmp_path, "{{ name }}"), (
        f"Jinja {jinja2.__version__} compiles outputs in another way than compiler.py expects"
    )


@pytest.mark.parametrize(
    "template",
    [
        "{{ name }}",
        "{{ name | safe }}{{ name | e }}{{ name | upper }}",
        "{% autoescape false %}{{ name }}{% endautoescape %}",
        "{% set text %}{{ name }}{% endset %}{{ text }}",
        "{% macro show(it) %}{{ it }}{% endmacro %}{{ show(name) }}{{ show(name) ~ name }}",
        "{{ 3 }}{{ none }}{{ [name] }}{{ name == name }}",
    ],
)
def test_a_value_is_written_as_jinja_writes_it(tmp_path: Path, template: str) -> None:
    page = make_renderer(tmp_path, {"page.html": template}).render(a_page({"name": "R&D <'\">"}), no_text).decode()

    plain = Environment(loader=FileSystemLoader(tmp_path / "templates"), autoescape=True)
    assert page == plain.get_template("page.html").render(name="R&D <'\">")
