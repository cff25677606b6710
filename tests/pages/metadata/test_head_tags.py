from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from newsgen.pages.metadata.citations.names import read_name
from newsgen.pages.metadata.head_tags import write_head_tags
from newsgen.pages.metadata.story_facts import Author, Paper, Photo, StoryFacts
from tests.support.records import an_article

PAPER = Paper("The Quay", "https://quay.example", "© The Quay")


def tags_of(facts: StoryFacts, paper: Paper = PAPER) -> list[tuple[str, str]]:
    """The name and value of each tag, including links."""
    head: Any = html.fromstring(f"<html><head>{write_head_tags(facts, paper)}</head></html>").head
    return [
        (tag.get("rel") or tag.get("name") or tag.get("property"), tag.get("href") or tag.get("content"))
        for tag in head
    ]


def test_every_known_value_is_given() -> None:
    article = an_article(
        headline='The "mill" & <wheel>',
        dek="At last",
        section="Sea",
        tags=("tide", "mill"),
        language="pt-BR",
        published="2024-02-03 07:15 +0100",
        updated="2024-02-04",
        rights="CC BY",
        print_page="A1-A3",
    )
    facts = StoryFacts(
        article,
        (Author(read_name("Ada Quill")), Author(read_name("Ben Oar"))),
        "https://quay.example/a.html",
        "https://quay.example/sections/sea.html",
        (Photo("https://quay.example/media/a.jpg", 1600, 1000, "A wheel"), Photo("https://quay.example/b.jpg", 1, 1)),
    )
    assert tags_of(facts) == [
        ("canonical", "https://quay.example/a.html"),
        ("cite-as", "https://quay.example/a.html"),
        ("description", "At last"),
        ("author", "Ada Quill"),
        ("DC.creator", "Ada Quill"),
        ("citation_author", "Ada Quill"),
        ("author", "Ben Oar"),
        ("DC.creator", "Ben Oar"),
        ("citation_author", "Ben Oar"),
        ("DC.type", "newspaperArticle"),
        ("DC.title", 'The "mill" & <wheel>'),
        ("citation_title", 'The "mill" & <wheel>'),
        ("DC.publisher", "The Quay"),
        ("DC.date", "2024-02-03"),
        ("citation_publication_date", "2024/02/03"),
        ("DC.language", "pt-BR"),
        ("citation_language", "pt-BR"),
        ("DC.rights", "CC BY"),
        ("citation_firstpage", "A1"),
        ("citation_lastpage", "A3"),
        ("og:type", "article"),
        ("og:title", 'The "mill" & <wheel>'),
        ("og:site_name", "The Quay"),
        ("og:description", "At last"),
        ("og:url", "https://quay.example/a.html"),
        ("og:locale", "pt_BR"),
        ("og:image", "https://quay.example/media/a.jpg"),
        ("og:image:width", "1600"),
        ("og:image:height", "1000"),
        ("og:image:alt", "A wheel"),
        ("article:published_time", "2024-02-03T07:15:00+01:00"),
        ("article:modified_time", "2024-02-04"),
        ("article:section", "Sea"),
        ("article:author", "Ada Quill"),
        ("article:author", "Ben Oar"),
        ("article:tag", "tide"),
        ("article:tag", "mill"),
        ("twitter:card", "summary_large_image"),
    ]


def test_unknown_values_are_left_out() -> None:
    assert tags_of(StoryFacts(an_article(headline="A", language=""), ()), Paper("The Quay")) == [
        ("DC.type", "newspaperArticle"),
        ("DC.title", "A"),
        ("citation_title", "A"),
        ("DC.publisher", "The Quay"),
        ("og:type", "article"),
        ("og:title", "A"),
        ("og:site_name", "The Quay"),
        ("twitter:card", "summary"),
    ]


@pytest.mark.parametrize(("date", "slashed"), [("2024-02", "2024/02"), ("1998", "1998")])
def test_open_graph_has_no_dates_without_a_day(date: str, slashed: str) -> None:
    tags = dict(tags_of(StoryFacts(an_article(published=date, updated=date), ())))
    assert (tags["DC.date"], tags["citation_publication_date"]) == (date, slashed)
    assert not {"article:published_time", "article:modified_time"} & tags.keys()


@pytest.mark.parametrize(
    ("language", "locale"), [("ar", "ar"), ("zh-Hant-TW", "zh_TW"), ("zh-Hant", "zh"), ("es-419", "es_419")]
)
def test_a_locale_is_a_language_and_its_country(language: str, locale: str) -> None:
    assert dict(tags_of(StoryFacts(an_article(language=language), ())))["og:locale"] == locale


def test_a_picture_of_unknown_size_gives_none() -> None:
    tags = tags_of(StoryFacts(an_article(), (), photos=(Photo("https://quay.example/map.svg", 0, 0),)))
    assert [name for name, _ in tags if name.startswith("og:image")] == ["og:image"]


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1))
def test_any_headline_is_given_as_it_is(headline: str) -> None:
    tags = dict(tags_of(StoryFacts(an_article(headline=headline), ())))
    assert tags["og:title"] == tags["citation_title"] == headline
