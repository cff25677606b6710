"""Anchors of a page: the ids in its HTML, and the links of a body to ids of its own page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from newsgen.settings.theme import Theme

_ID = re.compile(r"""\sid=(?:"([^"]*)"|'([^']*)')""")
_ANCHOR_LINK = re.compile(r'<a(?:\s+[^\s"=<>]+(?:="[^"]*")?)*?\s+href="#([^"]*)"')
_EXPRESSION = re.compile(r"\{\{(?:[^{}\n]|\{(?!\{)|\}(?!\}))*\}\}")


def ids_of(html: str) -> Iterator[str]:
    """The ids in a body's HTML."""
    if " id=" in html:
        yield from (unescape(double or single) for double, single in _ID.findall(html))


def anchor_links(html: str) -> Iterator[str]:
    """The anchors of the same page to which a body links, each once, without "#"."""
    if 'href="#' in html:
        yield from dict.fromkeys(unescape(anchor) for anchor in _ANCHOR_LINK.findall(html))


def theme_ids(theme: Theme) -> re.Pattern[str]:
    """A pattern of the ids in all templates; an id with an expression in it may hold anything there."""
    patterns = {"top"}
    for folder in theme.templates:
        for file in folder.glob("*.html"):
            for double, single in _ID.findall(file.read_text(encoding="utf-8", errors="replace")):
                patterns.add(".*".join(map(re.escape, _EXPRESSION.split(double or single))))
    return re.compile("|".join(sorted(patterns)))


def has_anchor(anchor: str, ids: frozenset[str], themed: re.Pattern[str]) -> bool:
    """Whether a page has an anchor: among the `ids` of its body or of the theme's templates.

    "" is the top of the page. What follows ":~:" is text that browsers look for themselves.
    """
    name = unquote(anchor.partition(":~:")[0])
    return not name or name.lower() == "top" or name in ids or bool(themed.fullmatch(name))
