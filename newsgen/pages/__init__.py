"""Planning: from the archive to every page of the site, one module a kind of page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsgen.addresses import Targets
from newsgen.archive import Archive
from newsgen.config import Site
from newsgen.pages.calendar import plan_calendar
from newsgen.pages.feed import plan_feed
from newsgen.pages.front import plan_front
from newsgen.pages.listing import plan_listings
from newsgen.pages.missing import plan_missing
from newsgen.pages.page import Page
from newsgen.pages.sitemap import plan_sitemap
from newsgen.pages.story import plan_stories
from newsgen.related import Lookup


def plan_pages(
    archive: Archive, bodies: Mapping[str, str], lookup: Lookup, targets: Targets, site: Site
) -> Iterator[Page]:
    """All pages, in the order in which they are written: what is linked to comes before what links to it."""
    yield from plan_stories(archive, bodies, lookup, targets)
    yield from plan_listings(archive, site.sheet_size)
    yield from plan_calendar(archive, site.sheet_size)
    yield from plan_front(archive, targets)
    yield from plan_missing(archive, site)
    yield from plan_feed(archive, site)
    yield from plan_sitemap(archive, site)
