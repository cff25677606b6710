"""The articles of the index in the database."""

import sqlite3

import pytest

from newsgen.search.index.word_table import IndexedText, ListedArticle, NumberedArticle, NumberTable, WordTable
from tests.support.state import open_state

UNREADABLE = "articles/\udcff.md"


@pytest.fixture
def state() -> sqlite3.Connection:
    return open_state()


def list_article(state: sqlite3.Connection, path: str, published: str, sort_key: str | None = "1") -> None:
    row = (path, published, published.encode(), sort_key, f"{path}.html", path.title(), "News", "en")
    columns = "path, published, card_digest, sort_key, href, headline, section, language"
    state.execute(f"INSERT INTO articles({columns}) VALUES(?, ?, ?, ?, ?, ?, ?, ?)", row)


def test_the_first_texts_are_taken_as_they_are_and_later_ones_wait(state: sqlite3.Connection) -> None:
    words, numbers = WordTable(state), NumberTable(state)
    words.save([(UNREADABLE, IndexedText(b"old", "Old.")), ("a.md", IndexedText(b"a", "A."))])
    assert words.find(UNREADABLE) == IndexedText(b"old", "Old.")
    assert words.changed_paths() == set()
    numbers.save([(UNREADABLE, NumberedArticle("2004", 0, b"x"))])
    words.save([(UNREADABLE, IndexedText(b"new", "New.")), ("b.md", IndexedText(b"b", "B."))])
    assert words.changed_paths() == {UNREADABLE, "b.md"}
    assert words.find(UNREADABLE) == IndexedText(b"old", "Old.")
    assert words.find_changed(UNREADABLE) == IndexedText(b"new", "New.")
    words.accept(UNREADABLE)
    assert words.find(UNREADABLE) == IndexedText(b"new", "New.")
    assert words.find("b.md") is None
    words.accept_all()
    assert words.find("b.md") == IndexedText(b"b", "B.")
    words.discard_changes()
    assert words.changed_paths() == set()
    words.remove("b.md")
    assert words.find("b.md") is None
    words.remove_unnumbered()
    assert words.find("a.md") is None
    words.clear()
    assert words.find(UNREADABLE) is None


def test_texts_come_in_the_order_of_their_numbers(state: sqlite3.Connection) -> None:
    words, numbers = WordTable(state), NumberTable(state)
    words.save((path, IndexedText(path.encode(), "")) for path in ("a", "b", "c", "d"))
    numbers.save((path, NumberedArticle("", number, b"")) for path, number in (("a", 7), ("b", 2), ("c", 4)))
    assert list(words.by_number()) == [(2, b"b"), (4, b"c"), (7, b"a")]


def test_articles_are_noted_with_number_and_year(state: sqlite3.Connection) -> None:
    numbers = NumberTable(state)
    assert numbers.is_empty()
    article = NumberedArticle("2004-05", 40, b"x")
    numbers.save([(UNREADABLE, article), ("b", NumberedArticle("", 0, b"y")), ("c", NumberedArticle("2004", 72, b"z"))])
    assert not numbers.is_empty()
    assert numbers.count() == 3
    assert numbers.find(UNREADABLE) == article
    assert numbers.count_by_year() == {0: 1, 2004: 2}
    assert numbers.numbers_of_year(2004) == {UNREADABLE: ("2004-05", 40), "c": ("2004", 72)}
    assert numbers.files_of(5) == [0, 1, 2]
    assert numbers.has_numbers(range(41))
    assert not numbers.has_numbers(range(1, 40))
    numbers.remove(UNREADABLE)
    assert numbers.find(UNREADABLE) is None
    numbers.clear()
    assert numbers.is_empty()


def test_only_listed_articles_are_searched(state: sqlite3.Connection) -> None:
    numbers = NumberTable(state)
    list_article(state, "a", "2004-05-06")
    list_article(state, "b", "2004", sort_key=None)
    listed = ListedArticle("2004-05-06", b"2004-05-06")
    assert numbers.find_listed("a") == listed
    assert numbers.find_listed("b") is None
    assert numbers.find_listed("c") is None
    assert numbers.all_listed() == {"a": listed}
    assert listed.numbered(7) == NumberedArticle("2004-05-06", 7, b"2004-05-06")
    assert (listed.year, ListedArticle("", b"").year) == (2004, 0)


def test_articles_with_another_text_or_card_and_unlisted_ones_are_outdated(state: sqlite3.Connection) -> None:
    words, numbers = WordTable(state), NumberTable(state)
    for path in ("same", "card", "text", "excerpt", "sign", "read again", "new"):
        list_article(state, path, "2004")
    list_article(state, "unlisted", "2004", sort_key=None)
    old = ("same", "card", "text", "excerpt", "sign", "read again", "unlisted", "gone")
    words.save((path, IndexedText(b"old", "Old.", b"old")) for path in old)
    numbers.save((path, NumberedArticle("2004", 1, b"other" if path == "card" else b"2004")) for path in old)
    words.save(
        [
            ("text", IndexedText(b"new", "Old.", b"old")),
            ("excerpt", IndexedText(b"old", "New.", b"old")),
            ("sign", IndexedText(b"old", "Old.", b"Old!")),
            ("read again", IndexedText(b"old", "Old.", b"old")),
        ]
    )
    assert numbers.outdated_paths() == {"card", "text", "excerpt", "sign", "new", "unlisted", "gone"}


def test_cards_and_dates_come_by_number(state: sqlite3.Connection) -> None:
    words, numbers = WordTable(state), NumberTable(state)
    for number, (path, published) in enumerate((("b", "2004-02-29 07:15"), ("a", "2004-02"), ("c", "2005-01-01"))):
        list_article(state, path, published)
        words.save([(path, IndexedText(b"", f"Of {path}.", path.encode()))])
        words.accept_all()
        numbers.save([(path, NumberedArticle(published, number, b""))])
    assert list(numbers.cards(range(2))) == [
        (0, "b.html", "B", "2004-02-29 07:15", "News", "en", "Of b."),
        (1, "a.html", "A", "2004-02", "News", "en", "Of a."),
    ]
    assert list(numbers.texts(range(2))) == [(0, b"b"), (1, b"a")]
    assert sorted(numbers.dates(2004)) == [(0, "2004-02-29 07:15"), (1, "2004-02")]
    assert numbers.languages() == ["en"]
