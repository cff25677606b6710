"""robots.txt (RFC 9309): which crawlers may read the site, and where its sitemap is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsgen.archive.targets import Target
from newsgen.pages.crawlers import known_crawlers
from newsgen.pages.page import Page, View, viewed_page
from newsgen.pages.sitemap import SITEMAP_FILE
from newsgen.settings.site import Site
from newsgen.text.urls import split_url

ROBOTS_FILE = "robots.txt"
# The purposes of the crawlers that a setting keeps out.
_KEPT_OUT = {"no-training": ("training",), "no-ai": ("training", "search", "assistant")}


def plan_robots(site: Site) -> Iterator[Page]:
    """robots.txt; a file of that name in the site's static/ replaces it."""
    yield viewed_page(ROBOTS_FILE, "robots.txt", Target("robots"), partial(_robots_view, site))


def _robots_view(site: Site) -> View:
    """Crawlers ask for robots.txt at the root of a server only, so `path` is the site's path on its server."""
    purposes = _KEPT_OUT.get(site.robots, ())
    return {
        "kept_out": [crawler.name for crawler in known_crawlers() if crawler.purpose in purposes],
        "all_kept_out": site.robots == "none",
        "path": split_url(site.url).path + "/",
        "sitemap": f"{site.url}/{SITEMAP_FILE}" if site.url and site.robots != "none" else "",
    }
