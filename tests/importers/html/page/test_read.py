"""One page of a site becomes the fields and the body of an article."""

import json

import pytest

from newsgen.importers.html.page.read import read_page
from newsgen.record.dates import parse_date

PARAGRAPHS = (
    "The harbour board of Sorrel voted on Tuesday evening to rebuild the old fish market, and to keep its iron roof, "
    "which the storm of last winter had left standing over nothing but puddles and nets.",
    "“Nobody here has asked for glass and steel,” said Orla Tann, who has sold herring there since she was a girl. "
    "The work begins in spring and takes two years, the board said, if the money from the district comes in time.",
    "Until then the stalls stay in the yard of the cannery, where the wind is no kinder than the rent, and where the "
    "town has promised lamps, water and a lock for the gate before the first frost of the year.",
    "The board meets again in a month. It will then hear what the fishers of the three smaller harbours think of the "
    "plan, and whether the ferry can call at the new quay while the cranes are at work.",
)
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Person", "@id": "#ada", "name": "Ada Quill"},
        {
            "@type": "NewsArticle",
            "headline": "Sorrel rebuilds its fish market",
            "author": {"@id": "#ada"},
            "datePublished": "2024-03-05T18:30:00+01:00",
            "dateModified": "2024-03-06T09:00:00+01:00",
            "articleSection": "Harbour",
            "keywords": "Sorrel, fish market",
        },
    ],
}
MENU = "".join(f'<li><a href="/{name}/">{name}</a></li>' for name in ("News", "Harbour", "Sport", "Letters", "Contact"))
RELATED = "".join(f'<li><a href="/{n}.html">Another story of the town, number {n}</a></li>' for n in range(1, 6))


def make_page(body: str = "", head: str = "", above: str = "", below: str = "") -> str:
    paragraphs = body or "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    return (
        f'<html lang="en"><head><title>Sorrel rebuilds its fish market | The Sorrel Courant</title>{head}</head><body>'
        f'<header><nav class="menu"><ul>{MENU}</ul></nav></header><main><article class="story">'
        f'<h1>Sorrel rebuilds its fish market</h1>{above}<div class="story-body">{paragraphs}</div></article>{below}'
        f'<aside class="related"><h2>More stories</h2><ul>{RELATED}</ul></aside></main>'
        "<footer>© The Sorrel Courant, Quay 1</footer></body></html>"
    )


DECLARED = make_page(head=f'<script type="application/ld+json">{json.dumps(LD)}</script>', above="<p>By Ada Quill</p>")


def test_what_a_page_declares_and_shows_becomes_its_fields() -> None:
    reading = read_page(DECLARED)
    assert (reading.headline, reading.byline, reading.section, reading.tags) == (
        "Sorrel rebuilds its fish market",
        ("Ada Quill",),
        "Harbour",
        ("Sorrel", "fish market"),
    )
    assert reading.published == parse_date("2024-03-05T18:30:00+01:00")
    assert reading.updated == parse_date("2024-03-06T09:00:00+01:00")


def test_the_body_has_every_paragraph_and_no_chrome() -> None:
    html = read_page(DECLARED).body_html
    assert [text for text in PARAGRAPHS if text not in html] == []
    assert [text for text in ("Another story", "Letters", "Quay 1", "rebuilds its", "By Ada") if text in html] == []


def test_a_page_of_no_words_has_no_field() -> None:
    reading = read_page("")
    assert (reading.headline, reading.byline, reading.published, reading.body_html) == ("", (), None, "")


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 200_000 + "word",
        "<b>" * 50_000 + "<p>" * 50_000,
        "<p>&amp;lol;</p>" * 20_000,
        "<table>" * 5_000 + "x",
        "\x00\x01<p>\ud800</p><!--",
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaa'>]><p>&a;&a;</p>",
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        "<a href=" + "x" * 1_000_000,
    ],
    ids=["nested", "formatting", "entities", "tables", "characters", "entity bomb", "nested JSON", "attribute"],
)
def test_hostile_pages_are_read_without_an_error(html: str) -> None:
    assert read_page(html).headline == ""
