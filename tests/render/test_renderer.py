import re
from pathlib import Path

import pytest

from newsgen.archive.targets import article_target
from newsgen.errors import NewsgenError
from newsgen.pages.not_found import plan_missing
from newsgen.pages.page import Page
from newsgen.record.article import Card
from newsgen.render.renderer import Renderer
from newsgen.settings.site import Site
from tests.support.records import an_article, make_archive
from tests.support.rendering import no_text, render
from tests.support.templates import SITE, a_page, make_renderer, render_template, write_templates


def parts_of(html: bytes) -> tuple[str, str, str]:
    """A page before, in and after its main element."""
    head, main, foot = re.split("<main[^>]*>|</main>", html.decode())
    return head, main, foot


def failure(root: Path, templates: dict[str, str], template: str = "page.html") -> str:
    with pytest.raises(NewsgenError) as failed:
        make_renderer(root, templates).render(a_page({}, template), no_text)
    return str(failed.value)


def template_error(place: str, message: str) -> str:
    return (
        f"{place}: template error: {message}\n"
        "    It came up in 2024/mill.html, the page of articles/mill.md.\n"
        "    Correct the template, or take it away to use the default one."
    )


def test_a_template_sees_the_view_the_shared_values_and_the_pages_path(tmp_path: Path) -> None:
    template = "{{ headline }} – {{ site.title }}: {{ href }}, {{ root }}style.css\n"
    assert render_template(tmp_path, template, headline="Mühle") == "Mühle – The Quay: 2024/mill.html, ../style.css\n"


def test_a_page_that_the_navigation_leads_to_finds_its_own_link(tmp_path: Path) -> None:
    theme = write_templates(tmp_path, {"page.html": "{{ here }}"})
    renderer = Renderer(theme, {"site": SITE}, ["sections/sea%20wind.html"])
    pages = [a_page({}, file=file) for file in ("sections/sea wind.html", "sections/mill.html")]
    assert [renderer.render(page, no_text) for page in pages] == [b"sections/sea%20wind.html", b""]


def test_a_view_may_give_another_root(tmp_path: Path) -> None:
    assert render_template(tmp_path, "{{ root }}", root="/archive/") == "/archive/"


def test_text_is_escaped_and_html_is_not(tmp_path: Path) -> None:
    template = '<a title="{{ text }}">{{ text }}</a>{{ text | html }}'
    assert render_template(tmp_path, template, text='<b>"&</b>') == (
        '<a title="&lt;b&gt;&#34;&amp;&lt;/b&gt;">&lt;b&gt;&#34;&amp;&lt;/b&gt;</a><b>"&</b>'
    )


def test_xml_holds_no_control_characters(tmp_path: Path) -> None:
    """XML 1.0, production 2 "Char"; in other files they stay."""
    view = {"text": "bell \x07 nul \x00 last \ufffe\uffff tab \t"}
    renderer = make_renderer(tmp_path, {"page.xml": "{{ text }}", "page.txt": "{{ text }}"})
    assert (
        renderer.render(a_page(view, "page.xml"), no_text).decode() == "bell \ufffd nul \ufffd last \ufffd\ufffd tab \t"
    )
    assert renderer.render(a_page(view, "page.txt"), no_text).decode() == view["text"]


def test_a_syntax_error_is_reported_with_its_template_and_line(tmp_path: Path) -> None:
    assert failure(tmp_path, {"page.html": "<p>\n{% if %}\n"}) == template_error(
        "templates/page.html:2", "Expected an expression, got 'end of statement block'"
    )


def test_an_error_names_the_article_in_the_sites_own_folder(tmp_path: Path) -> None:
    renderer = make_renderer(tmp_path, {"page.html": "{{ weather }}"}, Site(articles="texts"))
    with pytest.raises(NewsgenError, match=r"the page of texts/mill\.md\."):
        renderer.render(a_page({}), no_text)


def test_an_unknown_filter_is_reported_with_its_template_and_line(tmp_path: Path) -> None:
    assert failure(tmp_path, {"page.html": "<p>\n\n{{ href | shout }}\n"}) == template_error(
        "templates/page.html:3", "No filter named 'shout'."
    )


def test_a_name_that_the_view_does_not_have_is_reported_with_its_template_and_line(tmp_path: Path) -> None:
    assert failure(tmp_path, {"page.html": "<p>\n{{ weather }}\n"}) == template_error(
        "templates/page.html:2", "'weather' is undefined"
    )


def test_an_attribute_that_a_value_does_not_have_is_reported(tmp_path: Path) -> None:
    assert failure(tmp_path, {"page.html": "{{ site.weather }}"}) == template_error(
        "templates/page.html:1", "'newsgen.settings.site.Site object' has no attribute 'weather'"
    )


def test_a_missing_include_is_reported_where_it_is_included(tmp_path: Path) -> None:
    assert failure(tmp_path, {"page.html": '<p>\n{% include "side.html" %}\n'}) == template_error(
        "templates/page.html:2", f"'side.html' not found in search path: '{tmp_path}/templates'"
    )


def test_a_missing_template_is_reported_by_its_name(tmp_path: Path) -> None:
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
def test_an_error_inside_an_included_template_is_reported_where_it_is(
    tmp_path: Path, inner: str, line: int, message: str
) -> None:
    templates = {"page.html": '<p>\n{% include "side.html" %}\n', "side.html": inner}
    assert failure(tmp_path, templates) == template_error(f"templates/side.html:{line}", message)


def test_an_error_inside_a_macro_of_another_template_is_reported_where_it_is(tmp_path: Path) -> None:
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
def test_a_template_in_a_folder_is_reported_with_its_folder(tmp_path: Path, text: str, message: str) -> None:
    templates = {"page.html": '{% include "parts/side.html" %}', "parts/side.html": text}
    assert failure(tmp_path, templates) == template_error("templates/parts/side.html:1", message)


def test_an_error_in_a_view_is_not_reported_as_a_templates(tmp_path: Path) -> None:
    def fail() -> dict[str, object]:
        raise LookupError("no such card")

    renderer = make_renderer(tmp_path, {"page.html": ""})
    with pytest.raises(LookupError, match="no such card"):
        renderer.render(
            Page("mill.html", "page.html", article_target("mill.md"), lambda: b"", lambda read: fail()), no_text
        )


def test_an_error_outside_all_templates_is_not_reported_as_a_templates(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        render_template(tmp_path, "{{ text }}", text="half a letter: \ud800")


def test_a_users_template_replaces_one_default_template_only(tmp_path: Path) -> None:
    own = """{% extends "base.html" %}
{% block title %}Not in the archive – {{ site.title }}{% endblock %}
{% block main %}
Gone fishing
{% endblock %}
"""
    write_templates(tmp_path, {"404.html": own})
    site = Site(title="The Quay")
    archive = make_archive([an_article()], site)
    (page,) = plan_missing(site)
    head, main, foot = parts_of(render(page, archive, site, root=tmp_path))
    default_head, default_main, default_foot = parts_of(render(page, archive, site))
    assert main.strip() == "Gone fishing"
    assert main != default_main
    assert (head, foot) == (default_head, default_foot)


def test_a_default_template_extends_a_users_own(tmp_path: Path) -> None:
    write_templates(tmp_path, {"base.html": "<main>{% block main %}{% endblock %}</main>"})
    site = Site(title="The Quay")
    archive = make_archive([an_article()], site)
    (page,) = plan_missing(site)
    head, main, foot = parts_of(render(page, archive, site, root=tmp_path))
    assert (head, foot) == ("", "")
    assert main.strip() == parts_of(render(page, archive, site))[1].strip()


def test_a_page_is_the_same_bytes_whenever_it_is_rendered(tmp_path: Path) -> None:
    cards: list[Card] = list(make_archive([an_article(published="2024")], Site()).newest(1))
    template = "{% for card in cards %}{{ card }}{% endfor %}"
    assert render_template(tmp_path, template, cards=cards) == render_template(tmp_path, template, cards=cards)
