"""The articles of the index, by their numbers and paths, with their digests."""

import sqlite3

from newsgen.archive.archive import Archive
from newsgen.archive.articles import ArticleTable
from newsgen.archive.facts import Placement
from newsgen.archive.results import ArchivedRecord, CommentUse, IndexedArticle
from newsgen.settings.site import Site
from tests.support.records import an_article, make_index, place
from tests.support.state import open_state

ODD = "caf\udce9.md"
ARTICLES = [
    an_article("b.md", section="Sea", published="2024-01-02", dek="Late", byline=("Ada Quill",)),
    an_article("a.md", published="2024-01-01"),
    an_article(ODD, headline="Tea", section="Sea"),
    an_article("hidden.md", delisted=True, published="2023"),
]


def number_of(path: str, state: sqlite3.Connection) -> int:
    article = ArticleTable(state).find(path)
    assert article
    return article.number


def test_an_article_is_found_by_its_path_with_its_digests() -> None:
    state = make_index(ARTICLES, Site())
    table, placed = ArticleTable(state), place(ARTICLES[0], Site())
    number = number_of("b.md", state)
    digests = (placed.card_digest, placed.entry.story_digest, b"")
    assert table.find("b.md") == IndexedArticle(number, placed.sort_key, *digests, CommentUse.NONE)
    assert table.card(number)[0] == placed.card()
    assert (table.find("never.md"), table.last_number()) == (None, 4)
    hidden = table.find("hidden.md")
    assert hidden
    assert hidden.sort_key is None
    assert table.card(hidden.number)[1] == Placement("", None)


def test_an_index_of_nothing_has_no_articles() -> None:
    table = ArticleTable(open_state())
    assert (table.is_empty(), table.last_number(), list(table.paths())) == (True, 0, [])


def test_listed_articles_without_a_field_are_counted() -> None:
    table = ArticleTable(make_index(ARTICLES, Site()))
    assert table.count_blanks() == {"section": 1, "date": 1, "byline": 2, "dek": 2}
    assert (table.count_listed(), table.count(), table.is_empty()) == (3, 4, False)


def test_listed_articles_from_a_place_on_are_counted() -> None:
    archive = Archive(make_index(ARTICLES, Site()))
    counts = [archive.count_from(place(article, Site()).sort_key) for article in ARTICLES[:3]]
    assert counts == [1, 2, 3]


def test_every_article_has_a_record_in_the_archives_order() -> None:
    state = make_index(ARTICLES, Site())
    ArticleTable(state).update_record(number_of(ODD, state), b"digest")
    assert list(Archive(state).records()) == [
        ArchivedRecord("hidden.md", "/2023/hidden.html", b"", "unlisted"),
        ArchivedRecord(ODD, "/undated/tea.html", b"digest", "undated"),
        ArchivedRecord("a.md", "/2024/01/a.html", b"", "2024"),
        ArchivedRecord("b.md", "/2024/01/b.html", b"", "2024"),
    ]


def test_the_image_of_a_card_is_known_until_the_card_changes() -> None:
    state = make_index(ARTICLES, Site())
    table, number, odd = ArticleTable(state), number_of("b.md", state), "media/caf\udce9.jpg"
    assert [table.set_image(number, media) for media in (odd, odd, "", "")] == [True, False, True, False]
    table.set_image(number, odd)
    assert table.with_image(odd) == ["b.md"]
    table.update_card(number, place(ARTICLES[0], Site()), None)
    assert table.with_image(odd) == []


def test_paths_are_those_of_articles_that_are_still_there() -> None:
    state = make_index(ARTICLES, Site())
    table = ArticleTable(state)
    numbers = [number_of(path, state) for path in (ODD, "a.md")]
    assert list(table.paths_of([*numbers, 99])) == [ODD, "a.md"]
    table.remove(numbers[1])
    assert list(table.paths_of(numbers)) == [ODD]
    assert list(table.paths()) == ["b.md", ODD, "hidden.md"]
