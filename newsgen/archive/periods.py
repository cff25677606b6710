"""Years, months and days that come or go, and the ones beside them, whose pages link to them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsgen.archive.targets import Target


def adjacent_periods(before: Collection[Target], now: Collection[Target]) -> Iterator[tuple[Target, Target]]:
    """Each period that came or went, with the ones of its kind that are now just before and just after it."""
    ordered = sorted(now)
    for changed in sorted(set(before) ^ set(now)):
        index = bisect_left(ordered, changed)
        # One that came is at this index itself.
        after = index + (changed in now)
        for other in (*ordered[max(0, index - 1) : index], *ordered[after : after + 1]):
            if other.kind == changed.kind:
                yield changed, other
