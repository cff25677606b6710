"""What stands beside an article, or beside a year, month or day, that came, changed or went: pages there link to it."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Collection, Iterator

from newsgen.archive.archive import day_range
from newsgen.archive.database import decode_path

# A kind of groups of time, such as "days", and a key.
Period = tuple[str, str]


def adjacent_articles(state: sqlite3.Connection, position: str, section: int | None) -> Iterator[str]:
    """The paths of the articles just before and after a place in the order, in its section and on its day."""
    start, end = day_range(position)
    for where, values in (
        ("section_id = ? AND position < ? ORDER BY position DESC", (section, position)),
        ("section_id = ? AND position > ? ORDER BY position", (section, position)),
        ("position >= ? AND position < ? ORDER BY position DESC", (start or position, position)),
        ("position > ? AND position < ? ORDER BY position", (position, end)),
    ):
        rows = state.execute(f"SELECT path FROM articles WHERE {where} LIMIT 1", values)
        yield from (decode_path(path) for (path,) in rows)


def adjacent_periods(before: Collection[Period], now: Collection[Period]) -> Iterator[tuple[Period, Period]]:
    """Each year, month or day that came or went, with those that now stand just before and just after it."""
    ordered = sorted(now)
    for moved in sorted(set(before) ^ set(now)):
        place = bisect_left(ordered, moved)
        # One that came stands there itself.
        after = place + (moved in now)
        for other in (*ordered[max(0, place - 1) : place], *ordered[after : after + 1]):
            if other[0] == moved[0]:
                yield moved, other
