"""Related articles of a story: other publications of the same text, and earlier and later coverage.

An article chooses among those before it in the archive's order. Its later coverage is the other side of that: those
that chose it, the soonest ones. So suggestions stay as they are when the archive grows at its end, but for lists of
later coverage that are not full.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from newsgen.archive.similarity_postings import Postings, pack_postings
from newsgen.text.similarity.nearest import WINDOW, Neighbour, find_nearest, top_terms

if TYPE_CHECKING:
    from newsgen.text.similarity.fingerprint import Fingerprint

_SIDES = (("article_id", "other_id"), ("other_id", "article_id"))
_INSERT = "INSERT INTO suggestions VALUES(?, ?, ?, ?, ?)"

# The kinds are the fields of `archive.archive.Suggestions`.
_OF_ARTICLE = """SELECT other_id, kind FROM (
    SELECT other_id, IIF(is_copy, 'copies', 'earlier') AS kind, 0 AS side, place AS place
        FROM suggestions WHERE article_id = ?
    UNION ALL SELECT s.article_id, IIF(s.is_copy, 'copies', 'later'), 1, a.sort_key
        FROM suggestions s JOIN articles a ON a.id = s.article_id WHERE s.other_id = ?
) ORDER BY side, place"""


class SuggestionTable:
    """The tables `fingerprints`, `postings` and `suggestions`."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def put_fingerprints(self, fingerprints: Iterable[tuple[int, Fingerprint]]) -> None:
        """Record the fingerprints of articles, by the articles' numbers."""
        self._state.executemany(
            "INSERT INTO fingerprints VALUES(?, ?, ?)", ((article, *found) for article, found in fingerprints)
        )

    def fingerprint(self, article: int) -> tuple[bytes, bytes] | None:
        """The fingerprint of an article; None where it has none."""
        found: tuple[bytes, bytes] | None = self._state.execute(
            "SELECT vector, sample FROM fingerprints WHERE article_id = ?", (article,)
        ).fetchone()
        return found

    def remove_fingerprint(self, article: int) -> None:
        """Remove the fingerprint of an article."""
        self._state.execute("DELETE FROM fingerprints WHERE article_id = ?", (article,))

    def rebuild(self, most: int) -> None:
        """Choose the suggestions of every article again, in one pass through the archive's order."""
        self._state.execute("DELETE FROM suggestions")
        postings: dict[int, list[int]] = {}
        if most:
            self._state.executemany(_INSERT, self._walk(most, postings))
        self._state.execute("DELETE FROM postings")
        self._state.executemany(
            "INSERT INTO postings VALUES(?, ?)", ((term, pack_postings(postings[term])) for term in sorted(postings))
        )

    def _walk(self, most: int, postings: dict[int, list[int]]) -> Iterator[tuple[int, ...]]:
        """The rows of all suggestions; `postings` is filled with the articles of each term."""
        vectors: dict[int, bytes] = {}
        listed = self._state.execute(
            "SELECT a.id, f.vector FROM articles a JOIN fingerprints f ON f.article_id = a.id"
            " WHERE a.sort_key IS NOT NULL ORDER BY a.sort_key"
        )
        for article, vector in listed:
            terms = top_terms(vector)
            windows = [postings[term][: -WINDOW - 1 : -1] for term in terms if term in postings]
            vectors[article] = vector
            yield from _rows(article, find_nearest(article, windows, vectors.__getitem__, self._sample_of, most))
            for term in terms:
                postings.setdefault(term, []).append(article)

    def update(self, moved: Mapping[int, bytes], most: int) -> Iterator[tuple[int, int]]:
        """Choose again for articles that came, went, moved or changed, and for those that may suggest them.

        `moved` has for each of them the vector by which it was found until now, b"" where it was not. Gives the
        articles whose suggestions changed, and those that they suggested or suggest, each with a moved one that is the
        cause.
        """
        postings = Postings(self._read_postings, self._sort_key_of)
        causes = {article: article for article in moved}
        for article, vector in moved.items():
            causes.update(dict.fromkeys(postings.after(vector, article) - causes.keys(), article))
        for article, vector in moved.items():
            postings.remove(vector, article)
        existing = {article: key for article in moved if (key := self._sort_key_of(article))} if most else {}
        vector_of = cache(self.vector_of)
        for article, sort_key in existing.items():
            postings.insert(vector_of(article), article, sort_key)
        for article in existing:
            causes.update(dict.fromkeys(postings.after(vector_of(article), article) - causes.keys(), article))
        self._save_postings(postings)
        for article in sorted(causes):
            nearest: list[Neighbour] = []
            if article in existing or article not in moved:
                windows = postings.before(vector_of(article), self._sort_key_of(article))
                nearest = find_nearest(article, windows, vector_of, self._sample_of, most)
            for concerned in self._exchange(article, list(_rows(article, nearest))):
                yield concerned, causes[article]

    def of_article(self, article: int) -> list[tuple[int, str]]:
        """The related articles of one and their kinds: those that it chose, then those that chose it."""
        return self._state.execute(_OF_ARTICLE, (article, article)).fetchall()

    def partners(self, article: int) -> list[int]:
        """The articles that suggest one, and those that it suggests."""
        suggesting, suggested = (f"SELECT {one} FROM suggestions WHERE {other} = ?" for one, other in _SIDES)
        rows = self._state.execute(f"{suggesting} UNION {suggested}", (article, article))
        return [other for (other,) in rows]

    def vector_of(self, article: int) -> bytes:
        """The vector of a listed article."""
        (vector,) = self._state.execute("SELECT vector FROM fingerprints WHERE article_id = ?", (article,)).fetchone()
        return bytes(vector)

    def _read_postings(self, term: int) -> bytes:
        row = self._state.execute("SELECT articles FROM postings WHERE term = ?", (term,)).fetchone()
        return row[0] if row else b""

    def _save_postings(self, postings: Postings) -> None:
        for term, articles in postings.changes():
            if articles:
                self._state.execute("INSERT OR REPLACE INTO postings VALUES(?, ?)", (term, articles))
            else:
                self._state.execute("DELETE FROM postings WHERE term = ?", (term,))

    def _exchange(self, article: int, rows: list[tuple[int, ...]]) -> Iterator[int]:
        """Replace the rows of an article; gives the articles that this concerns."""
        before = self._state.execute(
            "SELECT article_id, place, other_id, is_copy, similarity FROM suggestions WHERE article_id = ?"
            " ORDER BY place",
            (article,),
        ).fetchall()
        if before != rows:
            self._state.execute("DELETE FROM suggestions WHERE article_id = ?", (article,))
            self._state.executemany(_INSERT, rows)
            yield article
            yield from (row[2] for row in (*before, *rows))

    def _sample_of(self, article: int) -> bytes:
        (sample,) = self._state.execute("SELECT sample FROM fingerprints WHERE article_id = ?", (article,)).fetchone()
        return bytes(sample)

    def _sort_key_of(self, article: int) -> str:
        row = self._state.execute("SELECT sort_key FROM articles WHERE id = ?", (article,)).fetchone()
        return row[0] or "" if row else ""


def _rows(article: int, nearest: list[Neighbour]) -> Iterator[tuple[int, ...]]:
    for place, near in enumerate(nearest):
        yield article, place, near.article, int(near.is_copy), near.similarity
