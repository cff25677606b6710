"""An article in a feed: an id that never changes, absolute URLs, and two dates from the record."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from newsgen.record.article import Card
from newsgen.record.media_types import type_of
from newsgen.record.paths import href_of
from newsgen.settings.site import Site


class Entry(NamedTuple):
    """A card with what feeds need besides. Dates are RFC 3339 instants.

    If the site has no `url:`, `url` and `image` are relative to the document. `image` is "" if there is none.
    """

    card: Card
    id: str
    url: str
    published: str
    updated: str
    image: str
    image_type: str


def make_entry(card: Card, site: Site, root: str) -> Entry:
    """The entry of an article with a date; `root` leads from the feed's document to the site's root."""
    published = card.published.instant() if card.published else ""
    updated = latest([published, card.updated.instant()]) if card.updated else published
    url = f"{site.url}{href_of(card.permalink)}" if site.url else root + card.href
    picture = card.picture
    image = f"{site.url}/{picture.href}" if picture and site.url else root + picture.href if picture else ""
    return Entry(
        card=card,
        id=url if site.url else urn(card.permalink),
        url=url,
        published=published,
        updated=updated,
        image=image,
        image_type=type_of(picture.href) if picture else "",
    )


def latest(instants: Sequence[str]) -> str:
    """The latest of these instants. Those in UTC sort as text, which is quicker."""
    if all(instant[-1] == "Z" for instant in instants):
        return max(instants)
    return max(instants, key=datetime.fromisoformat)


def urn(name: str) -> str:
    """The URN of a name, for a site without a `url:` (RFC 4122, version 5, in the namespace for URLs)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn
