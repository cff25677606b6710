"""Enclosures: sounds and films that WordPress and plug-ins for podcasts attach to a post."""

from __future__ import annotations

from newsgen.importers.wordpress.wxr.item import Item

FIELD = "enclosure"


def enclosures_of(item: Item) -> tuple[str, ...]:
    """The URLs of an item's sounds and films: each field has one on its first line, its size and type below."""
    lines = (value.split("\n", 1)[0].strip() for value in item.values(FIELD))
    return tuple(dict.fromkeys(line for line in lines if line.startswith(("http://", "https://", "/"))))
