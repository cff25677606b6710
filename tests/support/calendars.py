"""An archive of many dates and its calendar, as tests of calendars need them."""

from collections.abc import Iterator

from newsgen.archive.archive import Archive
from newsgen.pages.calendar import plan_calendar, plan_day, plan_month, plan_year
from newsgen.pages.page import Page
from newsgen.settings.site import Site
from tests.support.records import an_article, daily_articles, make_archive

SITE = Site(title="The Quay", language="en", sheet_size=5)
ARTICLES = [
    *daily_articles(11),
    an_article("whole-year.md", published="2024"),
    an_article("march.md", published="2024-03"),
    an_article("old.md", published="1998"),
    an_article("older.md", published="0987-12-24"),
    an_article("undated.md"),
]
ARCHIVE = make_archive(ARTICLES, SITE)


def plan_all(archive: Archive, site: Site = SITE) -> Iterator[Page]:
    """All pages of the archive by date."""
    yield from plan_calendar(archive)
    for year in archive.groups("years"):
        yield from plan_year(year.key, archive, site)
    for month in archive.groups("months"):
        yield from plan_month(month.key, archive, site)
    for day in archive.groups("days"):
        yield from plan_day(day.key, archive, site)
