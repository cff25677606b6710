"""Places on a page: the ids that links may lead to, and the links that lead to some."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from newsgen.settings.theme import Theme

_ID = re.compile(r"""\sid=(?:"([^"]*)"|'([^']*)')""")
_PLACE = re.compile(r'<a\b[^>]*?\shref="#([^"]*)"')
_MADE = re.compile(r"\{\{.*?\}\}")


def ids_of(body: str) -> Iterator[str]:
    """The ids in a body's HTML."""
    if " id=" in body:
        yield from (unescape(double or single) for double, single in _ID.findall(body))


def anchor_links(body: str) -> Iterator[str]:
    """The places on the same page to which a body links, each once."""
    if 'href="#' in body:
        yield from dict.fromkeys(unescape(place) for place in _PLACE.findall(body))


def theme_ids(theme: Theme) -> re.Pattern[str]:
    """What the ids of all templates look like: where one is made from values, they may be any."""
    patterns = {"top"}
    for folder in theme.templates:
        for file in folder.glob("*.html"):
            for double, single in _ID.findall(file.read_text(encoding="utf-8", errors="replace")):
                patterns.add(".*".join(map(re.escape, _MADE.split(double or single))))
    return re.compile("|".join(sorted(patterns)))


def is_there(place: str, ids: frozenset[str], themed: re.Pattern[str]) -> bool:
    """Whether a page has a place. "" is its top, and browsers look for the text behind ":~:" themselves."""
    name = unquote(place.partition(":~:")[0])
    return not name or name.lower() == "top" or name in ids or bool(themed.fullmatch(name))
