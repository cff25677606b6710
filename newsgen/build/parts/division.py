"""Divide sources into parts: by year of publication, and about equal in bytes.

The year is only guessed, from what is seen without reading the source: it decides which part reads it, and nothing of
the result.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

# A path such as 2019/03/ferry.md or 2019-03-14-ferry.md, or a line such as "date: 2019-03-14".
_IN_PATH = re.compile(r"(?:^|[/_-])(1[5-9]\d\d|20\d\d)(?=[/_.-])")
_DECLARED = re.compile(rb"(?mi)^\W*(?:date|published|pubdate)\W.*?\b(1[5-9]\d\d|20\d\d)\b")
_FIRST = re.compile(rb"\b(1[5-9]\d\d|20\d\d)\b")
# Bytes of a source that are looked at: front matter, or the head of a pasted page.
OPENING = 4_096
# A part may be larger or smaller by so much of its size, so that a year is not divided.
_LEEWAY = 0.25


class DatedSource(NamedTuple):
    """A source with the year that it seems to be of (0: not known) and its size in bytes."""

    year: int
    path: str
    size: int


def guess_year(path: str, opening: bytes) -> int:
    """The year that a source seems to be of, by its declared date, its path or the first year in it; 0 for none."""
    declared = _DECLARED.search(opening)
    in_path = _IN_PATH.search(path)
    found = declared or in_path or _FIRST.search(opening)
    return int(found[1]) if found else 0


def divide(sources: Iterable[DatedSource], parts: int) -> list[list[str]]:
    """The paths of each part, sorted. A year is in one part, or in few that follow each other."""
    ordered = sorted(sources)
    ends = list(accumulate(source.size + 1 for source in ordered))
    cuts = [0, *_cuts(ordered, ends, parts), len(ordered)]
    return [sorted(source.path for source in ordered[cuts[n] : cuts[n + 1]]) for n in range(parts)]


def _cuts(ordered: Sequence[DatedSource], ends: Sequence[int], parts: int) -> list[int]:
    """The indexes at which parts but the first begin: where a year does, if one does nearby."""
    total = ends[-1] if ends else 0
    years = [n for n in range(1, len(ordered)) if ordered[n].year != ordered[n - 1].year]
    begins = [ends[n - 1] for n in years]
    cuts: list[int] = []
    for part in range(1, parts):
        ideal = total * part / parts
        near = bisect_left(begins, ideal)
        candidates = [(abs(begins[n] - ideal), years[n]) for n in (near - 1, near) if 0 <= n < len(years)]
        distance, year = min(candidates, default=(total + 1.0, 0))
        cut = year if distance <= _LEEWAY * total / parts else bisect_right(ends, ideal)
        cuts.append(max(cut, cuts[-1] if cuts else 0))
    return cuts
