"""Plan the pages of a target: one planner for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from newsgen.archive.archive import Archive
from newsgen.archive.targets import Target, is_named_group
from newsgen.pages.about import plan_about
from newsgen.pages.calendar import plan_calendar, plan_day, plan_month, plan_year
from newsgen.pages.comments import plan_comments_style
from newsgen.pages.feeds.feed import plan_feed, plan_group_feed
from newsgen.pages.front import plan_front
from newsgen.pages.listing import plan_group, plan_index, plan_undated
from newsgen.pages.not_found import plan_missing
from newsgen.pages.on_this_day import plan_anniversaries, plan_anniversary
from newsgen.pages.page import Page
from newsgen.pages.paper_calendar import plan_paper, plan_paper_month, plan_paper_year
from newsgen.pages.redirects import plan_redirects
from newsgen.pages.robots import plan_robots
from newsgen.pages.search import plan_search
from newsgen.pages.sitemap import plan_sitemap, plan_stories
from newsgen.pages.story import plan_story
from newsgen.pages.theme_css import plan_theme
from newsgen.settings.site import Site


class PageSource(NamedTuple):
    """What pages are planned from; `has_own_robots` says that the site ships its own robots.txt."""

    archive: Archive
    site: Site
    has_own_robots: bool = False


_Planner = Callable[[Target, PageSource], Iterator[Page]]


def plan_pages(target: Target, source: PageSource) -> Iterator[Page]:
    """All pages of a target; none for one that is gone, or that has no pages."""
    planner = _PLANNERS.get(target.kind) or (_plan_named_group if is_named_group(target.kind) else None)
    return planner(target, source) if planner else iter(())


def _plan_named_group(target: Target, source: PageSource) -> Iterator[Page]:
    yield from plan_group(target.kind, target.key, source.archive, source.site)
    yield from plan_group_feed(target.kind, target.key, source.archive, source.site)


def _plan_paper(target: Target, source: PageSource) -> Iterator[Page]:
    yield from plan_paper(target.key, source.archive, source.site)
    yield from plan_group_feed(target.kind, target.key, source.archive, source.site)


def _plan_year(target: Target, source: PageSource) -> Iterator[Page]:
    yield from plan_year(target.key, source.archive, source.site)
    yield from plan_stories(target.kind, target.key, source.archive, source.site)


def _plan_undated(target: Target, source: PageSource) -> Iterator[Page]:
    yield from plan_undated(source.archive, source.site)
    yield from plan_stories(target.kind, target.key, source.archive, source.site)


def _plan_index(target: Target, source: PageSource) -> Iterator[Page]:
    if target.key == "anniversaries":
        return plan_anniversaries(source.archive, source.site)
    return plan_index(target.key, source.archive, source.site)


def _plan_robots(target: Target, source: PageSource) -> Iterator[Page]:
    return iter(()) if source.has_own_robots else plan_robots(source.site)


_PLANNERS: dict[str, _Planner] = {
    "article": lambda target, source: plan_story(target.key, source.archive, source.site),
    "publications": _plan_paper,
    "publication-years": lambda target, source: plan_paper_year(target.key, source.archive),
    "publication-months": lambda target, source: plan_paper_month(target.key, source.archive, source.site),
    "years": _plan_year,
    "months": lambda target, source: plan_month(target.key, source.archive, source.site),
    "days": lambda target, source: plan_day(target.key, source.archive, source.site),
    "anniversaries": lambda target, source: plan_anniversary(target.key, source.archive, source.site),
    "undated": _plan_undated,
    "front": lambda target, source: plan_front(source.archive, source.site),
    "calendar": lambda target, source: plan_calendar(source.archive),
    "index": _plan_index,
    "feed": lambda target, source: plan_feed(target.key, source.archive, source.site),
    "sitemap": lambda target, source: plan_sitemap(source.archive, source.site),
    "search": lambda target, source: plan_search(source.archive, source.site),
    "robots": _plan_robots,
    "missing": lambda target, source: plan_missing(source.site),
    "about": lambda target, source: plan_about(source.archive, source.site),
    "theme": lambda target, source: plan_theme(source.site),
    "comments": lambda target, source: plan_comments_style(source.archive),
    "redirects": lambda target, source: plan_redirects(source.archive, source.site),
}
