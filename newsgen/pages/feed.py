"""The Atom feed (RFC 4287) of the newest articles.

Its dates are the articles' own: the feed was "updated" when its newest article was, so that a rebuild without
news leaves it as it is. An archive without any date has no feed, for Atom demands one of every entry.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from newsgen.archive import Archive
from newsgen.article import Card
from newsgen.config import Site
from newsgen.pages.page import Page, View, viewed_page
from newsgen.permalinks import href_of

FILE = "feed.xml"


def has_feed(archive: Archive) -> bool:
    """Whether there is a dated article to feed."""
    return bool(archive.groups("years"))


def plan_feed(archive: Archive, site: Site) -> Iterator[Page]:
    """The feed of the whole site."""
    if has_feed(archive):
        view = partial(_feed_view, archive, site)
        yield viewed_page(FILE, "feed.xml", "feed:", view)


def _feed_view(archive: Archive, site: Site) -> View:
    entries = [_entry(card, site) for card in archive.newest(site.feed_size) if card.published]
    return {
        "id": f"{site.url}/" if site.url else _urn(f"feed of {site.title}"),
        "updated": _latest([entry["updated"] for entry in entries]),
        "entries": entries,
    }


def _entry(card: Card, site: Site) -> dict[str, Any]:
    """What the template needs beside the card: the identity, which never changes, and the two dates."""
    published = card.published.instant() if card.published else ""
    return {
        "card": card,
        "id": f"{site.url}{href_of(card.permalink)}" if site.url else _urn(card.permalink),
        "published": published,
        "updated": _latest([published, card.updated.instant()]) if card.updated else published,
    }


def _latest(instants: Sequence[str]) -> str:
    return max(instants, key=datetime.fromisoformat)


def _urn(name: str) -> str:
    """An identity for a site that has no address yet (RFC 4122, version 5, in the namespace for URLs)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn
