"""The numbers of articles: what they are depends on the articles alone, and one article more moves hardly another.

A year's numbers are a block. Its articles take their places from the oldest to the newest, each the first of its own
places, told by the hash of its source's path, that is still free. So the newest article moves no other; an older one
that is added may take the place of a newer, which takes the next of its own, and so on: about ln(1/(1 - load)) in all,
two or three. And the order in which articles were added does not matter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import accumulate

from newsgen.record.digests import number_of

# A year without free places between its articles, up to so many of them: none of its pages is far from another.
_SMALL = 8
# An article's date, as text that sorts, the name by which its numbers are told, and its source's path.
Dated = tuple[str, str, str]
_MASK = (1 << 64) - 1
# Constants of SplitMix64 (Steele, Lea and Flood 2014), which makes a row of places of one hash.
_STEP = 0x9E3779B97F4A7C15
_MIX = (0xBF58476D1CE4E5B9, 0x94D049BB133111EB)


def capacity_of(articles: int) -> int:
    """How many numbers a year of so many articles has."""
    if articles <= _SMALL:
        return articles
    capacity = _SMALL
    while articles > capacity - capacity // 16:
        capacity += max(1, capacity // 4)
    return capacity


def assign_places(articles: Iterable[Dated], capacity: int) -> dict[str, int]:
    """The place of each article in its year's block, from 0 on."""
    places: dict[str, int] = {}
    free = set(range(capacity))
    for _, name, path in sorted(articles):
        places[path] = next(place for place in _wanted(number_of(name) & _MASK, capacity) if place in free)
        free.remove(places[path])
    return places


def year_starts(counts: Mapping[int, int]) -> dict[int, int]:
    """The first number of each year that has articles; undated articles are of the year 0, which comes first."""
    years = sorted(counts)
    return dict(zip(years, accumulate(map(capacity_of, (counts[year] for year in years)), initial=0), strict=False))


def number_all(years: Mapping[int, Collection[Dated]]) -> Iterator[tuple[str, int]]:
    """Every article's path with its number, of the articles of each year."""
    starts = year_starts({year: len(articles) for year, articles in years.items()})
    for year, articles in years.items():
        for path, place in assign_places(articles, capacity_of(len(articles))).items():
            yield path, starts[year] + place


def _wanted(key: int, capacity: int) -> Iterator[int]:
    """The places that a hash asks for, one after the other; sooner or later every place is among them."""
    while True:
        key = (key + _STEP) & _MASK
        mixed = key
        mixed = ((mixed ^ (mixed >> 30)) * _MIX[0]) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * _MIX[1]) & _MASK
        yield (mixed ^ (mixed >> 31)) % capacity
