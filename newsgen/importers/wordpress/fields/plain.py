"""One line of plain text from a field in which WordPress allows HTML."""

from __future__ import annotations

import re

from newsgen.importers.wordpress.content.html_comments import COMMENT
from newsgen.text.entities import decode_entities

_TAG = re.compile(rf"{COMMENT}|</?[A-Za-z][^<>]*>", re.DOTALL)
_BREAK = re.compile(r"<(?:br|/?p|/?div|/?li|/?h\d)\b[^<>]*>", re.IGNORECASE)


def plain_line(text: str) -> str:
    """A field as one line without tags, entities and needless spaces."""
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub(" ", text))
    return " ".join(decode_entities(text).split())
