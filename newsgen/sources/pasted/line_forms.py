"""The forms of single lines, which tell what they are whatever their words: items, rows, direct speech, their width."""

from __future__ import annotations

import re

from newsgen.sources.pasted.line import Line
from newsgen.sources.pasted.phrases import start_of
from newsgen.sources.pasted.text_shape import BULLET, count_unspaced, ends_sentence

# Signs with which a line may end within a word; scanners write "¬" for the soft hyphen.
HYPHENS = "-‐¬\u00ad"
_HYPHEN_END = re.compile(rf"[^\W\d_][{HYPHENS}]$")
# A number or letter that labels an item: "12.", "3)", "b.", "B)", "(iv)", "IV."; but "J. Quill" is a name.
_LABELLED = re.compile(r"\(?(?:\d{1,3}[.)]|[a-z][.)]|[A-Z]\)|[ivx]{1,5}[.)]|[IVX]{2,5}[.)])\s+\S")
_DIALOGUE = re.compile(r"[—–―]\s?\S")
_DATED = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d")
# Lines that begin with the words of these kinds name the writer or the day.
_FIELDS = frozenset(("byline", "published", "updated"))
_LONGEST_FIELD = 60
_CELLS = re.compile(r"\t| {3,}")
# The columns of a letter that fills a line of a script without spaces, and of a sign that may not begin a line.
_UNSPACED = 4


def opens_paragraph(line: Line, before: Line) -> bool:
    """Whether a line begins a paragraph by its own form: it is indented, an item of a list, direct speech or a row."""
    if line.indent > before.indent + 1 and not is_item(before.text):
        return True
    text = line.text
    if is_row(text) or BULLET.match(text) or _DIALOGUE.match(text) or _DATED.match(text):
        return True
    if is_item(text) and (ends_sentence(before.text) or is_item(before.text)):
        return True
    return text[0].isupper() and len(text) < _LONGEST_FIELD and start_of(text)[0] in _FIELDS


def is_item(text: str) -> bool:
    """Whether a line begins with a bullet, or with a number or letter as items have."""
    return bool(BULLET.match(text) or _LABELLED.match(text)) or text[0] in "·・•"


def is_row(text: str) -> bool:
    """Whether a line has cells: texts apart from each other by tabs or several spaces."""
    return bool(_CELLS.search(text))


def ends_in_hyphen(text: str) -> bool:
    """Whether a line ends in a hyphen after a letter."""
    return bool(_HYPHEN_END.search(text[-2:]))


def columns_of(line: Line) -> int:
    """The columns up to a line's end."""
    text = line.text
    return line.indent + len(text) + (0 if text.isascii() else count_unspaced(text))


def first_width(line: Line) -> int:
    """The columns of what a line begins with and could not be divided."""
    if count_unspaced(line.text[:1]):
        return _UNSPACED
    return len(line.text.split(None, 1)[0])
