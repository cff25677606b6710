"""The pages of a newspaper in an archive of several: its listing with a table of its years, its years and months."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsgen.archive.archive import Archive
from newsgen.archive.groups import Group
from newsgen.archive.memberships import periods_of, split_period
from newsgen.archive.targets import Target
from newsgen.pages.calendar import PeriodFiles, list_months, list_years
from newsgen.pages.feeds.links import group_feeds
from newsgen.pages.group_labels import labels_of
from newsgen.pages.listing_links import group_file, listing_link, paper_month_file, paper_year_file
from newsgen.pages.page import Page, View, viewed_page
from newsgen.pages.pagination import plan_sheets
from newsgen.record.dates import PartialDate
from newsgen.record.paths import href_of
from newsgen.settings.site import Site


def plan_paper(key: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The sheets of a newspaper, the newest with the table of its years; none if it has no articles."""
    paper = archive.group("publications", key)
    if paper:
        view = {
            "kind": paper.kind,
            "title": paper.name,
            "labels": labels_of(paper.kind, site),
            "own_feeds": group_feeds(paper, archive, site),
        }
        newest = partial(_table_of_years, paper, archive)
        yield from plan_sheets(paper, group_file(paper), site.sheet_size, view, archive, newest)


def plan_paper_year(key: str, archive: Archive) -> Iterator[Page]:
    """The page of a newspaper's year; none if it has no articles."""
    group, (paper_key, year) = archive.group("publication-years", key), split_period(key)
    paper = archive.group("publications", paper_key)
    if group and paper:
        view = partial(_year_view, group, paper, archive)
        yield viewed_page(paper_year_file(paper, int(year)), "year.html", Target(group.kind, key), view)


def plan_paper_month(key: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The sheets of a newspaper's month; none if it has no articles."""
    group, (paper_key, month) = archive.group("publication-months", key), split_period(key)
    paper = archive.group("publications", paper_key)
    if group and paper:
        date = PartialDate(int(month[:4]), int(month[5:]))
        view = {
            "kind": group.kind,
            "date": date,
            "paper": listing_link(paper),
            "up": href_of(paper_year_file(paper, date.year)),
        }
        newest = partial(_adjacent_links, group, paper, archive)
        yield from plan_sheets(
            group, paper_month_file(paper, date.year, date.month), site.sheet_size, view, archive, newest
        )


def _table_of_years(paper: Group, archive: Archive) -> View:
    periods = _periods("publication-years", paper.key, archive)
    years = {int(split_period(year.key)[1]): year.articles for year in periods}
    return {"years": list_years(years, _months(paper.key, archive), _files_of(paper))}


def _year_view(group: Group, paper: Group, archive: Archive) -> View:
    year = int(split_period(group.key)[1])
    months = _months(paper.key, archive, year)
    largest = max(months.values(), default=0)
    return {
        "paper": listing_link(paper),
        "year": year,
        "count": group.articles,
        "months": [{**month, "grid": ()} for month in list_months(year, months, largest, _files_of(paper))],
        "weekdays": (),
        "cards": archive.year_only_of(group, year)[::-1],
        **_adjacent_links(group, paper, archive),
    }


def _files_of(paper: Group) -> PeriodFiles:
    return PeriodFiles(partial(paper_year_file, paper), partial(paper_month_file, paper))


def _periods(kind: str, paper: str, archive: Archive) -> Iterator[Group]:
    """The years or months of a newspaper, by its key, from the oldest on."""
    for group in archive.groups_within(kind, periods_of(paper)):
        if split_period(group.key)[0] == paper:
            yield group


def _months(paper: str, archive: Archive, year: int = 0) -> dict[str, int]:
    """The number of articles in each month of a newspaper, by keys such as "1998-05"; of a single year, if given."""
    months = {split_period(group.key)[1]: group.articles for group in _periods("publication-months", paper, archive)}
    return {month: count for month, count in months.items() if not year or month.startswith(f"{year:04}-")}


def _adjacent_links(group: Group, paper: Group, archive: Archive) -> dict[str, object]:
    """Links to the newspaper's year or month before and after one."""
    files = _files_of(paper)

    def link(other: Group | None) -> dict[str, object] | None:
        if other is None or split_period(other.key)[0] != paper.key:
            return None
        period = split_period(other.key)[1]
        date = PartialDate(int(period[:4]), int(period[5:] or 0))
        file = files.month(date.year, date.month) if date.month else files.year(date.year)
        return {"date": date, "href": href_of(file)}

    earlier, later = archive.adjacent(group)
    return {"earlier": link(earlier), "later": link(later)}
