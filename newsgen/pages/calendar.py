"""The archive by date: all years with their months, a year's and a month's calendar, and the articles of each day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from newsgen.archive.archive import Archive, Group
from newsgen.pages.listing import UNDATED_FILE
from newsgen.pages.month_grid import Grid, make_grid, shade_of
from newsgen.pages.page import Page, View, day_file, month_file, viewed_page, year_file
from newsgen.pages.pagination import plan_sheets
from newsgen.record.dates import PartialDate, parse_date
from newsgen.record.paths import href_of
from newsgen.settings.site import Site
from newsgen.text.language.messages import weekdays

ARCHIVE_FILE = "archive.html"
_MONTHS = range(1, 13)


def plan_calendar(archive: Archive) -> Iterator[Page]:
    """The page of all years."""
    yield viewed_page(ARCHIVE_FILE, "years.html", "calendar:", partial(_archive_view, archive))


def plan_year(key: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The page of a year; none where no article is of it any more."""
    group = archive.group("years", key)
    if group:
        yield viewed_page(year_file(int(key)), "year.html", f"years:{key}", partial(_year_view, archive, group, site))


def plan_month(key: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The sheets of a month, the newest with its calendar; none where no article is of it any more."""
    group = archive.group("months", key)
    if group:
        date = PartialDate(int(key[:4]), int(key[5:]))
        view = {
            "kind": "months",
            "date": date,
            "up": href_of(year_file(date.year)),
            "weekdays": weekdays(site.language),
        }
        grid = _grid(date.year, date.month, _counts("days", key, archive), site)
        newest = {"grid": grid, **_beside(archive, group)}
        yield from plan_sheets(group, month_file(date.year, date.month), site.sheet_size, view, archive, newest)


def plan_day(key: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The sheets of a day; none where no article is of it any more."""
    group = archive.group("days", key)
    if group:
        date = PartialDate(int(key[:4]), int(key[5:7]), int(key[8:]))
        view = {"kind": "days", "date": date, "up": href_of(month_file(date.year, date.month))}
        file = day_file(date.year, date.month, date.day)
        yield from plan_sheets(group, file, site.sheet_size, view, archive, _beside(archive, group))


def _archive_view(archive: Archive) -> View:
    undated = archive.group("undated", "")
    months = {group.key: group.articles for group in archive.groups("months")}
    most = max(months.values(), default=0)
    years = [
        {
            "year": int(year.key),
            "href": href_of(year_file(int(year.key))),
            "count": year.articles,
            "months": [_month_cell(int(year.key), month, months, most) for month in _MONTHS],
        }
        for year in reversed(archive.groups("years"))
    ]
    return {"years": years, "undated": undated.articles if undated else 0, "undated_href": UNDATED_FILE}


def _month_cell(year: int, month: int, counts: Mapping[str, int], most: int) -> dict[str, object]:
    count = counts.get(f"{year:04}-{month:02}", 0)
    return {
        "date": PartialDate(year, month),
        "href": href_of(month_file(year, month)),
        "count": count,
        "heat": shade_of(count, most),
    }


def _year_view(archive: Archive, group: Group, site: Site) -> View:
    year = int(group.key)
    counts = _counts("months", group.key, archive)
    most = max(counts.values(), default=0)
    days = _counts("days", group.key, archive)
    months = [{**_month_cell(year, month, counts, most), "grid": _grid(year, month, days, site)} for month in _MONTHS]
    return {
        "year": year,
        "count": group.articles,
        "months": months,
        "weekdays": weekdays(site.language),
        "cards": tuple(reversed(archive.without_month(year))),
        **_beside(archive, group),
    }


def _counts(kind: str, start: str, archive: Archive) -> dict[str, int]:
    """The number of articles of each month or day within a year or month, by key."""
    return {group.key: group.articles for group in archive.groups_within(kind, f"{start}-")}


def _grid(year: int, month: int, days: Mapping[str, int], site: Site) -> Grid:
    """The calendar of a month, shaded by the busiest of these days; () where the site has no pages of days."""
    busiest = max(days.values(), default=0)
    return make_grid(year, month, days, busiest, site.language) if site.day_pages else ()


def _beside(archive: Archive, group: Group) -> dict[str, object]:
    """The links to what comes before and after a year, month or day."""
    earlier, later = archive.beside(group)
    return {"earlier": _time_link(earlier), "later": _time_link(later)}


def _time_link(group: Group | None) -> dict[str, object] | None:
    if group is None:
        return None
    date = parse_date(group.key)
    if date.day:
        file = day_file(date.year, date.month, date.day)
    else:
        file = month_file(date.year, date.month) if date.month else year_file(date.year)
    return {"date": date, "href": href_of(file)}
