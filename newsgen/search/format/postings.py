"""Postings: which articles have a word, how much it weighs in each, and where it stands."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Levels of weight, 0 to 7; eight are enough (docs/search.md).
LEVELS = 8
# So many positions of a word in an article are kept: their number is held in a byte.
MOST_PLACES = 255


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """The articles that have a form, in the order of their numbers: how heavily each has it, and where.

    The level is 0 to 7. `counts` says how many of `places`, which are the positions of all, belong to each article.
    """

    numbers: array[int]
    levels: bytearray
    counts: bytearray
    places: array[int]

    @classmethod
    def empty(cls) -> Postings:
        """No articles."""
        return cls(array("I"), bytearray(), bytearray(), array("I"))

    def append(self, number: int, level: int, places: Sequence[int]) -> None:
        """Take one more article, whose number is larger than all others."""
        self.numbers.append(number)
        self.levels.append(level)
        self.counts.append(len(places))
        self.places.extend(places)

    def extend(self, others: Postings) -> None:
        """Take more articles, whose numbers are larger than all others."""
        self.numbers.extend(others.numbers)
        self.levels.extend(others.levels)
        self.counts.extend(others.counts)
        self.places.extend(others.places)

    def insert(self, number: int, level: int, places: Sequence[int]) -> None:
        """Take an article in, whatever its number."""
        at = bisect_left(self.numbers, number)
        start = sum(self.counts[:at])
        self.numbers.insert(at, number)
        self.levels.insert(at, level)
        self.counts.insert(at, len(places))
        self.places[start:start] = array("I", places)

    def remove(self, number: int) -> None:
        """Take the article of a number out."""
        at = self.numbers.index(number)
        start = sum(self.counts[:at])
        del self.places[start : start + self.counts[at]]
        del self.numbers[at], self.levels[at], self.counts[at]

    def slice(self, low: int, high: int, ends: Sequence[int]) -> Postings:
        """Those from a place to before another; `ends` are the sums of `counts` before each place."""
        return Postings(
            self.numbers[low:high], self.levels[low:high], self.counts[low:high], self.places[ends[low] : ends[high]]
        )

    def each(self) -> Iterator[tuple[int, int, Sequence[int]]]:
        """Every article's number, level and positions."""
        start = 0
        for number, level, count in zip(self.numbers, self.levels, self.counts, strict=True):
            yield number, level, self.places[start : start + count]
            start += count
