"""Links to pages that the folder does not hold: their words stay, and the link goes."""

from __future__ import annotations

import re

# What stands for the address of such a page until its link is taken away; no text has it.
NOWHERE = "\U000f1e55"
_ADDRESS = rf"[^\s()<>\"']*{NOWHERE}[^\s()<>\"']*"
_INLINE = re.compile(rf"(?P<image>!?)\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?{_ADDRESS}>?(?:\s++[^()\n]*+)?\)")
_ELEMENT = re.compile(rf"<a\b[^<>]*{NOWHERE}[^<>]*>(?P<words>(?:(?!<a\b).)*?)</a>", re.DOTALL | re.IGNORECASE)
_DEFINITION = re.compile(rf"^ {{0,3}}\[(?P<name>[^\]\n]+)\]:[ \t]*<?{_ADDRESS}.*(?:\n|\Z)", re.MULTILINE)
_REST = re.compile(rf"<{_ADDRESS}>|{NOWHERE}")


def drop_lost_links(text: str) -> str:
    """A text whose links to nowhere are their words alone."""
    if NOWHERE not in text:
        return text
    text = _INLINE.sub(lambda match: match["words"], text)
    text = _ELEMENT.sub(lambda match: match["words"], text)
    for name in [match["name"] for match in _DEFINITION.finditer(text)]:
        named = re.escape(name)
        link = rf"\[([^\[\]\n]+)\][ ]?\[{named}\]|\[({named})\](?:\[\])?(?!:)"
        text = re.sub(link, r"\1\2", text, flags=re.IGNORECASE)
    return _REST.sub("", _DEFINITION.sub("", text))
