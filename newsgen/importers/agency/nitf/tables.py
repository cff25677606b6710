"""Tables of agencies in which rows of a single cell are the titles of what follows."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from xml.etree.ElementTree import Element

from newsgen.importers.agency.xml.tree import text_of

_CELLS = ("th", "td")
_SPANS = ("colspan", "rowspan")


def has_titles(table: Element) -> bool:
    """Whether a table has rows of a single cell, all of plain text, and neither a caption nor cells that span."""
    rows = list(table.iter("tr"))
    if table.find("caption") is not None or any(cell.get(name) for cell in table.iter() for name in _SPANS):
        return False
    plain_cells = all(len(cell) == 0 for row in rows for cell in row)
    return plain_cells and any(len(row) == 1 and row[0].tag == "th" for row in rows)


def split_table(table: Element) -> Iterator[str]:
    """The HTML of a table: its titles as headings, and the rows between them as tables."""
    held: list[Element] = []
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in _CELLS]
        if len(cells) == 1:
            yield _table(held)
            held = []
            name = "h3" if cells[0].tag == "th" else "p"
            yield f"<{name}>{escape(text_of(cells[0]), quote=False)}</{name}>"
        elif cells:
            held.append(row)
    yield _table(held)


def _table(rows: list[Element]) -> str:
    if not rows:
        return ""
    lines = [
        "".join(f"<{cell.tag}>{escape(text_of(cell), quote=False)}</{cell.tag}>" for cell in row if cell.tag in _CELLS)
        for row in rows
    ]
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"
