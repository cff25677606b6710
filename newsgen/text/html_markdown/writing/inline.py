"""The inline content of a block as Markdown: text, marks around it, and atoms such as images."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgen.text.html_markdown.writing.emphasis import find_html_marks, first_sign
from newsgen.text.html_markdown.writing.escape import escape_brackets, escape_text
from newsgen.text.html_markdown.writing.pieces import BREAK, DELIMITERS, Atom, Break, End, Mark, Piece, Start

# Addresses that stand for themselves between "<" and ">": the parser shows others in another form.
_AUTOLINK = re.compile(r"https?://[A-Za-z0-9.-]{1,63}(?:[/?#][!#$&'()+,./0-9:;=?@A-Z_a-z~-]*)?")

# White space of HTML, which browsers show as one space.
SPACES = " \n\t\r\f"


def write_lines(pieces: Sequence[Piece]) -> str:
    """The Markdown of inline content on one line, in which breaks are HTML; "" where it shows nothing."""
    simple = _write_simple(pieces)
    return next((_write(items, "<br>") for items in _tidy(pieces, splits=False)), "") if simple is None else simple


def write_paragraphs(pieces: Sequence[Piece]) -> list[str]:
    """The paragraphs of inline content, which several breaks in succession divide."""
    simple = _write_simple(pieces)
    if simple is None:
        return [_write(items, "\\\n") for items in _tidy(pieces, splits=True)]
    return [simple] if simple else []


def _write_simple(pieces: Sequence[Piece]) -> str | None:
    """Inline content of texts alone, or with marks around one word or more of which none touches or holds another.

    None where there is anything else: it is what `_tidy` and `_write` make of the same pieces.
    """
    parts: list[str] = []
    position, last = 0, len(pieces)
    while position < last:
        piece = pieces[position]
        texts: list[str] = []
        while type(piece) is str:
            texts.append(piece)
            position += 1
            if position == last:
                break
            piece = pieces[position]
        outer = collapse("".join(texts))
        outer = outer if parts else outer.lstrip(" ")
        if position == last:
            outer = outer.rstrip(" ")
            if outer:
                parts.append(_escape_outer(outer, "", is_first=not parts))
            break
        if position + 3 > last or type(piece) is not Start or type(inner := pieces[position + 1]) is not str:
            return None
        if type(pieces[position + 2]) is not End or (parts and outer in ("", " ")):
            return None
        mark, inner = piece.mark, collapse(inner)
        # Signs of emphasis beside a letter or a digit mark it, whatever stands on their other side.
        if not (inner[:1].isalnum() and inner[-1:].isalnum()) or inner == mark.address:
            return None
        if outer:
            parts.append(_escape_outer(outer, mark.opening[0], is_first=not parts))
        escaped = escape_brackets(inner, "]") if mark.kind == "link" else escape_text(inner, mark.closing[0])
        parts += (mark.opening, escaped, mark.closing)
        position += 3
    return "".join(parts)


def _escape_outer(text: str, after: str, is_first: bool) -> str:
    escaped = escape_text(text, after)
    return f"\\{escaped}" if escaped[0] == "~" and not is_first else escaped


def collapse(text: str) -> str:
    """A text with one space in place of white space, as browsers show it."""
    for space in SPACES[1:]:
        if space in text:
            text = text.replace(space, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def _tidy(pieces: Sequence[Piece], splits: bool) -> list[list[Piece]]:
    """The pieces of each paragraph without empty marks; white space stands outside of marks, and not at the ends."""
    paragraphs: list[list[Piece]] = []
    out: list[Piece] = []
    open_marks: list[Mark] = []
    # What a mark that continues another is part of.
    same: dict[Mark, Mark] = {}
    begun = space = False
    breaks = 0
    for piece in pieces:
        if isinstance(piece, str):
            text = collapse(piece)
            bare = text.strip(" ")
            space = space or text[:1] == " "
            if not bare:
                continue
        elif isinstance(piece, Start):
            last = out[-1] if out else None
            if isinstance(last, End) and last.mark.kind == piece.mark.kind in DELIMITERS and not (space or breaks):
                out.pop()
                same[piece.mark] = last.mark
                open_marks.append(last.mark)
            else:
                out.append(piece)
                open_marks.append(piece.mark)
            continue
        elif isinstance(piece, End):
            mark = open_marks.pop()
            if isinstance(out[-1], Start) and out[-1].mark is mark:
                out.pop()
            else:
                out.append(End(mark) if piece.mark in same else piece)
            continue
        elif isinstance(piece, Break):
            breaks += 1
            continue
        if (space or breaks) and begun:
            index = len(out)
            while index and isinstance(out[index - 1], Start):
                index -= 1
            if breaks > 1 and splits:
                outer = open_marks[: len(open_marks) - (len(out) - index)]
                paragraphs.append([*out[:index], *(End(mark) for mark in reversed(outer))])
                out = [*(Start(mark) for mark in outer), *out[index:]]
            else:
                out[index:index] = [BREAK for _ in range(breaks)] if breaks else [" "]
        begun, breaks = True, 0
        if isinstance(piece, str):
            space = text[-1] == " "
            out.append(bare)
        else:
            space = False
            out.append(piece)
    return [*paragraphs, out] if _has_content(out) else paragraphs


def _has_content(pieces: Sequence[Piece]) -> bool:
    return any(isinstance(piece, (str, Atom)) for piece in pieces)


def _write(pieces: list[Piece], line_break: str) -> str:
    items = _joined(pieces)
    is_emphasised = any(type(item) is Start and item.mark.kind in DELIMITERS for item in items)
    written = find_html_marks(items, line_break) if is_emphasised else set()
    parts: list[str] = []
    links = 0
    skip = 0
    for index, item in enumerate(items):
        if skip:
            skip -= 1
        elif isinstance(item, str):
            after = first_sign(items, index + 1, line_break)
            text = escape_brackets(item, after) if links else escape_text(item, after)
            parts.append(f"\\{text}" if text[0] == "~" and index else text)
        elif isinstance(item, Atom):
            if index and item.markdown[0] == "`" and parts[-1].endswith("`") and isinstance(items[index - 1], Atom):
                # Code between which a mark without words stood would be one.
                parts.append("<!-- -->")
            parts.append(item.markdown)
        elif isinstance(item, Break):
            parts.append(line_break)
        elif item.mark.kind == "link":
            links += 1 if isinstance(item, Start) else -1
            if isinstance(item, Start) and _is_autolink(items, index):
                parts.append(f"<{item.mark.address}>")
                skip, links = 2, links - 1
            else:
                parts.append(item.mark.opening if isinstance(item, Start) else item.mark.closing)
        elif isinstance(item, Start):
            parts.append(f"<{item.mark.tag}>" if item.mark in written else item.mark.opening)
        else:
            parts.append(f"</{item.mark.tag}>" if item.mark in written else item.mark.closing)
    return "".join(parts)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """The pieces with texts that follow one another as one."""
    items: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and items and isinstance(items[-1], str):
            items[-1] += piece
        else:
            items.append(piece)
    return items


def _is_autolink(items: list[Piece], start: int) -> bool:
    """Whether a link shows its own address and nothing else."""
    text, end, mark = items[start + 1], items[start + 2], items[start]
    return (
        isinstance(mark, Start)
        and text == mark.mark.address
        and isinstance(end, End)
        and end.mark is mark.mark
        and mark.mark.closing == f"]({text})"
        and bool(_AUTOLINK.fullmatch(text))
    )
