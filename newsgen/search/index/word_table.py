"""The articles of the index in the database: their words and excerpts, and their numbers.

The index notes an article as it was when the index was last updated. What is new of it waits in `changed_words`, or in
the archive's own table, until the next update.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsgen.archive.database import decode_path, encode_path


class IndexedText(NamedTuple):
    """An article's packed words (`pack_words`), its excerpt and its text (`make_passage_text`).

    The text is b"" on a site without passages.
    """

    words: bytes
    excerpt: str
    text: bytes = b""


class ListedArticle(NamedTuple):
    """An article as the archive lists it: its date ("": undated) and the digest of its card."""

    published: str
    card_digest: bytes

    @property
    def year(self) -> int:
        """The year of its numbers; 0 if it is undated."""
        return year_of(self.published)

    def numbered(self, number: int) -> NumberedArticle:
        """The article as the index notes it, under a number."""
        return NumberedArticle(self.published, number, self.card_digest)


class NumberedArticle(NamedTuple):
    """An article as the index has it: its date ("": undated), its number and the digest of its card."""

    published: str
    number: int
    card_digest: bytes

    @property
    def year(self) -> int:
        """The year of its numbers; 0 if it is undated."""
        return year_of(self.published)


def year_of(published: str) -> int:
    """The year of a date; 0 for an undated article."""
    return int(published[:4] or 0)


class WordTable:
    """The words and excerpts of articles: the tables `words` and `changed_words`."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def save(self, articles: Iterable[tuple[str, IndexedText]]) -> None:
        """Save what the index has of articles that were read, by path, for its next update."""
        # Before the first update every article is new, and no earlier words need to be kept for comparison.
        table = "words" if NumberTable(self._state).is_empty() else "changed_words"
        rows = ((encode_path(path), *indexed) for path, indexed in articles)
        self._state.executemany(f"INSERT OR REPLACE INTO {table} VALUES(?, ?, ?, ?)", rows)

    def find(self, path: str) -> IndexedText | None:
        """The text that the index has of an article."""
        return self._find("words", path)

    def find_changed(self, path: str) -> IndexedText | None:
        """The text of an article that was read since the last update."""
        return self._find("changed_words", path)

    def changed_paths(self) -> set[str]:
        """The articles that were read since the last update."""
        return {decode_path(path) for (path,) in self._state.execute("SELECT path FROM changed_words")}

    def accept(self, path: str) -> None:
        """Take over the changed text of an article, if there is any."""
        key = (encode_path(path),)
        self._state.execute("INSERT OR REPLACE INTO words SELECT * FROM changed_words WHERE path = ?", key)

    def accept_all(self) -> None:
        """Take over the changed text of all articles."""
        self._state.execute("INSERT OR REPLACE INTO words SELECT * FROM changed_words")

    def remove(self, path: str) -> None:
        """Delete the text of an article that is no longer searched."""
        self._state.execute("DELETE FROM words WHERE path = ?", (encode_path(path),))

    def remove_unnumbered(self) -> None:
        """Delete the texts of all articles without a number."""
        self._state.execute("DELETE FROM words WHERE path NOT IN (SELECT path FROM article_numbers)")

    def discard_changes(self) -> None:
        """Delete the changed texts, which the index has by now."""
        self._state.execute("DELETE FROM changed_words")

    def clear(self) -> None:
        """Delete all texts."""
        self._state.execute("DELETE FROM words")
        self.discard_changes()

    def by_number(self) -> Iterator[tuple[int, bytes]]:
        """The number and packed words of every article, by ascending number."""
        return self._state.execute(
            "SELECT n.number, w.words FROM article_numbers n JOIN words w ON w.path = n.path ORDER BY n.number"
        )

    def _find(self, table: str, path: str) -> IndexedText | None:
        query = f"SELECT words, excerpt, text FROM {table} WHERE path = ?"
        row = self._state.execute(query, (encode_path(path),)).fetchone()
        return IndexedText(*row) if row else None


class NumberTable:
    """The numbers of articles, and what result cards show of them: the table `article_numbers`."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def count(self) -> int:
        """How many articles the index has."""
        (articles,) = self._state.execute("SELECT COUNT(*) FROM article_numbers").fetchone()
        return int(articles)

    def is_empty(self) -> bool:
        """Whether the index has no article."""
        return self._state.execute("SELECT 1 FROM article_numbers LIMIT 1").fetchone() is None

    def count_by_year(self) -> dict[int, int]:
        """How many articles of each year the index has; undated ones count to the year 0."""
        return dict(self._state.execute("SELECT year, COUNT(*) FROM article_numbers GROUP BY year ORDER BY year"))

    def years(self) -> list[int]:
        """The years of all articles in order; 0 if some are undated."""
        # Each year is found in the table's index, without reading the articles of all.
        rows = self._state.execute(
            "WITH RECURSIVE each(year) AS (SELECT MIN(year) FROM article_numbers UNION ALL SELECT"
            " (SELECT MIN(n.year) FROM article_numbers n WHERE n.year > each.year) FROM each WHERE year IS NOT NULL)"
            " SELECT year FROM each WHERE year IS NOT NULL"
        )
        return [year for (year,) in rows]

    def find(self, path: str) -> NumberedArticle | None:
        """An article as the index has it; None if it does not have it."""
        query = "SELECT published, number, card_digest FROM article_numbers WHERE path = ?"
        row = self._state.execute(query, (encode_path(path),)).fetchone()
        return NumberedArticle(*row) if row else None

    def find_listed(self, path: str) -> ListedArticle | None:
        """An article as the archive lists it; None if it is not listed, or is gone."""
        query = "SELECT published, card_digest FROM articles WHERE path = ? AND sort_key IS NOT NULL"
        row = self._state.execute(query, (encode_path(path),)).fetchone()
        return ListedArticle(*row) if row else None

    def all_listed(self) -> dict[str, ListedArticle]:
        """All articles that the archive lists, by path."""
        rows = self._state.execute("SELECT path, published, card_digest FROM articles WHERE sort_key IS NOT NULL")
        return {decode_path(path): ListedArticle(*row) for path, *row in rows}

    def numbers_of_year(self, year: int) -> dict[str, tuple[str, int]]:
        """The date and number of each of the index's articles of a year, by path."""
        rows = self._state.execute("SELECT path, published, number FROM article_numbers WHERE year = ?", (year,))
        return {decode_path(path): (published, number) for path, published, number in rows}

    def outdated_paths(self) -> set[str]:
        """The articles whose text, card or listing is not what the index has."""
        return {decode_path(path) for query in _OUTDATED for (path,) in self._state.execute(query)}

    def save(self, articles: Iterable[tuple[str, NumberedArticle]]) -> None:
        """Note articles as the index has them now."""
        self._state.executemany(
            "INSERT OR REPLACE INTO article_numbers VALUES(?, ?, ?, ?, ?)",
            ((encode_path(path), article.year, *article) for path, article in articles),
        )

    def remove(self, path: str) -> None:
        """Delete the number of an article that is no longer searched."""
        self._state.execute("DELETE FROM article_numbers WHERE path = ?", (encode_path(path),))

    def clear(self) -> None:
        """Delete all numbers."""
        self._state.execute("DELETE FROM article_numbers")

    def has_numbers(self, numbers: range) -> bool:
        """Whether any article has one of these numbers."""
        query = "SELECT 1 FROM article_numbers WHERE number >= ? AND number < ? LIMIT 1"
        return self._state.execute(query, (numbers.start, numbers.stop)).fetchone() is not None

    def files_of(self, width: int) -> list[int]:
        """The numbers of all articles without their lowest `width` bits, each once and ascending."""
        rows = self._state.execute("SELECT DISTINCT number >> ? FROM article_numbers ORDER BY 1", (width,))
        return [index for (index,) in rows]

    def cards(self, numbers: range) -> Iterator[tuple[int, str, str, str, str, str, str]]:
        """Number, link, headline, date, section, language and excerpt of the articles with these numbers, ascending."""
        return self._state.execute(
            "SELECT n.number, a.href, a.headline, a.published, a.section, a.language, w.excerpt FROM article_numbers n"
            " JOIN articles a ON a.path = n.path JOIN words w ON w.path = n.path WHERE n.number >= ? AND n.number < ?"
            " ORDER BY n.number",
            (numbers.start, numbers.stop),
        )

    def texts(self, numbers: range) -> Iterator[tuple[int, bytes]]:
        """Number and text of the articles with these numbers, ascending."""
        return self._state.execute(
            "SELECT n.number, w.text FROM article_numbers n JOIN words w ON w.path = n.path"
            " WHERE n.number >= ? AND n.number < ? ORDER BY n.number",
            (numbers.start, numbers.stop),
        )

    def dates(self, year: int) -> Iterator[tuple[int, str]]:
        """The number and the date of each article of a year."""
        return self._state.execute(
            "SELECT n.number, a.published FROM article_numbers n JOIN articles a ON a.path = n.path WHERE n.year = ?",
            (year,),
        )

    def languages(self) -> list[str]:
        """The languages of all articles that are searched, in order."""
        rows = self._state.execute(
            "SELECT DISTINCT language FROM articles WHERE sort_key IS NOT NULL AND language <> '' ORDER BY language"
        )
        return [language for (language,) in rows]


# Articles with another text, with another card, and those that are not listed any longer.
_OUTDATED = (
    "SELECT c.path FROM changed_words c LEFT JOIN words w ON w.path = c.path"
    " WHERE w.words IS NOT c.words OR w.excerpt IS NOT c.excerpt OR w.text IS NOT c.text",
    "SELECT a.path FROM articles a LEFT JOIN article_numbers n ON n.path = a.path"
    " WHERE a.sort_key IS NOT NULL AND n.card_digest IS NOT a.card_digest",
    "SELECT n.path FROM article_numbers n LEFT JOIN articles a ON a.path = n.path WHERE a.sort_key IS NULL",
)
