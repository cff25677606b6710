from pathlib import Path

import pytest

from newsgen.render.template_digests import TemplateDigests
from tests.support.templates import write_templates

PARTS = {
    "page.html": '{% extends "base.html" %}{% block main %}{% include "side.html" %}{% endblock %}',
    "base.html": "{% block main %}{% endblock %}",
    "side.html": '{% from "card.html" import show_card %}',
    "card.html": "{% macro show_card() %}{% endmacro %}",
    "other.html": "<p>",
}


def digest_of(root: Path, templates: dict[str, str], template: str = "page.html") -> bytes:
    return TemplateDigests(write_templates(root, templates)).digest(template)


@pytest.mark.parametrize("edited", ["page.html", "base.html", "side.html", "card.html"])
def test_a_templates_digest_changes_with_each_part_of_it(tmp_path: Path, edited: str) -> None:
    before = digest_of(tmp_path, PARTS)
    assert digest_of(tmp_path, PARTS | {edited: PARTS[edited] + "\n"}) != before


def test_a_templates_digest_does_not_change_with_other_templates(tmp_path: Path) -> None:
    before = digest_of(tmp_path, PARTS)
    assert digest_of(tmp_path, PARTS | {"other.html": "<div>", "new.html": ""}) == before


@pytest.mark.parametrize("edited", ["page.html", "other.html"])
def test_a_template_that_names_a_part_by_an_expression_has_all_templates_for_parts(tmp_path: Path, edited: str) -> None:
    templates = {"page.html": "{% include site.title %}", "other.html": "<p>"}
    before = digest_of(tmp_path, templates)
    assert digest_of(tmp_path, templates | {edited: templates[edited] + "\n"}) != before


def test_a_template_that_cannot_be_read_has_a_digest(tmp_path: Path) -> None:
    missing = digest_of(tmp_path, {"other.html": "<p>"})
    assert digest_of(tmp_path, {"other.html": "<div>"}) != missing
    broken = digest_of(tmp_path, {"page.html": "{% if %}"})
    assert digest_of(tmp_path, {"page.html": "{% if 1 %}{% endif %}"}) != broken


def test_adding_a_missing_part_changes_the_digest(tmp_path: Path) -> None:
    before = digest_of(tmp_path, {"page.html": '{% include "side.html" ignore missing %}'})
    assert digest_of(tmp_path, {"side.html": "<p>"}) != before
