"""The archive by date: all years, each year's months, each month's articles."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsgen.archive import Archive
from newsgen.dates import PartialDate
from newsgen.pages.listing import plan_sheets
from newsgen.pages.page import Page, View
from newsgen.permalinks import href_of

ARCHIVE_FILE = "archive.html"


def year_file(year: int) -> str:
    """The page of a year."""
    return f"{year:04}/index.html"


def month_file(year: int, month: int) -> str:
    """The newest sheet of a month."""
    return f"{year:04}/{month:02}/index.html"


def plan_calendar(archive: Archive, size: int) -> Iterator[Page]:
    """The page of all years, a page a year, and the sheets of each month."""
    yield Page(ARCHIVE_FILE, "years.html", "archive by date", partial(_archive_view, archive))
    for year in archive.years:
        yield Page(year_file(year), "year.html", f"year {year}", partial(_year_view, archive, year))
    for (year, month), cards in archive.months.items():
        date = PartialDate(year, month)
        view = {"kind": "month", "title": str(date), "date": date, "year_href": href_of(year_file(year))}
        yield from plan_sheets(cards, month_file(year, month), size, "listing.html", f"month {date}", view)


def _archive_view(archive: Archive) -> View:
    years = [
        {"year": year, "href": href_of(year_file(year)), "count": len(cards), "months": _months(archive, year)}
        for year, cards in sorted(archive.years.items(), reverse=True)
    ]
    return {"years": years, "undated": len(archive.undated), "undated_href": "undated/index.html"}


def _year_view(archive: Archive, year: int) -> View:
    years = list(archive.years)
    place = years.index(year)
    return {
        "year": year,
        "count": len(archive.years[year]),
        "months": _months(archive, year),
        "cards": tuple(card for card in reversed(archive.years[year]) if card.published and not card.published.month),
        "earlier": _year_link(years[place - 1]) if place else None,
        "later": _year_link(years[place + 1]) if place + 1 < len(years) else None,
    }


def _year_link(year: int) -> dict[str, object]:
    return {"year": year, "href": href_of(year_file(year))}


def _months(archive: Archive, year: int) -> list[dict[str, object]]:
    """All twelve months, so that a year is a table; a month without articles has count 0."""
    counts = {month: len(archive.months.get((year, month), ())) for month in range(1, 13)}
    return [
        {"date": PartialDate(year, month), "href": href_of(month_file(year, month)), "count": count}
        for month, count in counts.items()
    ]
