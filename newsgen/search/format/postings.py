"""Posting lists: which articles have a word, how much it weighs in each, and at which positions it is."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Levels of weight, 0 to 7; eight are enough (docs/format/search.md).
LEVELS = 8
# Positions of a word that are kept in an article: their count is held in a byte.
MAX_POSITIONS = 255
# The first positions of an article are those of its headline, and of nothing else.
HEADLINE_POSITIONS = 40


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """The articles that have a form, by ascending number, with the form's level and positions in each.

    The level is 0 to 7. `counts` says how many of `positions`, which holds those of all articles, belong to each.
    """

    numbers: array[int]
    levels: bytearray
    counts: bytearray
    positions: array[int]

    @classmethod
    def empty(cls) -> Postings:
        """No articles."""
        return cls(array("I"), bytearray(), bytearray(), array("I"))

    def append(self, number: int, level: int, positions: Sequence[int]) -> None:
        """Add an article whose number is larger than all others."""
        self.numbers.append(number)
        self.levels.append(level)
        self.counts.append(len(positions))
        self.positions.extend(positions)

    def extend(self, others: Postings) -> None:
        """Add articles whose numbers are larger than all others."""
        self.numbers.extend(others.numbers)
        self.levels.extend(others.levels)
        self.counts.extend(others.counts)
        self.positions.extend(others.positions)

    def insert(self, number: int, level: int, positions: Sequence[int]) -> None:
        """Add an article with any number."""
        index = bisect_left(self.numbers, number)
        start = sum(self.counts[:index])
        self.numbers.insert(index, number)
        self.levels.insert(index, level)
        self.counts.insert(index, len(positions))
        self.positions[start:start] = array("I", positions)

    def remove(self, number: int) -> None:
        """Remove the article with a number."""
        index = self.numbers.index(number)
        start = sum(self.counts[:index])
        del self.positions[start : start + self.counts[index]]
        del self.numbers[index], self.levels[index], self.counts[index]

    def slice(self, low: int, high: int, ends: Sequence[int]) -> Postings:
        """The articles from one index to before another; `ends` are the sums of `counts` before each index."""
        return Postings(
            self.numbers[low:high], self.levels[low:high], self.counts[low:high], self.positions[ends[low] : ends[high]]
        )

    def articles(self) -> Iterator[tuple[int, int, Sequence[int]]]:
        """Every article's number, level and positions."""
        start = 0
        for number, level, count in zip(self.numbers, self.levels, self.counts, strict=True):
            yield number, level, self.positions[start : start + count]
            start += count
