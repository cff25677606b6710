"""The sitemap (sitemaps.org, version 0.9), for a site whose address is known: the protocol demands whole URLs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsgen.archive import Archive
from newsgen.config import Site
from newsgen.pages.page import Page, View

FILE = "sitemap.xml"


def plan_sitemap(archive: Archive, site: Site) -> Iterator[Page]:
    """The sitemap of all stories; none where site.yaml has no `url`."""
    if site.url:
        yield Page(FILE, "sitemap.xml", "sitemap", partial(_sitemap_view, archive))


def _sitemap_view(archive: Archive) -> View:
    stories = []
    for card in archive.cards:
        article = archive.articles[card.path]
        changed = article.updated or article.published
        # W3C dates need no more than what is known, so that a year stays a year.
        stories.append((card.permalink, (changed.instant() if changed.clock else str(changed)) if changed else ""))
    return {"stories": stories}
