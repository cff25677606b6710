"""Which listed articles have a term among their strongest, in the archive's order, as the state keeps it."""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from newsgen.text.similarity.nearest import WINDOW, top_terms


class Postings:
    """The articles of each term, by their numbers; what changes is written at the end by `save`."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state
        self._read: dict[int, array[int]] = {}
        self._changed: set[int] = set()
        self._position_of = cache(self._find_position)

    def before(self, vector: bytes, position: str) -> list[Sequence[int]]:
        """For each of the strongest terms the articles that had it last before a position, the latest first."""
        windows: list[Sequence[int]] = []
        for term in top_terms(vector):
            articles = self._of(term)
            # Of a long list a few articles are looked at only.
            place = bisect_left(articles, position, key=self._position_of)
            windows.append(articles[max(0, place - WINDOW) : place][::-1])
        return windows

    def after(self, vector: bytes, article: int) -> set[int]:
        """The articles that have one before them near enough to look at it."""
        found: set[int] = set()
        for term in top_terms(vector):
            articles = self._of(term)
            place = articles.index(article) + 1
            found.update(articles[place : place + WINDOW])
        return found

    def take(self, vector: bytes, article: int) -> None:
        """Take an article out of its terms'."""
        for term in top_terms(vector):
            self._of(term).remove(article)
            self._changed.add(term)

    def put(self, vector: bytes, article: int, position: str) -> None:
        """Put an article into its terms'; all that are there have the places in the order that the index tells."""
        for term in top_terms(vector):
            articles = self._of(term)
            articles.insert(bisect_left(articles, position, key=self._position_of), article)
            self._changed.add(term)

    def save(self) -> None:
        """Write what changed."""
        for term in sorted(self._changed):
            if self._read[term]:
                row = (term, self._read[term].tobytes())
                self._state.execute("INSERT OR REPLACE INTO postings VALUES(?, ?)", row)
            else:
                self._state.execute("DELETE FROM postings WHERE term = ?", (term,))
        self._changed.clear()

    def _of(self, term: int) -> array[int]:
        if term not in self._read:
            row = self._state.execute("SELECT articles FROM postings WHERE term = ?", (term,)).fetchone()
            self._read[term] = array("I", row[0] if row else b"")
        return self._read[term]

    def _find_position(self, article: int) -> str:
        (position,) = self._state.execute("SELECT position FROM articles WHERE id = ?", (article,)).fetchone()
        return str(position)


def put_all(state: sqlite3.Connection, postings: Mapping[int, Iterable[int]]) -> None:
    """Write the articles of all terms at once, in place of all that is there."""
    state.execute("DELETE FROM postings")
    rows = ((term, array("I", postings[term]).tobytes()) for term in sorted(postings))
    state.executemany("INSERT INTO postings VALUES(?, ?)", rows)
