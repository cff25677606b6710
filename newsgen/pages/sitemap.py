"""The sitemap (sitemaps.org, version 0.9), for a site whose address is known: the protocol demands whole URLs.

A file holds 50,000 addresses at most. A larger archive has an index at the same place, which names parts that are
numbered from the oldest, so that all but the last stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from newsgen.archive import Archive
from newsgen.article import Card
from newsgen.config import Site
from newsgen.pages.page import Page, View

FILE = "sitemap.xml"
_MOST = 50_000


def plan_sitemap(archive: Archive, site: Site) -> Iterator[Page]:
    """The sitemap of the front page and all stories; none where site.yaml has no `url`."""
    if not site.url:
        return
    if len(archive.cards) < _MOST:
        yield Page(FILE, "sitemap.xml", "sitemap", partial(_stories_view, archive, archive.cards, True))
        return
    parts: list[str] = []
    for start in range(0, len(archive.cards), _MOST):
        parts.append(f"sitemap-{len(parts) + 1}.xml")
        cards = archive.cards[start : start + _MOST]
        yield Page(parts[-1], "sitemap.xml", "sitemap", partial(_stories_view, archive, cards, False))
    yield Page(FILE, "sitemap_index.xml", "sitemap", partial(dict, parts=parts))


def _stories_view(archive: Archive, cards: Sequence[Card], with_front: bool) -> View:
    stories = []
    for card in cards:
        article = archive.articles[card.path]
        changed = article.updated or article.published
        # W3C dates need no more than what is known, so that a year stays a year.
        stories.append((card.permalink, (changed.instant() if changed.clock else str(changed)) if changed else ""))
    return {"stories": stories, "with_front": with_front}
