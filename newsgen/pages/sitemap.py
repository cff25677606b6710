"""Sitemaps (sitemaps.org, version 0.9), for a site with a `url:`: the protocol requires absolute URLs.

Each year's stories have their own part, the only one that a changed article rewrites. There is an index even for a
single part: no address changes when the archive grows, and the index is rewritten only when parts are added or removed.
Dates are the record's; a listing has none, because it would change with every article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from newsgen.archive.archive import Archive
from newsgen.archive.card_row import date_from_text
from newsgen.archive.groups import Group
from newsgen.archive.memberships import split_period
from newsgen.archive.targets import Target
from newsgen.pages.listing_links import group_file, paper_year_file, year_file
from newsgen.pages.news_sitemap import NEWS_FILE, plan_news
from newsgen.pages.page import Page, View, viewed_page, without_texts
from newsgen.pages.translations import alternates
from newsgen.record.dates import PartialDate
from newsgen.record.digests import digest_of
from newsgen.record.paths import href_of
from newsgen.settings.site import Site

SITEMAP_FILE = "sitemap.xml"
# The most addresses that a file may hold.
MAX_ADDRESSES = 50_000


def plan_sitemap(archive: Archive, site: Site) -> Iterator[Page]:
    """The index, and the parts that are no year's; none if site.yaml has no `url:`."""
    if site.url:
        yield viewed_page(SITEMAP_FILE, "sitemap_index.xml", Target("sitemap"), partial(_index_view, archive, site))
        listings = _listings(archive)
        for number, file in enumerate(_parts("listings", len(listings))):
            rows = [(href, "") for href in listings[number * MAX_ADDRESSES : (number + 1) * MAX_ADDRESSES]]
            yield viewed_page(file, "sitemap.xml", Target("sitemap"), partial(dict, addresses=rows, alternates={}))
        if site.news_sitemap:
            yield from plan_news(archive, site)


def plan_stories(kind: str, key: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The parts with the stories of a year, or with the undated ones, from the oldest on."""
    group = archive.group(kind, key)
    if group and site.url:
        for number, file in enumerate(_parts_of(group)):
            addresses = partial(archive.addresses, group, number * MAX_ADDRESSES, MAX_ADDRESSES)
            translated = partial(archive.translated_permalinks, group)
            yield _plan_part(file, Target(kind, key), site, addresses, translated)


def _plan_part(
    file: str,
    target: Target,
    site: Site,
    stories: Callable[[], Iterator[tuple[str, str, str]]],
    translated: Callable[[], dict[str, list[tuple[str, str]]]],
) -> Page:
    return Page(
        file,
        "sitemap.xml",
        target,
        lambda: digest_of(tuple(stories()), sorted(translated().items())),
        without_texts(lambda: _part_view(stories(), translated(), site)),
    )


def _part_view(
    stories: Iterator[tuple[str, str, str]], translated: Mapping[str, list[tuple[str, str]]], site: Site
) -> View:
    """The addresses of a part, and the alternates of those that have translations."""
    rows = list(stories)
    versions = {href_of(row[0]): found for row in rows if (found := alternates(translated.get(row[0], ()), site))}
    return {"addresses": list(map(_story_row, rows)), "alternates": versions}


def _parts_of(group: Group) -> list[str]:
    return _parts(group.key or "undated", group.articles)


def _parts(name: str, count: int) -> list[str]:
    """The files of a list of `count` addresses, in order; the first keeps its name when others are added."""
    return [
        f"sitemap-{name}.xml" if part == 1 else f"sitemap-{name}-{part}.xml"
        for part in range(1, -(-count // MAX_ADDRESSES) + 1)
    ]


def _index_view(archive: Archive, site: Site) -> View:
    groups = (*archive.groups("undated"), *archive.groups("years"))
    parts = [*_parts("listings", len(_listings(archive))), *(part for group in groups for part in _parts_of(group))]
    return {"parts": [*parts, NEWS_FILE] if site.news_sitemap else parts}


def _listings(archive: Archive) -> list[str]:
    """The front page and the newest sheets of all listings, as addresses below the site's URL."""
    named = (href_of(group_file(group)) for kind in archive.named_kinds() for group in archive.groups_with_pages(kind))
    years = (href_of(year_file(int(year.key)).removesuffix("index.html")) for year in archive.groups("years"))
    return [f"/{href}" for href in ("", *named, *years, *_paper_years(archive))]


def _paper_years(archive: Archive) -> Iterator[str]:
    for group in archive.groups("publication-years"):
        key, year = split_period(group.key)
        paper = archive.group("publications", key)
        if paper:
            yield href_of(paper_year_file(paper, int(year)).removesuffix("index.html"))


def _story_row(row: tuple[str, str, str]) -> tuple[str, str]:
    permalink, published, updated = row
    return href_of(permalink), _changed(date_from_text(updated) or date_from_text(published))


def _changed(date: PartialDate | None) -> str:
    """A date in the protocol's form, a day or an instant; "" if the day is not known."""
    if not date or not date.day:
        return ""
    return date.instant() if date.clock else str(date)
