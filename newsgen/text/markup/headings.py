"""The ids of a body's headings, by which links such as "#the-tide" find them.

They are made as GitHub makes them, and Hugo by default, so that links that were written for those lead on.
"""

from __future__ import annotations

import re
from html import unescape
from unicodedata import category

# The ids that the default theme has on a story's page.
TAKEN = ("main", "top", "related", "copies", "earlier", "later")
_REST = r'(?:[^>"]|"[^"]*")*'
_HEADING = re.compile(rf"<(h[2-6])({_REST})>(.*?)</\1>", re.DOTALL)
_TAG = re.compile(f"<{_REST}>")
# What becomes of each character of ASCII, for nearly all headings hold no others.
_PLAIN = {
    code: sign.lower() if sign.isalnum() or sign in "-_" else "-" if sign.isspace() else None
    for code, sign in enumerate(map(chr, range(128)))
}


def name_headings(body: str) -> str:
    """A body's HTML with an id for each heading that has letters or digits; the second one of a name gets "-1"."""
    if "<h" not in body:
        return body
    # The last number that was tried for each name.
    taken = dict.fromkeys(TAKEN, 0)

    def name(heading: re.Match[str]) -> str:
        tag, attributes, inner = heading.groups()
        slug = make_anchor(unescape(_TAG.sub("", inner)))
        if not slug.strip("-_"):
            return heading[0]
        found, number = slug, taken.get(slug, 0)
        while found in taken:
            number += 1
            found = f"{slug}-{number}"
        taken[slug] = number
        taken.setdefault(found, 0)
        return f'<{tag} id="{found}"{attributes}>{inner}</{tag}>'

    return _HEADING.sub(name, body)


def make_anchor(text: str) -> str:
    """A heading's text as an id: letters, marks, digits, "-" and "_" in lower case, with "-" for every space."""
    text = text.strip()
    if text.isascii():
        return text.translate(_PLAIN)
    return "".join("-" if sign.isspace() else sign for sign in text.lower() if _stays(sign))


def _stays(sign: str) -> bool:
    return sign in "-_" or sign.isspace() or sign.isalnum() or category(sign)[0] == "M"
