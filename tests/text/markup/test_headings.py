"""The ids of headings, those of GitHub and Hugo, each once on a page."""

import re

import pytest

from newsgen.text.markup.headings import RESERVED_IDS, add_heading_ids, make_anchor
from tests.support.paths import ROOT

TEMPLATES = ROOT / "templates"


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("The tide", "the-tide"),
        ("  What's next?  ", "whats-next"),
        ("Reeds & mud", "reeds--mud"),
        ("snake_case and a-dash", "snake_case-and-a-dash"),
        ("1. Überblick – 2020", "1-überblick--2020"),
        ("दिल्ली का पानी", "दिल्ली-का-पानी"),
        ("البحر الميت", "البحر-الميت"),
        ("日本の川", "日本の川"),
        ("“?!”", ""),
    ],
)
def test_an_anchor_keeps_letters_marks_and_digits(text: str, anchor: str) -> None:
    assert make_anchor(text) == anchor


def test_headings_of_every_level_have_an_id_made_of_their_text() -> None:
    body = (
        '<h2>A <em>wide</em> river &amp; <a href="/x.html" title="a>b">more</a></h2>\n<p>Text.</p>\n'
        '<h3 lang="de">Über</h3>\n<h6>a\nb</h6>\n'
    )
    assert add_heading_ids(body) == (
        '<h2 id="a-wide-river--more">A <em>wide</em> river &amp; <a href="/x.html" title="a>b">more</a></h2>\n'
        '<p>Text.</p>\n<h3 id="über" lang="de">Über</h3>\n<h6 id="a-b">a\nb</h6>\n'
    )


def test_no_id_occurs_twice_even_where_a_heading_ends_in_a_number() -> None:
    texts = ["a", "A-1", "a", "a", "a-1"]
    body = add_heading_ids("".join(f"<h2>{text}</h2>" for text in texts))
    assert re.findall('id="([^"]*)"', body) == ["a", "a-1", "a-2", "a-3", "a-1-1"]


def test_headings_avoid_the_ids_of_the_story_page() -> None:
    assert add_heading_ids("<h2>Related</h2>") == '<h2 id="related-1">Related</h2>'
    ids = {
        id_
        for name in ("base.html", "story.html")
        for id_ in re.findall('id="([^"]*)"', (TEMPLATES / name).read_text(encoding="utf-8"))
    }
    # No heading has a full stop in its id.
    assert {id_ for id_ in ids if "." not in id_} == set(RESERVED_IDS)


@pytest.mark.parametrize("body", ["", "<p>Text.</p>\n<hr>\n", "<h2>?</h2>\n", '<h2><img src="a.jpg" alt="A"></h2>\n'])
def test_a_heading_without_letters_and_other_tags_stay_unchanged(body: str) -> None:
    assert add_heading_ids(body) == body
