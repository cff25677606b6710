"""A page that shows no text has the one that it holds as data for scripts."""

import json
from typing import Any

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
