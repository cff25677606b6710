"""The HTML of the blocks of pasted text: paragraphs, subheads, quotes, lists, verse and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

# A number or letter with which an item begins, and which is kept: a list that is continued elsewhere begins with 7.
_LABELLED = re.compile(r"\(?\w{1,5}[.)]\s")
_DIGIT = re.compile(r"\d")


def render_blocks(kind: str, texts: Sequence[str]) -> str:
    """The HTML of blocks of one kind that follow one another."""
    if kind == "item":
        return _render_list(texts)
    if kind == "subhead":
        return "".join(f"<h2>{escape(text)}</h2>\n" for text in texts)
    if kind == "quote":
        return "".join(f"<blockquote>\n<p>{escape(text)}</p>\n</blockquote>\n" for text in texts)
    if kind == "verse":
        return "".join(f'<p class="verse">{_with_breaks(text)}</p>\n' for text in texts)
    if kind == "table":
        return "".join(map(_render_table, texts))
    return "".join(f"<p>{escape(text)}</p>\n" for text in texts)


def _render_list(texts: Sequence[str]) -> str:
    start = '<ul class="labelled">' if all(map(_LABELLED.match, texts)) else "<ul>"
    return f"{start}\n" + "".join(f"<li>{escape(text)}</li>\n" for text in texts) + "</ul>\n"


def _with_breaks(text: str) -> str:
    return "<br>\n".join(escape(line) for line in text.split("\n"))


def _render_table(text: str) -> str:
    """A table; rows with different numbers of cells stay as they are written."""
    rows = [row.split("\t") for row in text.split("\n")]
    if len({len(row) for row in rows}) > 1:
        return f'<pre class="table">{escape(text)}</pre>\n'
    head = [_render_row(rows.pop(0), '<th scope="col">', "</th>")] if _has_header(rows) else []
    body = [_render_row(row, "<td>", "</td>") for row in rows]
    return "\n".join(["<table>", *head, *body, "</table>\n"])


def _render_row(cells: Iterable[str], start: str, end: str) -> str:
    return f"<tr>{''.join(f'{start}{escape(cell)}{end}' for cell in cells)}</tr>"


def _has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names the columns: it has no figures, and every other row has."""
    if len(rows) < 2 or any(map(_DIGIT.search, rows[0])):
        return False
    return all(any(map(_DIGIT.search, row)) for row in rows[1:])
