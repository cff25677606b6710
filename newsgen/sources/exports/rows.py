"""The rows of an export's text, and the paragraphs that wrapped rows make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from newsgen.sources.pasted.line import split_lines

# Nexis breaks its lines at about 75 letters, and no export breaks them later; longer lines are whole paragraphs.
_LONGEST_WRAPPED = 100
# The share of rows that may be longer in a wrapped text: an address cannot be broken.
_MAX_LONG = 0.05
# The share of rows that must be full for a text to be wrapped; in verse hardly any is.
_MIN_FULL = 0.5
# A row this full that ends within a sentence continues, if the next row goes on in small letters.
_NEARLY_FULL = 0.6
_FIRST_WORD = re.compile(r"[^\s-]*-?")
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


class Row(NamedTuple):
    """A row of text that is not blank: its number in the file, its text without outer white space, the number of blank
    rows above, and how far it is indented."""

    number: int
    text: str
    gap: int
    indent: int


def split_rows(text: str, first_number: int) -> list[Row]:
    """The rows of a text that are not blank. `first_number` is the number of its first row in the file."""
    raw = text.split("\n")
    return [
        Row(line.number, line.text, line.gap, _indent(raw[line.number - first_number]))
        for line in split_lines(text, first_number)
    ]


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" \t\u00a0\u3000"))


def group_paragraphs(rows: Sequence[Row]) -> list[tuple[Row, ...]]:
    """The rows of each paragraph, in order: wrapped rows belong together, others are paragraphs of their own.

    A blank row or an indent begins a paragraph, and so does every row after one that was broken before it was full:
    verses, lists and addresses stay as they are.
    """
    width = _wrap_width(rows)
    margin = min((row.indent for row in rows), default=0)
    groups: list[list[Row]] = []
    for row in rows:
        if groups and not row.gap and row.indent == margin and _continues(groups[-1][-1], row, width):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [tuple(group) for group in groups]


def join_rows(rows: Sequence[Row], known: str = "") -> str:
    """The text of rows that belong together.

    A hyphen at the end of a row stays, unless `known`, the text around, has the word without it.
    """
    text = ""
    for row in rows:
        if not text:
            text = row.text
        elif text[-1] == "-" and text[-2:-1].isalpha() and row.text[:1].isalpha():
            text = _join_word(text, row.text, known)
        else:
            text = f"{text} {row.text}"
    return text


def _join_word(begun: str, rest: str, known: str) -> str:
    head, tail = re.search(r"(?<![^\W\d_])[^\W\d_]++$", begun[:-1]), re.match(r"[^\W\d_]+", rest)
    word = f"{head[0]}{tail[0]}" if head and tail else ""
    return begun[:-1] + rest if word and re.search(rf"\b{word}\b", known, re.IGNORECASE) else begun + rest


def _wrap_width(rows: Sequence[Row]) -> int:
    """The width at which a text's rows were broken, in letters with the indent; 0 if its rows are whole paragraphs."""
    short = [row.indent + len(row.text) for row in rows if len(row.text) <= _LONGEST_WRAPPED]
    if not short or len(short) < (1 - _MAX_LONG) * len(rows):
        return 0
    width = max(short)
    pairs = [(above, row) for above, row in pairwise(rows) if not row.gap]
    full = [above for above, row in pairs if _is_full(above, row, width)]
    # Where every row ends a sentence, none was broken.
    is_broken = any(not _ENDS_SENTENCE.search(row.text) for row in full)
    return width if is_broken and len(full) >= _MIN_FULL * len(pairs) else 0


def _is_full(above: Row, row: Row, width: int) -> bool:
    """Whether the first word of a row had no place in the row above it."""
    first = _FIRST_WORD.match(row.text)
    return above.indent + len(above.text) + 1 + len(first[0] if first else "") > width


def _continues(above: Row, row: Row, width: int) -> bool:
    if not width:
        return False
    if _is_full(above, row, width):
        return True
    unfinished = above.indent + len(above.text) > _NEARLY_FULL * width and not _ENDS_SENTENCE.search(above.text)
    return unfinished and row.text[:1].islower()
