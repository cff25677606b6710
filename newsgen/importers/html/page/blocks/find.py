"""Find the blocks of a page in its HTML, written out by Lexbor: one pass over its tags, without a tree of nodes.

Walking the nodes of a tree from Python takes three times as long.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat
from operator import contains

from newsgen.importers.html.page.blocks.no_markup import without_other_content
from newsgen.importers.html.page.blocks.opening import (
    BREAKS,
    HAS_NO_TEXT,
    IS_LINK,
    IS_SHOWN,
    IS_TIME,
    IS_VOID,
    TAG_KINDS,
    Opening,
    read_opening,
)

# A distance that stands for "none".
FAR = 99


@dataclass(slots=True, eq=False)
class Element:
    """An element that breaks text; its start tag is the piece `start`.

    `all_against` and `all_favour` count the words of it and of the elements around it, `from_against` and `from_favour`
    are the levels up to the nearest, and `bits` are those of all of them. `text_size`, `prose_size` and `loose_size`
    are the characters inside, those of long blocks with few links, and those that are in no figure.
    """

    opening: Opening
    start: int
    parent: Element | None
    depth: int
    bits: int
    all_against: int
    all_favour: int
    from_against: int
    from_favour: int
    text_size: float = 0
    prose_size: float = 0
    loose_size: float = 0


@dataclass(slots=True, eq=False)
class TextBlock:
    """A run of text in an element, with the first and last of its pieces.

    The tag of the first piece is no part of it. `linked` is the number of its characters inside links.
    """

    text: str
    element: Element
    linked: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """The blocks of a page and the elements around them, both in the order of the page.

    The HTML of its body is cut into `pieces` before each tag: "p>Text", "/p>". Of a piece that is a start tag, `ends`
    is the piece of its end tag; `inside` is the start tag of the element in which the text of a piece stands, or -1.
    `shown` are the pictures and boxes, and `marked` the elements that name authors or times, by their pieces, each with
    the element around it.
    """

    blocks: list[TextBlock]
    elements: list[Element]
    pieces: list[str]
    ends: list[int]
    inside: list[int]
    shown: list[tuple[int, Element]]
    marked: list[tuple[int, Element]]


def find_blocks(markup: str) -> PageBlocks:
    """The blocks of a page's body; what is never shown as text is no part of them."""
    pieces = _split(markup)
    size = len(pieces)
    page = PageBlocks([], [], pieces, list(range(size)), [-1] * size, [], [])
    blocks, elements, ends, inside = page.blocks, page.elements, page.ends, page.inside
    kind_of_tag = TAG_KINDS.get
    # Of each open element its piece, the element around it, whether that is in a link, and 1 if it has no text.
    stack: list[tuple[int, Element | None, bool, int]] = []
    element: Element | None = None
    in_link = False
    outer = -1
    # The number of open elements without text.
    hushed = 0
    texts: list[str] = []
    has_words = False
    linked = first = 0
    for number, piece in enumerate(pieces):
        opening, _, text = piece.partition(">")
        is_end = opening[0] == "/"
        tag = opening if is_end else opening.partition(" ")[0]
        kind = kind_of_tag(tag, 0)
        if kind & BREAKS:
            if has_words:
                joined = _join(texts)
                if joined and element is not None:
                    blocks.append(TextBlock(joined, element, linked, first, number - 1))
                has_words, linked = False, 0
            texts, first = [], number
        if is_end:
            if stack:
                start, element, in_link, is_hushed = stack.pop()
                ends[start] = number
                outer = stack[-1][0] if stack else -1
                hushed -= is_hushed
        elif kind & IS_VOID:
            if tag == "br":
                texts.append("\n")
            elif kind & IS_SHOWN and element is not None:
                page.shown.append((number, element))
        else:
            has_no_text = kind & HAS_NO_TEXT
            stack.append((number, element, in_link, has_no_text))
            outer = number
            hushed += has_no_text
            if kind & BREAKS:
                element = _enter(read_opening(opening), number, element)
                elements.append(element)
            elif kind & IS_LINK:
                in_link = True
            if element is not None:
                if kind & IS_TIME or "uthor" in opening or "yline" in opening:
                    page.marked.append((number, element))
                if kind & IS_SHOWN:
                    page.shown.append((number, element))
        inside[number] = outer
        if text and not hushed:
            texts.append(text)
            if not text.isspace():
                has_words = True
                if in_link:
                    linked += len(text.strip())
    return page


def text_of(page: PageBlocks, start: int) -> str:
    """The text of the element whose start tag is the piece `start`."""
    return _join([piece.partition(">")[2] for piece in page.pieces[start : page.ends[start]]])


def ancestors_of(element: Element | None) -> Iterator[Element]:
    """An element and all around it, from the inside out."""
    while element is not None:
        yield element
        element = element.parent


def _split(markup: str) -> list[str]:
    """The HTML cut before each tag, without comments; `<` in the name of an attribute cuts nothing."""
    parts = without_other_content(markup).split("<")[1:]
    if all(map(contains, parts, repeat(">"))):
        return parts
    pieces: list[str] = []
    begun: list[str] = []
    for piece in parts:
        if begun:
            begun.append(piece)
            if ">" in piece:
                pieces.append("<".join(begun))
                begun = []
        elif ">" in piece:
            pieces.append(piece)
        else:
            begun = [piece]
    return pieces


def _join(texts: list[str]) -> str:
    joined = "".join(texts)
    return " ".join((html.unescape(joined) if "&" in joined else joined).split())


def _enter(opening: Opening, start: int, parent: Element | None) -> Element:
    _, _, _, against, favour, bits = opening
    if parent is None:
        return Element(opening, start, None, 0, bits, against, favour, 0 if against else FAR, 0 if favour else FAR)
    return Element(
        opening,
        start,
        parent,
        parent.depth + 1,
        parent.bits | bits,
        parent.all_against + against,
        parent.all_favour + favour,
        0 if against else parent.from_against + 1,
        0 if favour else parent.from_favour + 1,
    )
