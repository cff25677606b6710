"""Sitemaps (sitemaps.org, version 0.9), for a site whose address is known: the protocol demands whole URLs.

The stories of a year have a part of their own, so that a changed article rewrites that part and no other. The index
stands at the known place also where there is one part only: then no address changes when the archive grows, and the
index is rewritten only when a part comes or goes. Dates are the record's; a listing has none, for it would have to
change with every article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from newsgen.archive.archive import NAMED_GROUPS, Archive, Group
from newsgen.archive.entry import date_of
from newsgen.pages.news_sitemap import NEWS_FILE, plan_news
from newsgen.pages.page import Page, View, group_file, viewed_page, year_file
from newsgen.record.dates import PartialDate
from newsgen.record.digests import digest_of
from newsgen.record.paths import href_of
from newsgen.settings.site import Site

FILE = "sitemap.xml"
# More addresses no file may hold.
_MOST = 50_000


def plan_sitemap(archive: Archive, site: Site) -> Iterator[Page]:
    """The index, and the parts that are no year's; none where site.yaml has no `url`."""
    if site.url:
        yield viewed_page(FILE, "sitemap_index.xml", "sitemap:", partial(_index_view, archive, site))
        listings = _listings(archive)
        for number, file in enumerate(_parts("listings", len(listings))):
            rows = [(href, "") for href in listings[number * _MOST : (number + 1) * _MOST]]
            yield viewed_page(file, "sitemap.xml", "sitemap:", partial(dict, addresses=rows))
        if site.news_sitemap:
            yield from plan_news(archive, site)


def plan_stories(kind: str, key: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The parts with the stories of a year, or with the undated ones, cut from the oldest on."""
    group = archive.group(kind, key)
    if group and site.url:
        for number, file in enumerate(_parts_of(group)):
            yield _plan_part(file, f"{kind}:{key}", partial(archive.addresses, group, number * _MOST, _MOST))


def _plan_part(file: str, owner: str, stories: Callable[[], Iterator[tuple[str, str, str]]]) -> Page:
    return Page(
        file,
        "sitemap.xml",
        owner,
        lambda: digest_of(tuple(stories())),
        lambda: {"addresses": list(map(_story_row, stories()))},
    )


def _parts_of(group: Group) -> list[str]:
    return _parts(group.key or "undated", group.articles)


def _parts(name: str, count: int) -> list[str]:
    """The files for so many addresses, the oldest first; it keeps its name when there come to be more."""
    return [
        f"sitemap-{name}.xml" if part == 1 else f"sitemap-{name}-{part}.xml"
        for part in range(1, -(-count // _MOST) + 1)
    ]


def _index_view(archive: Archive, site: Site) -> View:
    groups = (*archive.groups("undated"), *archive.groups("years"))
    parts = [*_parts("listings", len(_listings(archive))), *(part for group in groups for part in _parts_of(group))]
    return {"parts": [*parts, NEWS_FILE] if site.news_sitemap else parts}


def _listings(archive: Archive) -> list[str]:
    """The front page and the newest sheets of all listings, as addresses below the site's own."""
    named = (href_of(group_file(group)) for kind in NAMED_GROUPS for group in archive.groups(kind))
    years = (href_of(year_file(int(year.key)).removesuffix("index.html")) for year in archive.groups("years"))
    return [f"/{href}" for href in ("", *named, *years)]


def _story_row(row: tuple[str, str, str]) -> tuple[str, str]:
    permalink, published, updated = row
    return href_of(permalink), _changed(date_of(updated) or date_of(published))


def _changed(date: PartialDate | None) -> str:
    """A date as the protocol's schema wants it, a day or an instant; "" where the day is not known."""
    if not date or not date.day:
        return ""
    return date.instant() if date.clock else str(date)
