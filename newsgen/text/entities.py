"""HTML entities in plain text: exports of old systems write "&amp;" for "&"."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

# The longest names of HTML's entities have 31 letters (HTML, "Named character references").
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}\d{0,2});")
# What stands for the ";" of an entity while a text is split; no text that was read has a NUL.
_MARK = "\0"


def decode_entities(text: str) -> str:
    """A text with a character in place of each entity, and a space for one that stands for a control character."""
    return _ENTITY.sub(_decode, text) if "&" in text else text


def split_outside_entities(text: str, signs: str) -> list[str]:
    """The parts of a text between any of the signs, where a ";" that ends an entity is no sign."""
    separator = f"[{re.escape(signs)}]"
    if "&" not in text:
        return re.split(separator, text)
    marked = _ENTITY.sub(lambda entity: entity[0][:-1] + _MARK if _is_known(entity[0]) else entity[0], text)
    return [part.replace(_MARK, ";") for part in re.split(separator, marked)]


def _decode(entity: re.Match[str]) -> str:
    if not _is_known(entity[0]):
        return entity[0]
    sign = unescape(entity[0])
    return sign if sign.isprintable() or (sign.isspace() and sign not in "\t\n\f\r\v") else " "


def _is_known(entity: str) -> bool:
    return entity[1] == "#" or entity[1:] in html5
