"""Dates far from all others of their folder: a slip of the decade puts an article where nobody looks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsgen.commands.check.facts import ArticleFacts
from newsgen.errors import Problem

# A folder tells something of its dates when it has so many.
_FEWEST = 12
# Years between the articles that stand apart and the others, and how many may stand apart.
_GAP, _APART = 10, 2


def find_far_dates(facts: Sequence[ArticleFacts]) -> Iterator[Problem]:
    """The first or last articles of a folder that stand apart from the others by years."""
    folders: dict[str, list[tuple[int, ArticleFacts]]] = {}
    for fact in facts:
        if fact.published:
            folders.setdefault(fact.path.rpartition("/")[0], []).append((fact.published.year, fact))
    for dated in folders.values():
        if len(dated) < _FEWEST:
            continue
        dated.sort(key=lambda pair: (pair[0], pair[1].path))
        years = [year for year, _ in dated]
        gaps = [place for place, (before, after) in enumerate(pairwise(years), 1) if after - before > _GAP]
        apart = {place for gap in gaps for place in range(gap) if gap <= _APART}
        apart |= {place for gap in gaps for place in range(gap, len(years)) if len(years) - gap <= _APART}
        rest = [year for place, year in enumerate(years) if place not in apart]
        for place in sorted(apart):
            year, fact = dated[place]
            yield fact.problem_of(
                "published",
                f"is dated {year}, and the {len(rest)} others of its folder {rest[0]} to {rest[-1]}",
                "The date places the article in the calendar and in every list.",
                "Look up when it was published, and correct the date if it is wrong.",
            )
