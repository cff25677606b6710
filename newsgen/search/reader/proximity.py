"""How close words stand to each other in an article, and whether they follow each other as a phrase."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

# Words that stand in another order than in the query count as so many times as far from each other.
_OUT_OF_ORDER = 3
Places = Sequence[int]


def find_span(words: Sequence[Places]) -> int:
    """The least distance from the first to the last of one position of each word, in the query's order or three times
    that in any; every word has its positions, rising.
    """
    span = _OUT_OF_ORDER * _span_in_any_order(words)
    in_order = _span_in_order(words)
    return span if in_order is None else min(span, in_order)


def has_phrase(words: Sequence[Places | None]) -> bool:
    """Whether the words follow each other somewhere; one of which no positions are known (None) takes one place."""
    known = [(step, set(places)) for step, places in enumerate(words) if places is not None]
    if not known:
        return True
    step, first = known[0]
    return any(all(place - step + other in places for other, places in known) for place in first)


def _span_in_any_order(words: Sequence[Places]) -> int:
    """The smallest stretch that holds each word: while one position of each is held, the first of them moves on."""
    held = [0] * len(words)
    smallest = words[0][-1] + max(word[-1] for word in words)
    while all(at < len(word) for word, at in zip(words, held, strict=True)):
        places = [word[at] for word, at in zip(words, held, strict=True)]
        first = min(places)
        smallest = min(smallest, max(places) - first)
        held[places.index(first)] += 1
    return smallest


def _span_in_order(words: Sequence[Places]) -> int | None:
    """The smallest stretch in which the words stand in their order; None where they never do."""
    ends = (_follow(start, words[1:]) for start in words[0])
    return min((end - start for start, end in zip(words[0], ends, strict=True) if end is not None), default=None)


def _follow(place: int, words: Sequence[Places]) -> int | None:
    """Where the last word stands, if each comes as soon as it can after the one before, and the first after `place`."""
    for word in words:
        later = bisect_right(word, place)
        if later == len(word):
            return None
        place = word[later]
    return place
