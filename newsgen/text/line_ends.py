"""The line ends that are neither line feeds nor carriage returns: of Word, PDFs, mainframes and Unicode."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Vertical tab, NEL (U+0085) and U+2028 end a line; form feed and U+2029 end a page or paragraph.
_PARAGRAPH_ENDS = "\f\u2029"
_SIGNS = "\v\f\u0085\u2028\u2029"
LINE_ENDS = re.compile(f"[{_SIGNS}]")


def split_rows(text: str, first_number: int) -> Iterator[tuple[int, str]]:
    """The lines of a text, each with the number that editors show, which count line feeds only.

    All parts of such a line have its number. After a form feed or U+2029 comes an empty line.
    """
    rows = enumerate(text.split("\n"), first_number)
    if not _has_others(text):
        yield from rows
        return
    for number, row in rows:
        start = 0
        for end in LINE_ENDS.finditer(row):
            yield number, row[start : end.start()]
            if end[0] in _PARAGRAPH_ENDS:
                yield number, ""
            start = end.end()
        yield number, row[start:]


_OTHER_END = re.compile("([\v\f\u0085\u2028\u2029])")


def as_line_feeds(text: str) -> str:
    """The text with line feeds for all line ends, two at the end of a page or paragraph.

    One beside a line feed adds none, unless a paragraph ends: the lines below keep their numbers where they can.
    """
    if not _has_others(text):
        return text
    first, *others = _OTHER_END.split(text)
    parts = [first]
    for end, below in zip(others[::2], others[1::2], strict=True):
        above, below = parts[-1].rstrip(" \t"), below.lstrip(" \t")
        wanted = 2 if end in _PARAGRAPH_ENDS else 1
        there = len(above) - len(above.rstrip("\n")) + len(below) - len(below.lstrip("\n"))
        parts[-1:] = [above, "\n" * max(0, wanted - there), below]
    return "".join(parts)


def _has_others(text: str) -> bool:
    """Whether a text has such a line end; looking for each sign alone takes a tenth of the time of the expression."""
    return any(sign in text for sign in _SIGNS)


def as_spaces(text: str) -> str:
    """The text with a space for each of these line ends."""
    return LINE_ENDS.sub(" ", text)
