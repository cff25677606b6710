"""A month as a grid of weeks, with the number of articles of each day."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping
from typing import NamedTuple

from newsgen.pages.listing_links import day_file
from newsgen.record.paths import href_of
from newsgen.text.language.messages import first_weekday

# Shades of a calendar's days, from few articles to many.
_SHADES = 4


class Day(NamedTuple):
    """A day of a calendar. `href` leads to its page and is "" if it has no articles; `shade` is 0 to 4."""

    number: int
    articles: int
    shade: int
    href: str


# The weeks of a month; None stands for a day of another month.
Grid = tuple[tuple[Day | None, ...], ...]


def make_grid(year: int, month: int, counts: Mapping[str, int], busiest: int, language: str) -> Grid:
    """The calendar of a month; weeks begin with the language's first weekday.

    `counts` are the articles of each day that has some, by keys such as "2020-03-14"; `busiest` is the count that
    has the darkest shade.
    """

    def day_of(number: int) -> Day | None:
        if not number:
            return None
        count = counts.get(f"{year:04}-{month:02}-{number:02}", 0)
        return Day(number, count, shade_of(count, busiest), href_of(day_file(year, month, number)) if count else "")

    weeks = Calendar(first_weekday(language)).monthdayscalendar(year, month)
    return tuple(tuple(map(day_of, week)) for week in weeks)


def shade_of(count: int, largest: int) -> int:
    """The shade of a count by its share of the largest: 0 for no articles, then 1 to 4."""
    return -(-_SHADES * count // largest) if count else 0
