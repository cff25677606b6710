"""Feeds in Atom (RFC 4287) and JSON Feed 1.1, with their whole history in archive documents (RFC 5005, section 4).

The documents are the sheets of a listing: numbered from the oldest, so that document 17 holds the same articles for
ever, while the newest has the feed's plain address and changes with every article. All dates are the articles' own: a
document was "updated" when its newest article was, so that a rebuild without news leaves it as it is. Articles without
a date are in no feed, for Atom demands one of every entry.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

from newsgen.archive.archive import Archive, Group, Member
from newsgen.archive.feed_blocks import BLOCK
from newsgen.pages.feeds.entry import Entry, latest, make_entry, urn
from newsgen.pages.feeds.json_items import write_items
from newsgen.pages.feeds.links import SITE_PLACE, feed_file, group_feeds, group_place, site_feeds
from newsgen.pages.page import Page, View, group_file
from newsgen.pages.pagination import Sheet, cut_sheets
from newsgen.record.digests import digest_of
from newsgen.record.paths import href_of, root_from
from newsgen.settings.feeds import Format
from newsgen.settings.site import Site

_TEMPLATES: dict[Format, str] = {"atom": "feed.xml", "json": "feed.json"}
# The dated articles from one place to another, counted from the oldest.
_Between = Callable[[int, int], Sequence[Member]]


class _Feed(NamedTuple):
    """What all documents of a feed share.

    `name` and `page` are the name and the file of the listing that it is the feed of, "" for the whole site's.
    """

    owner: str
    place: str
    name: str
    page: str
    articles: int
    between: _Between


class _Neighbours(NamedTuple):
    """The numbers of the archived documents before and after one; 0 where there is none."""

    older: int
    newer: int


def plan_feed(block: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The newest document of the whole site's feed, or a block of its history by its number."""
    if site_feeds(archive, site):
        years = _Years(archive)
        feed = _Feed(f"feed:{block}", SITE_PLACE, "", "", years.articles, years.between)
        sheets = _cut(feed, site)
        own = [sheet for sheet in sheets[1:] if sheet.start // BLOCK == int(block)] if block else sheets[:1]
        yield from _plan(feed, own, len(sheets) - 1, archive, site)


def plan_group_feed(kind: str, key: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The feed of a section, tag or author; none where none was asked for."""
    group = archive.group(kind, key)
    if group and group_feeds(group, archive, site):
        dated = archive.count_dated(group)
        between = partial(_between, lru_cache(archive.members), group, group.articles - dated)
        feed = _Feed(f"{kind}:{key}", group_place(group), group.name, group_file(group), dated, between)
        sheets = _cut(feed, site)
        yield from _plan(feed, sheets, len(sheets) - 1, archive, site)


class _Years:
    """The dated articles of the archive by their place, a year at a time: those of all years may not fit in memory."""

    def __init__(self, archive: Archive) -> None:
        self._years = archive.groups("years")
        self._ends = list(accumulate(year.articles for year in self._years))
        self._members = lru_cache(maxsize=2)(archive.members)

    @property
    def articles(self) -> int:
        return self._ends[-1]

    def between(self, start: int, end: int) -> Sequence[Member]:
        found: list[Member] = []
        for number in range(bisect_right(self._ends, start), len(self._years)):
            before = self._ends[number] - self._years[number].articles
            if before >= end:
                break
            found += self._members(self._years[number])[max(0, start - before) : end - before]
        return found


def _between(
    members: Callable[[Group], Sequence[Member]], group: Group, undated: int, start: int, end: int
) -> Sequence[Member]:
    return members(group)[undated + start : undated + end]


def _cut(feed: _Feed, site: Site) -> Sequence[Sheet]:
    """The documents of a feed, the newest first."""
    if not site.feeds.history:
        return (Sheet(0, feed.place, max(0, feed.articles - site.feed_size), feed.articles),)
    return cut_sheets(feed.articles, feed.place, site.feed_size)


def _plan(feed: _Feed, sheets: Iterable[Sheet], archived: int, archive: Archive, site: Site) -> Iterator[Page]:
    """The pages of some documents of a feed that has so many beside its newest one."""
    # Both formats of a document hold the same entries.
    entries = lru_cache(maxsize=1)(partial(_entries, feed, archive, site))
    for sheet in sheets:
        way = _neighbours(sheet, archived)
        for form in site.feeds.formats:
            yield Page(
                feed_file(feed.place, form, sheet.number),
                _TEMPLATES[form],
                feed.owner,
                partial(_digest, feed, sheet, way),
                partial(_view, feed, form, sheet, way, entries, site),
            )


def _neighbours(sheet: Sheet, archived: int) -> _Neighbours:
    """From the newest document to the newest of the archived ones, and from each of these to the ones beside it."""
    if not sheet.number:
        return _Neighbours(archived, 0)
    return _Neighbours(sheet.number - 1, sheet.number + 1 if sheet.number < archived else 0)


def _digest(feed: _Feed, sheet: Sheet, way: _Neighbours) -> bytes:
    members = ((member.digest, member.picture) for member in feed.between(sheet.start, sheet.end))
    return digest_of(feed.name, feed.page, sheet.number, way, *members)


def _entries(feed: _Feed, archive: Archive, site: Site, sheet: Sheet) -> Sequence[Entry]:
    cards = archive.cards(feed.between(sheet.start, sheet.end)[::-1])
    root = root_from(feed_file(feed.place, "atom", sheet.number))
    return [make_entry(card, site, root) for card in cards]


def _view(
    feed: _Feed, form: Format, sheet: Sheet, way: _Neighbours, entries: Callable[[Sheet], Sequence[Entry]], site: Site
) -> View:
    shown = entries(sheet)
    start = f"{site.url}/" if site.url else root_from(feed_file(feed.place, form, sheet.number))

    def address(number: int) -> str:
        return start + href_of(feed_file(feed.place, form, number))

    view = {
        "id": _identity(feed, site),
        "name": feed.name,
        "page": start + href_of(feed.page or ("" if site.url else "index.html")),
        "own": address(sheet.number) if site.url else "",
        "current": address(0),
        "archived": sheet.number > 0,
        "older": address(way.older) if way.older else "",
        "newer": address(way.newer) if way.newer else "",
        "updated": latest([entry.updated for entry in shown]),
    }
    return {**view, "entries": shown} if form == "atom" else {**view, "items": write_items(shown)}


def _identity(feed: _Feed, site: Site) -> str:
    """What names the feed in all its documents, and never changes while the site has its address."""
    if site.url:
        return f"{site.url}/{href_of(feed.page)}"
    return urn(f"feed of {site.title}" + (f": {feed.owner}" if feed.name else ""))
