from pathlib import Path

import pytest

from newsgen.record.dates import PartialDate
from newsgen.settings.site import Site
from tests.support.rendering import no_text
from tests.support.templates import a_page, make_renderer, render_template

DATES = {"day": PartialDate(2024, 2, 29, "07:15:00Z"), "month": PartialDate(2024, 2), "year": PartialDate(1998)}


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ day | date }}", "29 February 2024"),
        ("{{ month | date }}", "February 2024"),
        ("{{ year | date }}", "1998"),
        ("{{ none | date }}", ""),
        ("{{ day | date('fr') }}", "29 février 2024"),
        ("{{ month | date('ja') }}", "2024年2月"),
        ("{{ day | date('') }}", "29 February 2024"),
        ("{{ day | date('tlh') }}", "February 29, 2024"),
        ("{{ 1234567 | number }}", "1,234,567"),
        ("{{ (3, 14) | anniversary }}", "14 March"),
        ("{{ (2, 29) | anniversary }}", "29 February"),
        ("{{ 3 | month }}, {{ 9 | month('abbreviated') }}", "March, Sept"),
        ("{{ 987 | year }}", "987"),
    ],
)
def test_dates_and_numbers_are_written_at_their_precision_in_the_sites_language(
    tmp_path: Path, template: str, text: str
) -> None:
    assert render_template(tmp_path, template, **DATES, none=None) == text


def test_a_macro_of_another_template_has_the_sites_language_too(tmp_path: Path) -> None:
    templates = {
        "page.html": '{% from "card.html" import show %}{{ show(day) }}',
        "card.html": "{% macro show(day) %}{{ day | date }}, {{ 1234 | number }}, {{ _('Archive') }}{% endmacro %}",
    }
    page = a_page({"day": PartialDate(2024, 2, 29)})
    assert make_renderer(tmp_path, templates).render(page, no_text) == b"29 February 2024, 1,234, Archive"


def test_two_sites_of_one_process_have_each_their_language(tmp_path: Path) -> None:
    """Compiled templates are shared, and a constant must not be written in the first site's language."""
    template = {"page.html": "{{ 1234 | number }}, {{ 3 | month }}"}
    texts = [
        make_renderer(tmp_path, template, Site(language=language)).render(a_page({}), no_text).decode()
        for language in ("en", "de", "en")
    ]
    assert texts == ["1,234, March", "1.234, März", "1,234, March"]


def test_html_is_shown_as_it_is_and_a_file_is_linked_by_its_address(tmp_path: Path) -> None:
    template = "{{ text }} {{ text | html }} {{ 'tide mill.html' | address }}"
    assert render_template(tmp_path, template, text="<b>") == "&lt;b&gt; <b> tide%20mill.html"
