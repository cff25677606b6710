"""The archive by date: all years with their months, a year's and a month's calendar, and the articles of each day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from newsgen.archive.archive import Archive
from newsgen.archive.groups import Group
from newsgen.archive.targets import Target
from newsgen.pages.listing import UNDATED_FILE
from newsgen.pages.listing_links import day_file, month_file, year_file
from newsgen.pages.month_grid import Grid, make_grid, shade_of
from newsgen.pages.page import Page, View, viewed_page
from newsgen.pages.pagination import plan_sheets
from newsgen.record.dates import PartialDate, parse_date
from newsgen.record.paths import href_of
from newsgen.settings.site import Site
from newsgen.text.language.messages import weekdays

ARCHIVE_FILE = "archive.html"
_MONTHS = range(1, 13)


class PeriodFiles(NamedTuple):
    """The pages of the years and months of a calendar: the site's, or a newspaper's."""

    year: Callable[[int], str]
    month: Callable[[int, int], str]


_OF_SITE = PeriodFiles(year_file, month_file)


def plan_calendar(archive: Archive) -> Iterator[Page]:
    """The page of all years."""
    yield viewed_page(ARCHIVE_FILE, "years.html", Target("calendar"), partial(_archive_view, archive))


def plan_year(key: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The page of a year; none if it has no articles."""
    group = archive.group("years", key)
    if group:
        yield viewed_page(
            year_file(int(key)), "year.html", Target("years", key), partial(_year_view, archive, group, site)
        )


def plan_month(key: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The sheets of a month, the newest with its calendar; none if it has no articles."""
    group = archive.group("months", key)
    if group:
        date = PartialDate(int(key[:4]), int(key[5:]))
        view = {
            "kind": "months",
            "date": date,
            "up": href_of(year_file(date.year)),
            "weekdays": weekdays(site.language),
        }
        newest = partial(_month_beside, archive, group, date, site)
        yield from plan_sheets(group, month_file(date.year, date.month), site.sheet_size, view, archive, newest)


def plan_day(key: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The sheets of a day; none if it has no articles."""
    group = archive.group("days", key)
    if group:
        date = PartialDate(int(key[:4]), int(key[5:7]), int(key[8:]))
        view = {"kind": "days", "date": date, "up": href_of(month_file(date.year, date.month))}
        file = day_file(date.year, date.month, date.day)
        newest = partial(_adjacent_links, archive, group)
        yield from plan_sheets(group, file, site.sheet_size, view, archive, newest)


def _month_beside(archive: Archive, group: Group, date: PartialDate, site: Site) -> View:
    grid = _grid(date.year, date.month, _counts("days", group.key, archive), site)
    return {"grid": grid, **_adjacent_links(archive, group)}


def _archive_view(archive: Archive) -> View:
    undated = archive.group("undated", "")
    years = {int(group.key): group.articles for group in archive.groups("years")}
    months = {group.key: group.articles for group in archive.groups("months")}
    return {
        "years": list_years(years, months, _OF_SITE),
        "undated": undated.articles if undated else 0,
        "undated_href": UNDATED_FILE,
    }


def list_years(years: Mapping[int, int], months: Mapping[str, int], files: PeriodFiles) -> list[dict[str, object]]:
    """The years of a calendar with their months, the newest first, of how many articles each year and month has."""
    largest = max(months.values(), default=0)
    return [
        {
            "year": year,
            "href": href_of(files.year(year)),
            "count": count,
            "months": list_months(year, months, largest, files),
        }
        for year, count in sorted(years.items(), reverse=True)
    ]


def list_months(year: int, counts: Mapping[str, int], largest: int, files: PeriodFiles) -> list[dict[str, object]]:
    """The months of a year, shaded by how many articles they have of the largest number that a month has."""
    return [_month_cell(PartialDate(year, month), counts, largest, files) for month in _MONTHS]


def _month_cell(date: PartialDate, counts: Mapping[str, int], largest: int, files: PeriodFiles) -> dict[str, object]:
    count = counts.get(f"{date.year:04}-{date.month:02}", 0)
    return {
        "date": date,
        "href": href_of(files.month(date.year, date.month)),
        "count": count,
        "shade": shade_of(count, largest),
    }


def _year_view(archive: Archive, group: Group, site: Site) -> View:
    year = int(group.key)
    counts = _counts("months", group.key, archive)
    largest = max(counts.values(), default=0)
    days = _counts("days", group.key, archive)
    months = [
        {**cell, "grid": _grid(year, month, days, site)}
        for month, cell in enumerate(list_months(year, counts, largest, _OF_SITE), 1)
    ]
    return {
        "paper": None,
        "year": year,
        "count": group.articles,
        "months": months,
        "weekdays": weekdays(site.language),
        "cards": tuple(reversed(archive.year_only(year))),
        **_adjacent_links(archive, group),
    }


def _counts(kind: str, period: str, archive: Archive) -> dict[str, int]:
    """The number of articles in each month or day of a year or month, by its key."""
    return {group.key: group.articles for group in archive.groups_within(kind, f"{period}-")}


def _grid(year: int, month: int, days: Mapping[str, int], site: Site) -> Grid:
    """The calendar of a month, shaded by the busiest of these days; () if the site has no pages of days."""
    busiest = max(days.values(), default=0)
    return make_grid(year, month, days, busiest, site.language) if site.day_pages else ()


def _adjacent_links(archive: Archive, group: Group) -> View:
    """Links to the year, month or day before and after one."""
    earlier, later = archive.adjacent(group)
    return {"earlier": _period_link(earlier), "later": _period_link(later)}


def _period_link(group: Group | None) -> dict[str, object] | None:
    if group is None:
        return None
    date = parse_date(group.key)
    if date.day:
        file = day_file(date.year, date.month, date.day)
    else:
        file = month_file(date.year, date.month) if date.month else year_file(date.year)
    return {"date": date, "href": href_of(file)}
