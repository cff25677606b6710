"""Emphasis that Markdown's signs would not mark where it stands."""

from __future__ import annotations

from markdown_it.common.utils import isMdAsciiPunct, isPunctChar

from newsgen.text.html_markdown.writing.escape import escape_text
from newsgen.text.html_markdown.writing.pieces import DELIMITERS, Atom, Break, End, Mark, Piece, Start


def find_html_marks(items: list[Piece], line_break: str) -> set[Mark]:
    """The emphasis that signs would not mark here, and that is written as HTML (CommonMark 0.31, 6.2 "flanking")."""
    html: set[Mark] = set()
    # Whether any sign might both open and close; those of marks that begin or end with another then count as three.
    is_either = False
    paired: set[Mark] = set()
    for index, item in enumerate(items):
        if isinstance(item, (Start, End)) and item.mark.kind in DELIMITERS and item.mark not in html:
            sign = item.mark.kind[0]
            first = last = index
            while first and _is_delimiter(items[first - 1], sign, html):
                first -= 1
            while last + 1 < len(items) and _is_delimiter(items[last + 1], sign, html):
                last += 1
            run = items[first : last + 1]
            before = _last_sign(items, first - 1, line_break)
            after = first_sign(items, last + 1, line_break)
            inner, outer = (after, before) if isinstance(item, Start) else (before, after)
            if len({type(piece) for piece in run}) > 1 or len(run) > 2 or not _is_flanking(inner, outer):
                html.add(item.mark)
                continue
            is_either = is_either or _is_flanking(outer, inner)
            if len(run) > 1:
                paired.add(item.mark)
    return html | paired if is_either else html


def _is_delimiter(item: Piece, sign: str, html: set[Mark]) -> bool:
    return isinstance(item, (Start, End)) and item.mark.kind[0] == sign and item.mark not in html


def _is_flanking(inner: str, outer: str) -> bool:
    """Whether a delimiter between these signs opens or closes emphasis of what is on its inner side."""
    if not inner or inner.isspace():
        return False
    return not _is_punctuation(inner) or not outer or outer.isspace() or _is_punctuation(outer)


def _is_punctuation(sign: str) -> bool:
    return isMdAsciiPunct(ord(sign)) or isPunctChar(sign)


def first_sign(items: list[Piece], index: int, line_break: str) -> str:
    """The sign with which an item's Markdown begins; "" behind the last."""
    if index >= len(items):
        return ""
    item = items[index]
    if isinstance(item, str):
        return escape_text(item[:2])[:1] if item[0] != " " else " "
    if isinstance(item, Atom):
        return item.markdown[:1]
    if isinstance(item, Break):
        return line_break[0]
    return (item.mark.opening if isinstance(item, Start) else item.mark.closing)[0]


def _last_sign(items: list[Piece], index: int, line_break: str) -> str:
    if index < 0:
        return ""
    item = items[index]
    if isinstance(item, str):
        return item[-1]
    if isinstance(item, Atom):
        return item.markdown[-1:]
    if isinstance(item, Break):
        return line_break[-1]
    return (item.mark.opening if isinstance(item, Start) else item.mark.closing)[-1]
