"""How old results are: the releases that were made since, before the code that they measure last changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

# What the time of a build depends on.
MEASURED = ("newsgen/build", "newsgen/render", "newsgen/search", "newsgen/text/similarity", "templates")
# Results may be one release older than the code.
MOST_RELEASES = 1
_RELEASE = re.compile(r"^## \[\d[^\]]*\] - (\d{4}-\d\d-\d\d)$", re.MULTILINE)


def release_dates(changelog: str) -> list[date]:
    """The dates of the releases that a changelog lists, in its order (Keep a Changelog 1.1)."""
    return [date.fromisoformat(found) for found in _RELEASE.findall(changelog)]


def releases_between(measured: date, changed: date, releases: Iterable[date]) -> int:
    """The number of releases since code was measured and before it last changed.

    What was measured on the day of a release is taken for that release's, and what changed on it too.
    """
    return sum(measured <= release < changed for release in releases)


def are_too_old(measured: date, changed: date, releases: Sequence[date]) -> bool:
    """Whether results of that day say little of code that last changed on the other."""
    return releases_between(measured, changed, releases) > MOST_RELEASES
