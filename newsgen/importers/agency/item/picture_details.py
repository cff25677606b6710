"""What an item says of its picture besides caption and credit: it is kept with the article that shows the picture."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from newsgen.importers.agency.item.news_item import NewsItem

_TAG = re.compile(r"<[^<>]*>")


def details_of_picture(item: NewsItem) -> dict[str, Any]:
    """The values of a picture's item that are not empty, as plain values."""
    named = {
        "headline": item.headline,
        "byline": list(item.byline),
        "published": str(item.published or ""),
        "updated": str(item.updated or ""),
        "section": item.section,
        "tags": list(item.tags),
        "people": list(item.people),
        "places": list(item.places),
        "language": item.language,
        "rights": item.rights,
        "text": " ".join(unescape(_TAG.sub(" ", item.html)).split()),
    }
    return {**{name: value for name, value in named.items() if value}, **item.extra}
