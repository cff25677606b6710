"""The archive by date: all years, each year's months, each month's articles."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsgen.archive import Archive
from newsgen.config import Site
from newsgen.dates import PartialDate
from newsgen.pages.listing import UNDATED_FILE, plan_sheets
from newsgen.pages.page import Page, View, viewed_page
from newsgen.permalinks import href_of

ARCHIVE_FILE = "archive.html"


def year_file(year: int) -> str:
    """The page of a year."""
    return f"{year:04}/index.html"


def month_file(year: int, month: int) -> str:
    """The newest sheet of a month."""
    return f"{year:04}/{month:02}/index.html"


def plan_calendar(archive: Archive) -> Iterator[Page]:
    """The page of all years."""
    view = partial(_archive_view, archive)
    yield viewed_page(ARCHIVE_FILE, "years.html", "calendar:", view)


def plan_year(key: str, archive: Archive) -> Iterator[Page]:
    """The page of a year; none where no article is of it any more."""
    if archive.group("years", key):
        view = partial(_year_view, archive, int(key))
        yield viewed_page(year_file(int(key)), "year.html", f"years:{key}", view)


def plan_month(key: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The sheets of a month; none where no article is of it any more."""
    group = archive.group("months", key)
    if group:
        date = PartialDate(int(key[:4]), int(key[5:]))
        view = {"kind": "month", "title": str(date), "date": date, "year_href": href_of(year_file(date.year))}
        yield from plan_sheets(group, month_file(date.year, date.month), site.sheet_size, view, archive)


def _archive_view(archive: Archive) -> View:
    undated = archive.group("undated", "")
    years = [
        {
            "year": int(year.key),
            "href": href_of(year_file(int(year.key))),
            "count": year.articles,
            "months": _months(archive, int(year.key)),
        }
        for year in reversed(archive.groups("years"))
    ]
    return {"years": years, "undated": undated.articles if undated else 0, "undated_href": UNDATED_FILE}


def _year_view(archive: Archive, year: int) -> View:
    group = archive.group("years", f"{year:04}")
    years = [int(other.key) for other in archive.groups("years")]
    place = years.index(year)
    return {
        "year": year,
        "count": group.articles if group else 0,
        "months": _months(archive, year),
        "cards": tuple(reversed(archive.without_month(year))),
        "earlier": _year_link(years[place - 1]) if place else None,
        "later": _year_link(years[place + 1]) if place + 1 < len(years) else None,
    }


def _year_link(year: int) -> dict[str, object]:
    return {"year": year, "href": href_of(year_file(year))}


def _months(archive: Archive, year: int) -> list[dict[str, object]]:
    """All twelve months, so that a year is a table; a month without articles has count 0."""
    groups = {month: archive.group("months", f"{year:04}-{month:02}") for month in range(1, 13)}
    return [
        {
            "date": PartialDate(year, month),
            "href": href_of(month_file(year, month)),
            "count": group.articles if group else 0,
        }
        for month, group in groups.items()
    ]
