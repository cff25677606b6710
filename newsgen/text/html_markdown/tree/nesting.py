"""HTML without tags that are nested too deeply: reading those takes time that grows with the square of their depth."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

# No text for readers comes near; Lexbor takes 2 ms for a page of this depth, and 1.6 s for 10,000 levels
# (2026-11-28, one core of an Intel Xeon).
DEEPEST = 256
# Formatting elements that are left open are opened again in each paragraph (HTML, 13.2.4.3).
_MOST_FORMATS = 24
_FEWEST_FORMATS = 3
_MOST_COPIES = 100_000
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)[^>]*>?")
_BEGINNING = re.compile(r"(/?)([a-zA-Z][^\s/>]*)")
_OPENS, _ENDS, _IS_FLAT, _IS_RAW = 1, 2, 3, 4
_FORMATS = frozenset("a b big code em font i nobr s small strike strong tt u".split())
# Elements without content, and those that the next of their kind ends.
_FLAT = frozenset(
    "area base br col embed frame hr img input link meta param source track wbr p li dd dt option optgroup tr td th "
    "tbody thead tfoot colgroup html head body".split()
)
_RAW = frozenset("script style textarea title xmp noembed noframes iframe".split())


# Reading the attributes of an element takes time that grows with the square of their number.
_MOST_ATTRIBUTES = 200
_LONG_TAG = 8_000
_TAG_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
# An attribute as browsers read it, unless its value has a quotation mark that nothing closes.
_ATTRIBUTE = re.compile(r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*"|'[^']*'|(?!["'])[^\s>]*+)|(?!\s*=))""")


class Flattened(NamedTuple):
    """HTML, and the number of tags that were taken out of it."""

    html: str
    dropped: int


def limit_tags(html: str) -> Flattened:
    """The HTML without the attributes and the tags that take too long to be read: what both functions below do."""
    pieces = html.split("<")
    if max(map(len, pieces)) > _LONG_TAG:
        pieces = [_thin_tag(piece) if len(piece) > _LONG_TAG else piece for piece in pieces]
        html = "<".join(pieces)
    return Flattened(html, 0) if _is_flat(pieces) else flatten_nesting(html)


def thin_attributes(html: str) -> str:
    """The HTML without the attributes that an element has above a number that none needs."""
    return "<".join(_thin_tag(piece) if len(piece) > _LONG_TAG else piece for piece in html.split("<"))


def _thin_tag(piece: str) -> str:
    """A start tag, without its "<" and with the text behind it, without the attributes that it has too many."""
    name = _TAG_NAME.match(piece)
    if not name:
        return piece
    ends = [name.end()]
    while attribute := _ATTRIBUTE.match(piece, ends[-1]):
        ends.append(attribute.end())
    return piece[: ends[_MOST_ATTRIBUTES]] + piece[ends[-1] :] if len(ends) > _MOST_ATTRIBUTES else piece


def _is_flat(pieces: Sequence[str]) -> bool:
    """Whether no tag is nested too deeply, by a quick look at HTML that was cut before each tag.

    It does not see it where a tag holds a "<".
    """
    if len(pieces) <= DEEPEST:
        return True
    open_tags: dict[str, int] = {}
    # Of each beginning of a tag up to the first space: its name in small letters, and what it is.
    kinds: dict[str, tuple[str, int]] = {}
    depth = formats = copies = 0
    raw = ""
    for piece in islice(pieces, 1, None):
        opening, closing, _ = piece.partition(">")
        word = opening.partition(" ")[0]
        name, kind = kinds.get(word) or kinds.setdefault(word, _kind_of_tag(word))
        if raw:
            if piece[: len(raw)].lower() != raw:
                continue
            raw = ""
        if not kind:
            continue
        if not closing:
            return False
        if kind == _ENDS:
            if open_tags.get(name):
                open_tags[name] -= 1
                depth -= 1
                formats -= name in _FORMATS
        elif kind == _IS_FLAT:
            copies += formats
        elif kind == _IS_RAW:
            raw = f"/{name}"
        else:
            open_tags[name] = open_tags.get(name, 0) + 1
            depth += 1
            formats += name in _FORMATS
            if depth > DEEPEST or formats > _MOST_FORMATS:
                return False
    return copies <= _MOST_COPIES


@lru_cache(maxsize=4_000)
def _kind_of_tag(word: str) -> tuple[str, int]:
    tag = _BEGINNING.match(word)
    if not tag:
        return "", 0
    name = tag[2].lower()
    if name in _FLAT:
        return name, _IS_FLAT
    return name, _ENDS if tag[1] else _IS_RAW if name in _RAW else _OPENS


def flatten_nesting(html: str) -> Flattened:
    """The HTML without the tags below the deepest level; their content stays."""
    if html.count("<") < DEEPEST:
        return Flattened(html, 0)
    flattened = _flatten(html, _MOST_FORMATS)
    return flattened or _flatten(html, _FEWEST_FORMATS) or Flattened(html, 0)


def _flatten(html: str, most_formats: int) -> Flattened | None:
    """The HTML with no more open formats than a number; None where they are opened again too often."""
    # Whether each open tag of a name was kept.
    open_tags: defaultdict[str, list[bool]] = defaultdict(list)
    parts: list[str] = []
    depth = formats = copies = dropped = position = at = 0
    while tag := _TAG.search(html, at):
        at = tag.end()
        name = tag[2].lower()
        is_format = name in _FORMATS
        keeps = True
        if name in _FLAT:
            copies += formats
            if copies > _MOST_COPIES and most_formats > _FEWEST_FORMATS and formats > _FEWEST_FORMATS:
                return None
        elif tag[1]:
            if open_tags[name]:
                keeps = open_tags[name].pop()
                depth -= keeps
                formats -= keeps and is_format
        elif name in _RAW:
            end = re.compile(f"</{name}", re.IGNORECASE).search(html, at)
            if not end:
                break
            at = end.start()
        else:
            keeps = depth < DEEPEST and not (is_format and formats >= most_formats)
            open_tags[name].append(keeps)
            depth += keeps
            formats += keeps and is_format
        if not keeps:
            parts.append(html[position : tag.start()])
            position = tag.end()
            dropped += 1
    return Flattened("".join([*parts, html[position:]]), dropped)
