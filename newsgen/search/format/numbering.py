"""The numbers of articles. They depend on the set of articles alone, and an added article changes few others.

The numbers of a year are a hash table with open addressing: its articles take their slots from the oldest to the
newest, each the first free one of a probe sequence that starts from the hash of the path of its source. So the newest
article moves no other. An older one may take the slot of a newer one, which takes the next of its own sequence, and so
on: about ln(1/(1 - load)) articles move in all, two or three. The order in which articles were added does not matter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

from newsgen.record.digests import text_hash

# Up to this size a year has no free slots: none of its pages is far from another.
_SMALL = 8
_MASK = (1 << 64) - 1
# Constants of SplitMix64 (Steele, Lea and Flood 2014), which derives the probe sequence from one hash.
_STEP = 0x9E3779B97F4A7C15
_MIX = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB)


class DatedArticle(NamedTuple):
    """An article's date, as text that sorts, the name that is hashed for its number, and its source's path."""

    published: str
    name: str
    path: str


def capacity_of(articles: int) -> int:
    """How many numbers a year with this many articles has."""
    if articles <= _SMALL:
        return articles
    capacity = _SMALL
    while articles > capacity - capacity // 16:
        capacity += max(1, capacity // 4)
    return capacity


def assign_slots(articles: Iterable[DatedArticle], capacity: int) -> dict[str, int]:
    """The slot of each article in its year, from 0 on, by path."""
    slots: dict[str, int] = {}
    free = set(range(capacity))
    for _, name, path in sorted(articles):
        slots[path] = next(slot for slot in _probe(text_hash(name) & _MASK, capacity) if slot in free)
        free.remove(slots[path])
    return slots


def year_starts(counts: Mapping[int, int]) -> dict[int, int]:
    """The first number of each year that has articles; undated articles form the year 0, which comes first."""
    years = sorted(counts)
    return dict(zip(years, accumulate(map(capacity_of, (counts[year] for year in years)), initial=0), strict=False))


def number_all(years: Mapping[int, Collection[DatedArticle]]) -> Iterator[tuple[str, int]]:
    """Every article's path with its number, given the articles of each year."""
    starts = year_starts({year: len(articles) for year, articles in years.items()})
    for year, articles in years.items():
        for path, slot in assign_slots(articles, capacity_of(len(articles))).items():
            yield path, starts[year] + slot


def _probe(key: int, capacity: int) -> Iterator[int]:
    """The slots to try for a hash, one after another; every slot comes up sooner or later."""
    while True:
        key = (key + _STEP) & _MASK
        mixed = key
        mixed = ((mixed ^ (mixed >> 30)) * _MIX[0]) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * _MIX[1]) & _MASK
        yield (mixed ^ (mixed >> 31)) % capacity
