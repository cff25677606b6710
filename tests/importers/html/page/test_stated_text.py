"""A page that shows no text has the one that it holds as data for scripts."""

import json
import time
from html import escape
from typing import Any
from urllib.parse import quote

import pytest

from newsgen.importers.html.page.read import read_page
from newsgen.importers.html.page.stated_text import stated_text
from newsgen.text.html_markdown.convert import convert_html
from tests.importers.html.page.pages import HEADLINE, PARAGRAPHS, write_json_ld, write_page

HTML = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
EMPTY = '<html><head><title>Sorrel</title>{}</head><body><div id="__next"></div>{}</body></html>'


def write_data(value: object) -> str:
    """The element of a page's data for its script."""
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(value)}</script>'


def body_of(page: str) -> list[str]:
    """The paragraphs of a page's body."""
    return convert_html(read_page(page).body_html).markdown.strip().split("\n\n")


@pytest.mark.parametrize(
    "article",
    [
        {"title": HEADLINE, "body": HTML, "publishedAt": "2024-03-05", "author": {"name": "Ada Quill"}},
        {"headline": HEADLINE, "content": [*PARAGRAPHS], "date_published": "2024-03-05", "authors": ["Ada Quill"]},
        {
            "headline": HEADLINE,
            "story_blocks": [{"type": "p", "text": text} for text in PARAGRAPHS],
            "firstPublished": "2024-03-05",
            "byline": "By Ada Quill",
        },
    ],
    ids="html paragraphs nodes".split(),
)
def test_the_text_and_what_stands_beside_it_is_found_in_the_data(article: dict[str, Any]) -> None:
    menu = [{"title": "News", "content": "Harbour"}] * 3
    page = EMPTY.format("", write_data({"props": {"menu": menu, "pageProps": {"article": article}}}))
    reading = read_page(page)
    assert (reading.headline, reading.byline, str(reading.published)) == (HEADLINE, ("Ada Quill",), "2024-03-05")
    assert body_of(page) == [*PARAGRAPHS]
    assert reading.declared.body == ""


ARTICLE = {"title": HEADLINE, "body": HTML, "publishedAt": "2024-03-05", "author": {"name": "Ada Quill"}}
STATE = json.dumps({"menu": [1, 2], "article": ARTICLE})
APOLLO = {
    "ROOT_QUERY": {'article({"id":7})': {"__ref": "Article:7"}},
    "Article:7": {
        "headline": HEADLINE,
        "content": {"__ref": "Text:1"},
        "published_at": "2024-03-05",
        "authors": [{"type": "id", "id": "Author:1", "generated": False}],
    },
    "Author:1": {"name": "Ada Quill", "articles": [{"__ref": "Article:7"}]},
    "Text:1": {"html": HTML},
}
NUXT_3 = [
    ["ShallowReactive", 1],
    {"data": 2},
    {"article": 3},
    {"title": 4, "body": 5, "publishedAt": 6, "author": 7},
    *(HEADLINE, HTML, "2024-03-05", {"name": 8}, "Ada Quill"),
]
RICH = {
    "title": HEADLINE,
    "publishedAt": "2024-03-05",
    "author": "Ada Quill",
    "body": {
        "nodeType": "document",
        "content": [
            {"nodeType": "paragraph", "content": [{"value": text[:30]}, {"content": [{"value": text[30:]}]}]}
            for text in PARAGRAPHS
        ],
    },
}
ARC = {
    "headlines": {"basic": HEADLINE},
    "content_elements": [{"type": "text", "content": text} for text in PARAGRAPHS],
    "display_date": "2024-03-05",
    "credits": {"by": [{"name": "Ada Quill"}]},
}
STREAM = f'1:"$Sreact"\n2:T{len(HTML.encode()):x},{HTML}3:{json.dumps({**ARTICLE, "body": "$2"})}\n'


@pytest.mark.parametrize(
    "script",
    [
        f"window.__INITIAL_STATE__ = {STATE};(function(){{var s;(s=document.currentScript).remove()}}());",
        f"window.__PRELOADED_STATE__ = JSON.parse({json.dumps(STATE)});",
        f'window.__DATA__ = JSON.parse(decodeURIComponent("{quote(STATE)}"));',
        f"window.__APOLLO_STATE__={json.dumps(APOLLO)}",
        f"/* state */ window.__NUXT__=(function(a,b){{return {{layout:'default',error:void 0,"
        f"data:[{{title:{json.dumps(HEADLINE)},body:{json.dumps(HTML)},author:{{name:a}},published_at:b,free:!0}}]}}}}"
        '("Ada Quill","2024-03-05"));',
        json.dumps(NUXT_3),
        f"self.__next_f.push([1,{json.dumps(STREAM[:700])}])</script><script>"
        f"self.__next_f.push([1,{json.dumps(STREAM[700:])}])",
        f"Fusion.globalContent={json.dumps(ARC)};Fusion.deployment=7",
        f"window.state={json.dumps({'article': RICH})}",
    ],
    ids="assigned parsed encoded apollo nuxt-2 nuxt-3 next arc rich".split(),
)
def test_what_scripts_assign_as_data_is_read_without_running_them(script: str) -> None:
    kind = ' type="application/json"' if script.startswith("[") else ""
    reading = read_page(EMPTY.format("", f"<script{kind}>{script}</script>"))
    assert (reading.headline, reading.byline, str(reading.published)) == (HEADLINE, ("Ada Quill",), "2024-03-05")
    assert convert_html(reading.body_html).markdown.strip().split("\n\n") == [*PARAGRAPHS]


def test_the_data_in_an_attribute_of_an_app_is_read() -> None:
    app = f'<div id="app" data-page="{escape(STATE)}"></div>'
    assert body_of(EMPTY.format("", app)) == [*PARAGRAPHS]


@pytest.mark.parametrize(
    "source",
    [
        "={" * 200_000,
        "=[" * 200_000,
        "='" + "\\" * 400_001,
        "=[" + "/*" * 200_000,
        "={a:" * 150 + "1" + "}" * 150,
        "=" + json.dumps({"a": {"__ref": "b"}, "b": {"__ref": "a", "body": {"__ref": "b"}}}).ljust(500),
        json.dumps([[1], {"a": 0, "body": 1}, *[0] * 400]),
        f"self.__next_f.push([1,{json.dumps('1:' + json.dumps({'body': '$1'}) + chr(10) + '2:Tfffff,x')}])".ljust(500),
        "window.x = {body: function() { return [1, 2] }, y: (a) => ({})};" * 50,
    ],
)
def test_scripts_that_hold_no_text_are_read_in_time(source: str) -> None:
    begun = time.process_time()
    assert stated_text("", [source]).html == ""
    assert time.process_time() - begun < 1


def test_the_text_in_json_ld_comes_before_other_data() -> None:
    data = {"article": {"body": HTML.replace("harbour", "airport")}}
    stated = write_json_ld({"@type": "NewsArticle", "headline": HEADLINE, "articleBody": "\n\n".join(PARAGRAPHS)})
    assert body_of(EMPTY.format(stated, write_data(data))) == [*PARAGRAPHS]


def test_a_text_that_is_shown_is_not_taken_from_the_data() -> None:
    stated = write_json_ld(
        {"@type": "NewsArticle", "articleBody": "\n\n".join(PARAGRAPHS).replace("harbour", "airport")}
    )
    assert body_of(write_page(head=stated)) == [*PARAGRAPHS]


@pytest.mark.parametrize(
    "source",
    [
        "{" + '"a":[' * 5_000,
        "[" * 3_000 + "]" * 3_000,
        json.dumps({"body": "short <p>text</p>"}),
        json.dumps({"css": HTML, "body": ["a", "b", {"text": 7}, None] * 200}),
        json.dumps({"body": {"body": {"body": None}}}),
        "not JSON",
    ],
)
def test_data_without_a_text_gives_none(source: str) -> None:
    assert stated_text("", [source]).html == ""
