import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup, escape

from newsgen.errors import NewsgenError
from newsgen.pages.not_found import plan_missing
from newsgen.pages.page import Page
from newsgen.pages.site_frame import Frame
from newsgen.record.article import Card
from newsgen.record.dates import PartialDate
from newsgen.render.renderer import Renderer, escape_text
from newsgen.settings.site import Site
from newsgen.settings.theme import Theme
from tests.support.records import an_article, make_archive
from tests.support.rendering import render

FRAME = Frame({"site": Site(title="The Quay", language="en-GB")}, b"")
PARTS = {
    "page.html": '{% extends "base.html" %}{% block main %}{% include "side.html" %}{% endblock %}',
    "base.html": "{% block main %}{% endblock %}",
    "side.html": '{% from "card.html" import show_card %}',
    "card.html": "{% macro show_card() %}{% endmacro %}",
    "other.html": "<p>",
}


def renderer_of(root: Path, templates: dict[str, str]) -> Renderer:
    """A renderer of these templates only."""
    write(root, templates)
    return Renderer(Theme((root / "templates",), ()), FRAME)


def write(root: Path, templates: dict[str, str]) -> None:
    for name, text in templates.items():
        file = root / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def a_page(view: Mapping[str, object], template: str = "page.html") -> Page:
    return Page("2024/mill.html", template, "article:mill.md", lambda: b"", lambda: view)


def rendered(folder: Path, template: str, **view: object) -> str:
    return renderer_of(folder, {"page.html": template}).render(a_page(view)).decode()


def test_a_template_that_changed_is_compiled_anew_in_the_same_process(tmp_path: Path) -> None:
    """Compiled templates are kept from one build to the next while a site is served."""
    assert [rendered(tmp_path, text) for text in ("one", "two", "two", "one")] == ["one", "two", "two", "one"]
    assert [rendered(tmp_path / part, part) for part in ("three", "four", "three")] == ["three", "four", "three"]


def parts_of(html: bytes) -> tuple[str, str, str]:
    """What stands before, in and after the main element."""
    head, main, foot = re.split("<main[^>]*>|</main>", html.decode())
    return head, main, foot


def failure(root: Path, templates: dict[str, str], template: str = "page.html") -> str:
    with pytest.raises(NewsgenError) as failed:
        renderer_of(root, templates).render(a_page({}, template))
    return str(failed.value)


def template_error(place: str, message: str) -> str:
    return (
        f"{place}: template error: {message}\n"
        "    It came up in 2024/mill.html, the page of articles/mill.md.\n"
        "    Correct the template, or take it away to use the default one."
    )


def closure_of(root: Path, templates: dict[str, str], template: str = "page.html") -> bytes:
    return renderer_of(root, templates).closure(template)


def test_a_template_sees_the_view_the_frame_and_the_pages_place(tmp_path: Path) -> None:
    template = "{{ headline }} – {{ site.title }}: {{ href }}, {{ root }}style.css\n"
    assert rendered(tmp_path, template, headline="Mühle") == "Mühle – The Quay: 2024/mill.html, ../style.css\n"


def test_a_view_may_give_another_way_to_the_root(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ root }}", root="/archive/") == "/archive/"


def test_text_is_escaped_and_html_is_not(tmp_path: Path) -> None:
    template = '<a title="{{ text }}">{{ text }}</a>{{ text | html }}'
    assert rendered(tmp_path, template, text='<b>"&</b>') == (
        '<a title="&lt;b&gt;&#34;&amp;&lt;/b&gt;">&lt;b&gt;&#34;&amp;&lt;/b&gt;</a><b>"&</b>'
    )


def test_xml_holds_no_control_characters(tmp_path: Path) -> None:
    """XML 1.0, production 2 "Char"; in other files they stay."""
    view = {"text": "bell \x07 nul \x00 last \ufffe\uffff tab \t"}
    renderer = renderer_of(tmp_path, {"page.xml": "{{ text }}", "page.txt": "{{ text }}"})
    assert renderer.render(a_page(view, "page.xml")).decode() == "bell \ufffd nul \ufffd last \ufffd\ufffd tab \t"
    assert renderer.render(a_page(view, "page.txt")).decode() == view["text"]


def test_lines_of_template_tags_leave_no_blank_lines(tmp_path: Path) -> None:
    assert rendered(tmp_path, "<ul>\n  {% for n in (1, 2) %}\n  <li>{{ n }}\n  {% endfor %}\n</ul>\n") == (
        "<ul>\n  <li>1\n  <li>2\n</ul>\n"
    )


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
    ],
)
def test_dates_and_numbers_are_written_at_their_precision_in_the_sites_language(
    tmp_path: Path, template: str, text: str
) -> None:
    days = {"day": PartialDate(2024, 2, 29, "07:15:00Z"), "month": PartialDate(2024, 2), "year": PartialDate(1998)}
    assert rendered(tmp_path, template, **days, none=None) == text


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ (3, 14) | anniversary }}", "14 March"),
        ("{{ (2, 29) | anniversary }}", "29 February"),
        ("{{ 3 | month }}, {{ 9 | month('abbreviated') }}", "March, Sept"),
        ("{{ _('Archive') }}", "Archive"),
        ("{{ _('Sheet %(number)s', number=3) }}", "Sheet 3"),
        ("{{ ngettext('%(number)s article', '%(number)s articles', 1) }}", "1 article"),
        ("{{ ngettext('%(number)s article', '%(number)s articles', 1234) }}", "1,234 articles"),
    ],
)
def test_days_months_and_words_are_in_the_sites_language(tmp_path: Path, template: str, text: str) -> None:
    assert rendered(tmp_path, template) == text


def test_a_macro_of_another_template_has_the_sites_language_too(tmp_path: Path) -> None:
    templates = {
        "page.html": '{% from "card.html" import show %}{{ show(day) }}',
        "card.html": "{% macro show(day) %}{{ day | date }}, {{ 1234 | number }}, {{ _('Archive') }}{% endmacro %}",
    }
    page = a_page({"day": PartialDate(2024, 2, 29)})
    assert renderer_of(tmp_path, templates).render(page) == b"29 February 2024, 1,234, Archive"


def test_a_page_may_ask_for_the_words_of_another_language(tmp_path: Path) -> None:
    template = (
        "{% set own = words_of('de') %}{% with _ = own[0], ngettext = own[1] %}"
        "{{ ngettext('%(number)s', '%(number)s', 1234) }}{% endwith %} {{ ngettext('%(number)s', '%(number)s', 1234) }}"
    )
    assert rendered(tmp_path, template) == "1.234 1,234"


def test_words_with_values_are_escaped_as_all_text_is(tmp_path: Path) -> None:
    assert (
        rendered(tmp_path, "{{ _('Later in %(section)s', section=name) }}", name="<R&D>") == "Later in &lt;R&amp;D&gt;"
    )


def test_a_syntax_error_is_told_with_its_template_and_line(tmp_path: Path) -> None:
    assert failure(tmp_path, {"page.html": "<p>\n{% if %}\n"}) == template_error(
        "templates/page.html:2", "Expected an expression, got 'end of statement block'"
    )


def test_an_unknown_filter_is_told_with_its_template_and_line(tmp_path: Path) -> None:
    assert failure(tmp_path, {"page.html": "<p>\n\n{{ href | shout }}\n"}) == template_error(
        "templates/page.html:3", "No filter named 'shout'."
    )


def test_a_name_that_the_view_does_not_have_is_told_with_its_template_and_line(tmp_path: Path) -> None:
    assert failure(tmp_path, {"page.html": "<p>\n{{ weather }}\n"}) == template_error(
        "templates/page.html:2", "'weather' is undefined"
    )


def test_an_attribute_that_a_value_does_not_have_is_told(tmp_path: Path) -> None:
    assert failure(tmp_path, {"page.html": "{{ site.weather }}"}) == template_error(
        "templates/page.html:1", "'newsgen.settings.site.Site object' has no attribute 'weather'"
    )


def test_a_missing_include_is_told_where_it_is_included(tmp_path: Path) -> None:
    assert failure(tmp_path, {"page.html": '<p>\n{% include "side.html" %}\n'}) == template_error(
        "templates/page.html:2", f"'side.html' not found in search path: '{tmp_path}/templates'"
    )


def test_a_missing_template_is_told_by_its_name(tmp_path: Path) -> None:
    assert failure(tmp_path, {"other.html": ""}) == template_error(
        "templates/page.html", f"'page.html' not found in search path: '{tmp_path}/templates'"
    )


@pytest.mark.parametrize(
    ("inner", "line", "message"),
    [
        ("<p>\n\n{{ weather }}", 3, "'weather' is undefined"),
        ("<p>\n{% endif %}", 2, "Encountered unknown tag 'endif'."),
        ("<p>{{ 1 // 0 }}", 1, "ZeroDivisionError: integer division or modulo by zero"),
        ("\n{{ 7 | address }}", 2, "TypeError: expected str, bytes or os.PathLike object, not int"),
    ],
)
def test_an_error_inside_an_included_template_is_told_where_it_is(
    tmp_path: Path, inner: str, line: int, message: str
) -> None:
    templates = {"page.html": '<p>\n{% include "side.html" %}\n', "side.html": inner}
    assert failure(tmp_path, templates) == template_error(f"templates/side.html:{line}", message)


def test_an_error_inside_a_macro_of_another_template_is_told_where_it_is(tmp_path: Path) -> None:
    templates = {
        "page.html": '{% from "card.html" import card %}\n\n{{ card(href) }}\n',
        "card.html": "{% macro card(name) %}\n<p>\n{{ name + 1 }}\n{% endmacro %}\n",
    }
    assert failure(tmp_path, templates) == template_error(
        "templates/card.html:3", 'TypeError: can only concatenate str (not "int") to str'
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ weather }}", "'weather' is undefined"),
        ("{% if %}", "Expected an expression, got 'end of statement block'"),
        ("{{ 1 // 0 }}", "ZeroDivisionError: integer division or modulo by zero"),
    ],
)
def test_a_template_in_a_folder_is_told_with_its_folder(tmp_path: Path, text: str, message: str) -> None:
    templates = {"page.html": '{% include "parts/side.html" %}', "parts/side.html": text}
    assert failure(tmp_path, templates) == template_error("templates/parts/side.html:1", message)


def test_a_page_that_fails_in_the_view_is_no_fault_of_a_template(tmp_path: Path) -> None:
    def fail() -> dict[str, object]:
        raise LookupError("no such card")

    renderer = renderer_of(tmp_path, {"page.html": ""})
    with pytest.raises(LookupError, match="no such card"):
        renderer.render(Page("mill.html", "page.html", "article:mill.md", lambda: b"", fail))


def test_an_error_outside_of_every_template_is_not_blamed_on_one(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        rendered(tmp_path, "{{ text }}", text="half a letter: \ud800")


def test_a_users_template_takes_the_place_of_one_default_template_only(tmp_path: Path) -> None:
    own = """{% extends "base.html" %}
{% block title %}Not in the archive – {{ site.title }}{% endblock %}
{% block main %}
Gone fishing
{% endblock %}
"""
    write(tmp_path, {"404.html": own})
    site = Site(title="The Quay")
    archive = make_archive([an_article()], site)
    (page,) = plan_missing(site)
    head, main, foot = parts_of(render(page, archive, site, tmp_path))
    default_head, default_main, default_foot = parts_of(render(page, archive, site))
    assert main.strip() == "Gone fishing"
    assert main != default_main
    assert (head, foot) == (default_head, default_foot)


def test_a_default_template_builds_on_a_users_own(tmp_path: Path) -> None:
    write(tmp_path, {"base.html": "<main>{% block main %}{% endblock %}</main>"})
    site = Site(title="The Quay")
    archive = make_archive([an_article()], site)
    (page,) = plan_missing(site)
    head, main, foot = parts_of(render(page, archive, site, tmp_path))
    assert (head, foot) == ("", "")
    assert main.strip() == parts_of(render(page, archive, site))[1].strip()


def test_a_page_is_the_same_bytes_whenever_it_is_rendered(tmp_path: Path) -> None:
    cards: list[Card] = list(make_archive([an_article(published="2024")], Site()).newest(1))
    template = "{% for card in cards %}{{ card }}{% endfor %}"
    assert rendered(tmp_path, template, cards=cards) == rendered(tmp_path, template, cards=cards)


@pytest.mark.parametrize("edited", ["page.html", "base.html", "side.html", "card.html"])
def test_a_templates_closure_changes_with_each_part_of_it(tmp_path: Path, edited: str) -> None:
    before = closure_of(tmp_path, PARTS)
    assert closure_of(tmp_path, PARTS | {edited: PARTS[edited] + "\n"}) != before


def test_a_templates_closure_does_not_change_with_other_templates(tmp_path: Path) -> None:
    before = closure_of(tmp_path, PARTS)
    assert closure_of(tmp_path, PARTS | {"other.html": "<div>", "new.html": ""}) == before


@pytest.mark.parametrize("edited", ["page.html", "other.html"])
def test_a_template_that_names_a_part_by_an_expression_has_all_of_them_for_parts(tmp_path: Path, edited: str) -> None:
    templates = {"page.html": "{% include site.title %}", "other.html": "<p>"}
    before = closure_of(tmp_path, templates)
    assert closure_of(tmp_path, templates | {edited: templates[edited] + "\n"}) != before


def test_a_template_that_cannot_be_read_has_a_closure_all_the_same(tmp_path: Path) -> None:
    missing = closure_of(tmp_path, {"other.html": "<p>"})
    assert closure_of(tmp_path, {"other.html": "<div>"}) != missing
    broken = closure_of(tmp_path, {"page.html": "{% if %}"})
    assert closure_of(tmp_path, {"page.html": "{% if 1 %}{% endif %}"}) != broken


def test_a_part_that_is_missing_changes_the_closure_when_it_is_there(tmp_path: Path) -> None:
    before = closure_of(tmp_path, {"page.html": '{% include "side.html" ignore missing %}'})
    assert closure_of(tmp_path, {"side.html": "<p>"}) != before


@given(st.one_of(st.text(), st.text(alphabet="<>&'\"ab"), st.integers(), st.none(), st.text().map(Markup)))
def test_text_is_escaped_as_jinja_does(value: object) -> None:
    assert str(escape_text(value)) == str(escape(value))


@pytest.mark.parametrize(
    "template",
    [
        "{{ text }}",
        "{% macro show(x) %}<b>{{ x }}</b>{% endmacro %}{{ show(text) }}",
        "{% set x %}{{ text }}{% endset %}{{ x }}",
    ],
)
@given(text=st.text(alphabet="<>&'\"ab", max_size=8))
def test_templates_show_text_as_jinja_does(tmp_path_factory: pytest.TempPathFactory, template: str, text: str) -> None:
    renderer = renderer_of(tmp_path_factory.mktemp("templates"), {"page.html": template})
    page = Page("a.html", "page.html", "front:", bytes, lambda: {"text": text})
    plain = Environment(autoescape=True).from_string(template)
    assert renderer.render(page).decode() == plain.render(text=text)
