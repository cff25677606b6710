"""Which listed articles have a term among their strongest, in the archive's order, while that changes."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from newsgen.text.similarity.nearest import WINDOW, top_terms


class Postings:
    """The articles of each term, by their numbers.

    `read` gives the articles of a term as they were, and `sort_key_of` the place of an article in the order.
    """

    def __init__(self, read: Callable[[int], bytes], sort_key_of: Callable[[int], str]) -> None:
        self._read = read
        self._articles: dict[int, array[int]] = {}
        self._changed: set[int] = set()
        self._sort_key_of = cache(sort_key_of)

    def before(self, vector: bytes, sort_key: str) -> list[Sequence[int]]:
        """For each of the strongest terms the articles that had it last before a place, the latest first."""
        windows: list[Sequence[int]] = []
        for term in top_terms(vector):
            articles = self._of(term)
            # Only a few articles of a long list are looked at.
            index = bisect_left(articles, sort_key, key=self._sort_key_of)
            windows.append(articles[max(0, index - WINDOW) : index][::-1])
        return windows

    def after(self, vector: bytes, article: int) -> set[int]:
        """The articles that have one before them near enough to look at it."""
        found: set[int] = set()
        for term in top_terms(vector):
            articles = self._of(term)
            index = articles.index(article) + 1
            found.update(articles[index : index + WINDOW])
        return found

    def remove(self, vector: bytes, article: int) -> None:
        """Take an article out of the lists of its terms."""
        for term in top_terms(vector):
            self._of(term).remove(article)
            self._changed.add(term)

    def insert(self, vector: bytes, article: int, sort_key: str) -> None:
        """Put an article into the lists of its terms, which must be in the archive's order."""
        for term in top_terms(vector):
            articles = self._of(term)
            articles.insert(bisect_left(articles, sort_key, key=self._sort_key_of), article)
            self._changed.add(term)

    def changes(self) -> Iterator[tuple[int, bytes]]:
        """The terms whose articles changed, with the packed articles that they have now; b"" for none."""
        return ((term, self._articles[term].tobytes()) for term in sorted(self._changed))

    def _of(self, term: int) -> array[int]:
        if term not in self._articles:
            self._articles[term] = array("I", self._read(term))
        return self._articles[term]


def pack_postings(articles: Sequence[int]) -> bytes:
    """The articles of a term as the state keeps them."""
    return array("I", articles).tobytes()
