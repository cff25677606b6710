"""Feeds in Atom (RFC 4287) and JSON Feed 1.1, with their whole history in archive documents (RFC 5005, section 4).

The documents are cut like the sheets of a listing: numbered from the oldest, so that document 17 holds the same
articles for ever, while the newest has the feed's plain address and changes with every article. All dates are the
articles' own: a document was "updated" when its newest article was, and a rebuild without news leaves it as it is.
Articles without a date are in no feed: Atom requires one of every entry.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

from newsgen.archive.archive import Archive
from newsgen.archive.groups import Group, Member
from newsgen.archive.targets import Target
from newsgen.pages.feeds.blocks import BLOCK
from newsgen.pages.feeds.entry import Entry, latest, make_entry, urn
from newsgen.pages.feeds.json_items import write_items
from newsgen.pages.feeds.links import SITE_STEM, feed_file, group_feeds, group_stem, site_feeds
from newsgen.pages.listing_links import group_file
from newsgen.pages.page import Page, View, without_texts
from newsgen.pages.pagination import Sheet, cut_sheets
from newsgen.record.digests import digest_of
from newsgen.record.paths import href_of, root_from
from newsgen.settings.feeds import Format
from newsgen.settings.site import Site

_TEMPLATES: dict[Format, str] = {"atom": "feed.xml", "json": "feed.json"}
# The dated articles from one index up to another, counted from the oldest.
_Between = Callable[[int, int], Sequence[Member]]


class _Feed(NamedTuple):
    """What all documents of a feed share.

    `name` and `listing` are the name and the file of its listing, "" for the whole site's feed.
    """

    target: Target
    stem: str
    name: str
    listing: str
    articles: int
    between: _Between


class _Neighbours(NamedTuple):
    """The numbers of the archived documents before and after one; 0 if there is none."""

    older: int
    newer: int


class _Document(NamedTuple):
    """A document of a feed, in every format."""

    feed: _Feed
    sheet: Sheet
    neighbours: _Neighbours


def plan_feed(block: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The newest document of the whole site's feed, or a block of its history by its number."""
    if site_feeds(archive, site):
        years = _Years(archive)
        feed = _Feed(Target("feed", block), SITE_STEM, "", "", years.articles, years.between)
        sheets = _cut(feed, site)
        documents = block_sheets(sheets, int(block), BLOCK) if block else sheets[:1]
        yield from _plan(feed, documents, len(sheets) - 1, archive, site)


def plan_group_feed(kind: str, key: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The feed of a named group; none if site.yaml does not ask for it."""
    group = archive.group(kind, key)
    if group and group_feeds(group, archive, site):
        dated = archive.count_dated(group)
        between = partial(_between, lru_cache(archive.members), group, group.articles - dated)
        feed = _Feed(Target(kind, key), group_stem(group), group.name, group_file(group), dated, between)
        sheets = _cut(feed, site)
        yield from _plan(feed, sheets, len(sheets) - 1, archive, site)


class _Years:
    """The dated articles of the archive by index, read a year at a time: all of them may not fit in memory."""

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
            first = self._ends[number] - self._years[number].articles
            if first >= end:
                break
            found += self._members(self._years[number])[max(0, start - first) : end - first]
        return found


def _between(
    members: Callable[[Group], Sequence[Member]], group: Group, undated: int, start: int, end: int
) -> Sequence[Member]:
    return members(group)[undated + start : undated + end]


def _cut(feed: _Feed, site: Site) -> Sequence[Sheet]:
    """The documents of a feed, the newest first."""
    if not site.feeds.history:
        return (Sheet(0, feed.stem, max(0, feed.articles - site.feed_size), feed.articles),)
    return cut_sheets(feed.articles, feed.stem, site.feed_size)


def block_sheets(sheets: Sequence[Sheet], block: int, size: int) -> Sequence[Sheet]:
    """The archived documents that begin in a block of `size` articles."""
    return [sheet for sheet in sheets[1:] if sheet.start // size == block]


def _plan(feed: _Feed, sheets: Iterable[Sheet], archived: int, archive: Archive, site: Site) -> Iterator[Page]:
    """The pages of some documents of a feed; `archived` is how many it has besides the newest."""
    # All formats of a document hold the same entries.
    entries = lru_cache(maxsize=1)(partial(_entries, archive, site))
    for sheet in sheets:
        document = _Document(feed, sheet, _neighbours(sheet, archived))
        for form in site.feeds.formats:
            yield Page(
                feed_file(feed.stem, form, sheet.number),
                _TEMPLATES[form],
                feed.target,
                partial(_digest, document),
                without_texts(partial(_view, document, form, entries, site)),
            )


def _neighbours(sheet: Sheet, archived: int) -> _Neighbours:
    """Of the newest document the newest archived one; of an archived document the ones before and after it."""
    if not sheet.number:
        return _Neighbours(archived, 0)
    return _Neighbours(sheet.number - 1, sheet.number + 1 if sheet.number < archived else 0)


def _digest(document: _Document) -> bytes:
    feed, sheet, neighbours = document
    members = ((member.digest, member.picture) for member in feed.between(sheet.start, sheet.end))
    return digest_of(feed.name, feed.listing, sheet.number, neighbours, *members)


def _entries(archive: Archive, site: Site, document: _Document) -> Sequence[Entry]:
    feed, sheet, _ = document
    cards = archive.cards(feed.between(sheet.start, sheet.end)[::-1])
    root = root_from(feed_file(feed.stem, "atom", sheet.number))
    return [make_entry(card, site, root) for card in cards]


def _view(document: _Document, form: Format, entries_of: Callable[[_Document], Sequence[Entry]], site: Site) -> View:
    feed, sheet, neighbours = document
    entries = entries_of(document)
    start = f"{site.url}/" if site.url else root_from(feed_file(feed.stem, form, sheet.number))

    def address(number: int) -> str:
        return start + href_of(feed_file(feed.stem, form, number))

    view = {
        "id": _identity(feed, site),
        "name": feed.name,
        "page": start + href_of(feed.listing or ("" if site.url else "index.html")),
        "own": address(sheet.number) if site.url else "",
        "current": address(0),
        "archived": sheet.number > 0,
        "older": address(neighbours.older) if neighbours.older else "",
        "newer": address(neighbours.newer) if neighbours.newer else "",
        "updated": latest([entry.updated for entry in entries]),
    }
    return {**view, "entries": entries} if form == "atom" else {**view, "items": write_items(entries)}


def _identity(feed: _Feed, site: Site) -> str:
    """The id of the feed in all its documents, which changes only with the site's `url:`."""
    if site.url:
        return f"{site.url}/{href_of(feed.listing)}"
    return urn(f"feed of {site.title}" + (f": {feed.target}" if feed.name else ""))
