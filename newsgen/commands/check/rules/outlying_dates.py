"""Dates far from all others of their folder: a wrong decade puts an article where nobody looks for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsgen.commands.check.facts import ArticleFacts
from newsgen.errors import Problem

# Dated articles below which a folder says nothing of its dates.
_FEWEST = 12
# More years than this part outliers from the other articles, and no more than this many are outliers.
_GAP, _MOST_OUTLIERS = 10, 2


def find_outlying_dates(articles: Sequence[ArticleFacts]) -> Iterator[Problem]:
    """The first or last articles of a folder, if years part them from the others."""
    folders: dict[str, list[tuple[int, ArticleFacts]]] = {}
    for article in articles:
        if article.published:
            folders.setdefault(article.path.rpartition("/")[0], []).append((article.published.year, article))
    for dated in folders.values():
        if len(dated) < _FEWEST:
            continue
        dated.sort(key=lambda pair: (pair[0], pair[1].path))
        years = [year for year, _ in dated]
        gaps = [index for index, (before, after) in enumerate(pairwise(years), 1) if after - before > _GAP]
        outliers = {index for gap in gaps for index in range(gap) if gap <= _MOST_OUTLIERS}
        outliers |= {index for gap in gaps for index in range(gap, len(years)) if len(years) - gap <= _MOST_OUTLIERS}
        rest = [year for index, year in enumerate(years) if index not in outliers]
        for index in sorted(outliers):
            year, article = dated[index]
            yield article.problem_of(
                "published",
                f"is dated {year}, and the {len(rest)} others of its folder {rest[0]} to {rest[-1]}",
                "The date places the article in the calendar and in every list.",
                "Look up when it was published, and correct the date if it is wrong.",
            )
