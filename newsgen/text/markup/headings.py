"""Ids for the headings of a body, the targets of links such as "#the-tide".

They follow GitHub, and Hugo's default, so links written for those stay valid.
"""

from __future__ import annotations

import re
from html import unescape
from unicodedata import category

# The ids that the default theme uses on a story's page.
RESERVED_IDS = ("main", "top", "related", "copies", "earlier", "later")
_REST = r'(?:[^>"]|"[^"]*")*'
_HEADING = re.compile(rf"<(h[2-6])({_REST})>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(f'<sup class="footnote-ref">.*?</sup>|<{_REST}>')
_ID = re.compile('<[a-z][^ >]*(?: [^>"]*"[^"]*")*? id="([^"]+)"')
# The translation of each ASCII character; nearly all headings contain no others.
_ASCII = {
    code: sign.lower() if sign.isalnum() or sign in "-_" else "-" if sign.isspace() else None
    for code, sign in enumerate(map(chr, range(128)))
}


def add_heading_ids(body: str) -> str:
    """A body's HTML with an id for each heading that has letters or digits; a second equal heading gets "-1".

    A heading that has an id keeps it.
    """
    if "<h" not in body:
        return body
    # The last number tried for each anchor.
    taken = dict.fromkeys(RESERVED_IDS, 0)
    if ' id="' in body:
        taken |= dict.fromkeys(map(unescape, _ID.findall(body)), 0)

    def add_id(heading: re.Match[str]) -> str:
        tag, attributes, inner = heading.groups()
        if ' id="' in attributes:
            return heading[0]
        anchor = make_anchor(unescape(_TAG.sub("", inner)))
        if not anchor.strip("-_"):
            return heading[0]
        unique, number = anchor, taken.get(anchor, 0)
        while unique in taken:
            number += 1
            unique = f"{anchor}-{number}"
        taken[anchor] = number
        taken.setdefault(unique, 0)
        return f'<{tag} id="{unique}"{attributes}>{inner}</{tag}>'

    return _HEADING.sub(add_id, body)


def make_anchor(text: str) -> str:
    """The id of a heading's text: its letters, marks, digits, "-" and "_" in lower case, and "-" for every space."""
    text = text.strip()
    if text.isascii():
        return text.translate(_ASCII)
    return "".join("-" if sign.isspace() else sign for sign in text.lower() if _is_kept(sign))


def _is_kept(sign: str) -> bool:
    return sign in "-_" or sign.isspace() or sign.isalnum() or category(sign)[0] == "M"
