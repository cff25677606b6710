"""How close words are to each other in an article, and whether they follow each other as a phrase."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

# The factor for a span in which the words are not in the query's order.
_OUT_OF_ORDER = 3
Positions = Sequence[int]


def find_span(words: Sequence[Positions]) -> int:
    """The least distance from the first to the last of one position of each word: in the query's order, or in any order
    times three. Every word has positions, ascending.
    """
    span = _OUT_OF_ORDER * _span_in_any_order(words)
    in_order = _span_in_order(words)
    return span if in_order is None else min(span, in_order)


def has_phrase(words: Sequence[Positions | None]) -> bool:
    """Whether the words follow each other somewhere; a word without known positions (None) takes one position."""
    known = [(step, set(positions)) for step, positions in enumerate(words) if positions is not None]
    if not known:
        return True
    step, first = known[0]
    return any(all(position - step + other in positions for other, positions in known) for position in first)


def _span_in_any_order(words: Sequence[Positions]) -> int:
    """The smallest span that holds each word: of one position of each, the first moves on until a word has no more."""
    indexes = [0] * len(words)
    smallest = words[0][-1] + max(word[-1] for word in words)
    while all(index < len(word) for word, index in zip(words, indexes, strict=True)):
        positions = [word[index] for word, index in zip(words, indexes, strict=True)]
        first = min(positions)
        smallest = min(smallest, max(positions) - first)
        indexes[positions.index(first)] += 1
    return smallest


def _span_in_order(words: Sequence[Positions]) -> int | None:
    """The smallest span in which the words are in their order; None if they never are."""
    ends = (_follow(start, words[1:]) for start in words[0])
    return min((end - start for start, end in zip(words[0], ends, strict=True) if end is not None), default=None)


def _follow(position: int, words: Sequence[Positions]) -> int | None:
    """The position of the last word if each is at its first position after that of the one before."""
    for word in words:
        index = bisect_right(word, position)
        if index == len(word):
            return None
        position = word[index]
    return position
