"""The text of a message of ANPA 1312 as HTML: paragraphs by their tabs, subheads, tables and columns."""

from __future__ import annotations

import re
from html import escape


class AnpaBody:
    """Turns the lines of a text into HTML; lines in columns stay as they are where the message is tabular."""

    def __init__(self, is_tabular: bool) -> None:
        self._is_tabular = is_tabular
        self._parts: list[str] = []
        self._paragraph: list[str] = []
        self._rows: list[list[str]] = []
        self._columns: list[str] = []

    def html_of(self, lines: list[str]) -> str:
        """The HTML of lines."""
        for line in lines:
            text = line.strip(" \t")
            if line.startswith("\b"):
                self._flush(rows=False)
                self._rows.append([_cell(cell) for cell in text.strip("\b\x10 ").split(";")])
            elif not text:
                self._flush(columns=not self._is_tabular)
            elif re.fullmatch(r"_{2,}[<=]?", text):
                self._flush()
                self._parts.append("<hr>")
            elif text.startswith("^"):
                self._flush()
                name = "h2" if text.endswith("=") else "p"
                self._parts.append(f"<{name}>{_html(text.strip('^<= '))}</{name}>")
            elif self._is_tabular and re.search(r"\S(?: {3,}|\t)\S", line.strip()):
                self._flush(columns=False)
                self._columns.append(print_signs(line.rstrip("<= ")))
            else:
                if line.startswith("\t") or self._columns or self._rows:
                    self._flush()
                self._paragraph.append(text.removesuffix("<").removesuffix("="))
        self._flush()
        return "".join(self._parts)

    def _flush(self, rows: bool = True, columns: bool = True) -> None:
        if self._paragraph:
            self._parts.append(f"<p>{_html(' '.join(self._paragraph))}</p>")
            self._paragraph = []
        if rows and self._rows:
            self._parts.append(_table(self._rows))
            self._rows = []
        if columns and self._columns:
            self._parts.append(f"<pre>{escape(chr(10).join(self._columns), quote=False)}</pre>")
            self._columns = []


def _table(rows: list[list[str]]) -> str:
    head, *others = rows
    parts = ["<table><thead><tr>", *(f"<th>{cell}</th>" for cell in head), "</tr></thead><tbody>"]
    for row in others:
        parts += ["<tr>", *(f"<td>{cell}</td>" for cell in row), "</tr>"]
    return "".join([*parts, "</tbody></table>"])


def _cell(cell: str) -> str:
    text = cell.strip("^ \x10")
    return "—" if text == "_" else _html(re.sub(r"(?<=\d)\{|^\{$", "½", text))


def _html(text: str) -> str:
    return escape(print_signs(text), quote=False).strip()


def print_signs(text: str) -> str:
    """A text with signs of print for those of a teletypesetter."""
    text = text.replace("\x10", "").replace("``", "“").replace("''", "”").replace("`", "‘")
    text = re.sub(r"(?<=\s)_(?=\s)", "—", text)
    return re.sub(r"[\x00-\x08\x0b-\x1f]", "", " ".join(text.split()) if "   " not in text else text)
