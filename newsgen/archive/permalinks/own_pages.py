"""The addresses of newsgen's own pages and files, which no article gets by its headline, slug or aliases.

They are known by their form, whether there is such a page yet or not, since any article more may make it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from newsgen.archive.memberships import memberships
from newsgen.archive.permalinks.urls import redirect_file
from newsgen.archive.targets import NAMED_GROUPS, Target
from newsgen.record.dump_parts import FOLDER, NAMES
from newsgen.record.paths import case_folded_path
from newsgen.settings.groups import own_kinds

if TYPE_CHECKING:
    from newsgen.archive.permalinks.listing_table import ListingTable
    from newsgen.record.article import Card
    from newsgen.settings.site import Site

_SHEET = r"(?:index|sheet-\d+)\.html"
_FEED = r"feed(?:/\d+)?\.(?:xml|json)"
# Where others have a file, no article can have a folder.
_BELOW = "(?:/.*)?"
_LISTING = re.compile(
    rf"([^/]+/[^/]+?)(?:\.html|/sheet-\d+\.html|/{_FEED}|/\d{{4}}/(?:\d\d/)?{_SHEET}){_BELOW}", re.DOTALL
)


class OwnPages:
    """The addresses of one site's own pages; of the published listings, `listings` says which have articles."""

    def __init__(self, site: Site, listings: ListingTable) -> None:
        kinds = (*NAMED_GROUPS, *own_kinds(site.groups))
        self._forms = re.compile(f"(?:{'|'.join(_forms(site, kinds))}){_BELOW}", re.DOTALL)
        self._folders = tuple(f"{kind}/" for kind in kinds)
        self._site = site
        self._table = listings
        self._expected: frozenset[Target] = frozenset()
        self._waiting: frozenset[str] = frozenset()

    def expect(self, cards: Mapping[str, Card | None]) -> None:
        """Take note of articles whose listings the index does not know yet: by their paths, their cards if listed."""
        listed = filter(None, cards.values())
        self._expected = frozenset(one.group for card in listed for one in memberships(card, self._site))
        self._waiting = frozenset(cards)

    def has(self, permalink: str) -> bool:
        """Whether a permalink is that of a page of the site's own."""
        return self.has_listing(permalink) or self._forms.fullmatch(_file_of(permalink)) is not None

    def has_listing(self, permalink: str) -> bool:
        """Whether a permalink is that of a published listing, or of a sheet, feed or year of it."""
        return self._listing_at(permalink) is not None

    def answers(self, alias: str) -> bool:
        """Whether an alias is that of a page of the site's own, of which a listing has articles."""
        listing = self._listing_at(alias)
        if listing is None:
            return self.has(alias)
        return listing in self._expected or self._table.has_articles(listing, self._waiting)

    def _listing_at(self, permalink: str) -> Target | None:
        file = _file_of(permalink)
        found = _LISTING.fullmatch(file) if file.startswith(self._folders) else None
        return self._listings.get(found[1]) if found else None

    @cached_property
    def _listings(self) -> Mapping[str, Target]:
        """The published listings by their files, without their ending."""
        return {_file_of(one.permalink).removesuffix(".html"): Target(one.kind, one.key) for one in self._table.all()}


def _file_of(permalink: str) -> str:
    return case_folded_path(redirect_file(permalink))


def _forms(site: Site, kinds: Sequence[str]) -> Iterator[str]:
    """Regular expressions of the files that the site has, or may have, beside its articles and listings."""
    yield from (
        r"(?:index|archive|404)\.html",
        r"robots\.txt",
        r"theme\.css",
        r"manifest-sha256(?:/[0-9a-f]{32})?\.txt",
    )
    yield rf"\d{{4}}/(?:\d\d/){{0,{2 if site.day_pages else 1}}}{_SHEET}"
    yield rf"undated/{_SHEET}"
    yield f"(?:{'|'.join(map(re.escape, kinds))})/index\\.html"
    if site.on_this_day:
        yield r"on-this-day/(?:index|\d\d-\d\d(?:/sheet-\d+)?)\.html"
    if site.feeds.formats:
        yield _FEED
    if site.about:
        yield r"about-this-archive\.html"
    if site.url:
        yield r"sitemap(?:-[^/]+)?\.xml"
    if site.search:
        yield from (r"search\.html", r"words/index\.html", r"search/.+\.js", r"search/.+/license")
    if site.data:
        yield from (r"archive\.sqlite", rf"{FOLDER}/{NAMES}")
