"""The syntax of blocks: `<!-- wp:name {"attribute": "value"} -->…<!-- /wp:name -->`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_MARK = re.compile(r"<!--\s+/?wp:")
_DELIMITER = re.compile(
    r"<!--\s+(?P<slash>/)?wp:(?P<name>(?:[a-z][\w-]*/)?[a-z][\w-]*)\s+(?P<attributes>\{.*\}\s+)?(?P<void>/)?-->",
    re.DOTALL,
)
NO_ATTRIBUTES: Mapping[str, object] = {}


class Delimiter(NamedTuple):
    """A delimiter of a block, whose name has the name of its plug-in before it ("core/image")."""

    name: str
    attributes: Mapping[str, object]
    is_closing: bool
    is_void: bool


def has_blocks(content: str) -> bool:
    """Whether a text was written with the editor of blocks."""
    return "<!-- wp:" in content


def split_blocks(content: str) -> Iterator[str | Delimiter]:
    """The delimiters of a text, and the pieces between them; what only looks like a delimiter is part of a piece."""
    position = 0
    for mark in _MARK.finditer(content):
        if mark.start() < position:
            continue
        end = content.find("-->", mark.end())
        if end < 0:
            break
        delimiter = _DELIMITER.fullmatch(content, mark.start(), end + 3)
        if not delimiter:
            continue
        if mark.start() > position:
            yield content[position : mark.start()]
        name = delimiter["name"] if "/" in delimiter["name"] else f"core/{delimiter['name']}"
        attributes = _read_attributes(delimiter["attributes"]) if delimiter["attributes"] else NO_ATTRIBUTES
        yield Delimiter(name, attributes, bool(delimiter["slash"]), bool(delimiter["void"]))
        position = end + 3
    if position < len(content):
        yield content[position:]


def _read_attributes(text: str) -> Mapping[str, object]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return NO_ATTRIBUTES
    return value if isinstance(value, dict) else NO_ATTRIBUTES
