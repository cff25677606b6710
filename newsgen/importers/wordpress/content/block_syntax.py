"""The syntax of blocks: `<!-- wp:name {"attribute": "value"} -->…<!-- /wp:name -->`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

_MARK = re.compile(r"<!--\s+/?wp:")
_DELIMITER = re.compile(
    r"<!--\s+(?P<slash>/)?wp:(?P<name>(?:[a-z][\w-]*/){0,2}[a-z][\w-]*)\s+(?P<attributes>\{.*\}\s+)?(?P<void>/)?-->",
    re.DOTALL,
)
# A delimiter of WordPress's own blocks without attributes, which most are. None is part of another delimiter.
_PLAIN = re.compile(r"<!-- (/?)wp:([a-z][\w-]*) -->")
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
    parts = iter(_PLAIN.split(content))
    for text in parts:
        if "wp:" in text:
            yield from _split_piece(text)
        elif text:
            yield text
        slash = next(parts, None)
        if slash is not None:
            yield _plain_delimiter(next(parts), bool(slash))


@lru_cache(maxsize=256)
def _plain_delimiter(name: str, is_closing: bool) -> Delimiter:
    return Delimiter(f"core/{name}", NO_ATTRIBUTES, is_closing, False)


def _split_piece(content: str) -> Iterator[str | Delimiter]:
    position = 0
    for start, end, delimiter in delimiters_in(content):
        if start > position:
            yield content[position:start]
        yield delimiter
        position = end
    if position < len(content):
        yield content[position:]


def delimiters_in(content: str) -> Iterator[tuple[int, int, Delimiter]]:
    """Where each delimiter of a text begins and ends, and the delimiter."""
    position = 0
    for mark in _MARK.finditer(content):
        if mark.start() < position:
            continue
        end = content.find("-->", mark.end())
        if end < 0:
            break
        found = _DELIMITER.fullmatch(content, mark.start(), end + 3)
        if not found:
            continue
        position = end + 3
        name = found["name"] if "/" in found["name"] else f"core/{found['name']}"
        attributes = _read_attributes(found["attributes"]) if found["attributes"] else NO_ATTRIBUTES
        yield mark.start(), position, Delimiter(name, attributes, bool(found["slash"]), bool(found["void"]))


def _read_attributes(text: str) -> Mapping[str, object]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return NO_ATTRIBUTES
    return value if isinstance(value, dict) else NO_ATTRIBUTES
