"""On this day: the articles of a day of the year, across all years. No page knows which day today is."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterator
from functools import partial

from newsgen.archive.archive import Archive
from newsgen.archive.targets import Target
from newsgen.pages.page import Page, View, viewed_page
from newsgen.pages.pagination import plan_sheets
from newsgen.record.paths import href_of
from newsgen.settings.site import Site

INDEX_FILE = "on-this-day/index.html"
# A year with all days.
_LEAP_YEAR = 2000


def anniversary_file(month: int, day: int) -> str:
    """The newest sheet of a day of the year."""
    return f"on-this-day/{month:02}-{day:02}.html"


def plan_anniversary(key: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The sheets of a day of the year; none if it has no articles."""
    group = archive.group("anniversaries", key)
    if group:
        month, day = int(key[:2]), int(key[3:])
        view = {"kind": "anniversaries", "month": month, "day": day}
        yield from plan_sheets(group, anniversary_file(month, day), site.sheet_size, view, archive)


def plan_anniversaries(archive: Archive, site: Site) -> Iterator[Page]:
    """The calendar of all days of the year; none if the site has no pages of them."""
    if site.on_this_day:
        yield viewed_page(
            INDEX_FILE, "anniversaries.html", Target("index", "anniversaries"), partial(_index_view, archive)
        )


def _index_view(archive: Archive) -> View:
    """Links to the days that have articles. With counts this page would change with every article."""
    days_with_articles = {group.key for group in archive.groups("anniversaries")}
    months = [(month, [_day_link(month, day, days_with_articles) for day in _days_of(month)]) for month in range(1, 13)]
    return {"months": months}


def _day_link(month: int, day: int, days_with_articles: Collection[str]) -> tuple[int, str]:
    """A day's number, and the link to its page, "" if there is none."""
    return day, href_of(anniversary_file(month, day)) if f"{month:02}-{day:02}" in days_with_articles else ""


def _days_of(month: int) -> range:
    return range(1, monthrange(_LEAP_YEAR, month)[1] + 1)
