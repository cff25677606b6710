"""The items of a JSON Feed (https://jsonfeed.org/version/1.1), one a line."""

from __future__ import annotations

import json
from collections.abc import Iterable

from newsgen.pages.feeds.entry import Entry

_write = json.JSONEncoder(ensure_ascii=False).encode


def write_items(entries: Iterable[Entry]) -> str:
    """The items as JSON, with commas between them."""
    return ",\n".join(map(_write_item, entries))


def _write_item(entry: Entry) -> str:
    """One item. The format requires a text: the dek or, without one, the headline."""
    card = entry.card
    tags = [card.section, *card.tags] if card.section else card.tags
    fields = {
        "id": entry.id,
        "url": entry.url,
        "title": card.headline,
        "content_text": card.dek or card.headline,
        "summary": card.dek,
        "image": entry.image,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "authors": [{"name": name} for name in card.byline],
        "tags": tags,
        "language": card.language,
    }
    return _write({name: value for name, value in fields.items() if value})
