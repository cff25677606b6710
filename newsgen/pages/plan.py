"""Planning: from an owner of pages to its pages, one module a kind of page."""

from __future__ import annotations

from collections.abc import Iterator

from newsgen.archive.archive import NAMED_GROUPS, Archive
from newsgen.pages.calendar import plan_calendar, plan_day, plan_month, plan_year
from newsgen.pages.feeds.feed import plan_feed, plan_group_feed
from newsgen.pages.front import plan_front
from newsgen.pages.listing import plan_group, plan_index, plan_undated
from newsgen.pages.not_found import plan_missing
from newsgen.pages.on_this_day import plan_anniversaries, plan_anniversary
from newsgen.pages.page import Page, Read
from newsgen.pages.redirects import plan_redirects
from newsgen.pages.robots import plan_robots
from newsgen.pages.search import plan_search
from newsgen.pages.sitemap import plan_sitemap, plan_stories
from newsgen.pages.story import plan_story
from newsgen.pages.theme_css import plan_theme
from newsgen.settings.site import Site


def plan_pages(owner: str, archive: Archive, site: Site, read: Read) -> Iterator[Page]:
    """All pages of an owner, such as "article:2020/flood.txt", "tags:tide" or "front:"; none for one that is gone.

    `read` answers an article and its body, for the page of an article when it is rendered.
    """
    kind, _, name = owner.partition(":")
    if kind == "article":
        yield from plan_story(name, archive, site, read)
    elif kind in NAMED_GROUPS:
        yield from plan_group(kind, name, archive, site)
        yield from plan_group_feed(kind, name, archive, site)
    elif kind == "years":
        yield from plan_year(name, archive, site)
        yield from plan_stories(kind, name, archive, site)
    elif kind == "months":
        yield from plan_month(name, archive, site)
    elif kind == "days":
        yield from plan_day(name, archive, site)
    elif kind == "anniversaries":
        yield from plan_anniversary(name, archive, site)
    elif owner == "index:anniversaries":
        yield from plan_anniversaries(archive, site)
    elif kind == "undated":
        yield from plan_undated(archive, site)
        yield from plan_stories(kind, name, archive, site)
    elif kind == "index":
        yield from plan_index(name, archive, site)
    elif kind == "calendar":
        yield from plan_calendar(archive)
    elif kind == "front":
        yield from plan_front(archive, site)
    elif kind == "feed":
        yield from plan_feed(name, archive, site)
    elif kind == "theme":
        yield from plan_theme(site)
    elif kind == "redirects":
        yield from plan_redirects(archive, site)
    elif kind == "search":
        yield from plan_search(site)
    elif kind == "robots":
        yield from plan_robots(site)
    elif kind == "sitemap":
        yield from plan_sitemap(archive, site)
    else:
        yield from plan_missing(site)
