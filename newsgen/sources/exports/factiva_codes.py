"""Factiva's format with field codes as text: "HD" before the headline, "BY" before the author, "LP" and "TD" before the
text, "AN" before the article's number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgen.sources.exports.parts import Part, body_parts, make_part
from newsgen.sources.exports.rows import Row, join_rows

NAME = "Factiva"
_FIELDS = {
    "HD": "headline", "BY": "byline", "PD": "published", "PG": "page", "LA": "language", "CY": "rights",
    "SE": "section", "SN": "publication", "LP": "body", "TD": "body", "ART": "caption", "CX": "correction",
} | dict.fromkeys("AN CLM CO CR CT ED ET IN IPC IPD NS PUB RE RF RIC SC VOL WC".split(), "extra")  # fmt: skip
_CODE = re.compile(r"(?P<code>[A-Z]{2,3})(?:[ \t\u00a0]+(?P<value>\S.*)|$)")
_WIDE = re.compile(r"[A-Z]{2,3}(?:[ \u00a0]{2,}|[ \u00a0]*\t|$)")
# Codes that show the format; the others are also words in capitals.
_CERTAIN = frozenset("HD BY WC PD SN SC LA CY LP TD AN".split())
_LEAST = 5
# A document begins with one of these.
_ABOVE_HEADLINE = ("SE", "CLM")


def find_documents(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """The documents among the rows of a file, each as the indexes of its first row and of the row after its last."""
    is_wide = _is_wide(rows)
    codes = [(index, code) for index, row in enumerate(rows) if (code := _code_of(row, is_wide))]
    if not _is_export({code for _, code in codes}):
        return []
    begins = []
    for position, (_, code) in enumerate(codes):
        if code == "HD":
            while position and codes[position - 1][1] in _ABOVE_HEADLINE:
                position -= 1
            begins.append(codes[position][0])
    numbers = {index for index, code in codes if code == "AN"}
    spans = []
    for begin, following in zip(begins, [*begins[1:], len(rows)], strict=True):
        number = next((index for index in range(begin, following) if index in numbers), 0)
        end = number + 1 if number else following
        # The number may stand in the row below its code.
        spans.append((begin, end + 1 if number and end < following and rows[number].text == "AN" else end))
    return spans


def _is_wide(rows: Sequence[Row]) -> bool:
    """Whether several blanks or a tab stand between codes and values, as in most copies."""
    return len({row.text[:3] for row in rows if _WIDE.match(row.text) and row.text[:2] in _CERTAIN}) >= _LEAST


def _is_export(codes: set[str]) -> bool:
    return len(codes & _CERTAIN) >= _LEAST and "HD" in codes and bool(codes & {"LP", "TD"})


def _code_of(row: Row, is_wide: bool) -> str:
    """The code with which a row begins, or ""."""
    match = _CODE.match(row.text) if not is_wide or _WIDE.match(row.text) else None
    return match["code"] if match and match["code"] in _FIELDS else ""


def read_document(rows: Sequence[Row]) -> list[Part]:
    """The parts of one document, which hold each of its rows once, in order."""
    is_wide = _is_wide(rows)
    parts: list[Part] = []
    code, found = "", list[Row]()
    for row in rows:
        begun = _code_of(row, is_wide)
        if begun:
            parts += _read_field(code, found)
            code, found = begun, []
        found.append(row)
    return parts + _read_field(code, found)


def _read_field(code: str, rows: Sequence[Row]) -> list[Part]:
    if not rows:
        return []
    if not code:
        return [make_part("extra", "above the first code", rows)]
    match = _CODE.match(rows[0].text)
    first = match["value"] or "" if match else rows[0].text
    field = _FIELDS[code]
    # The rows of a value that goes on are indented like its first words, which the code precedes.
    indent = min((row.indent for row in rows[1:]), default=0)
    without_code = [rows[0]._replace(text=first, indent=indent), *rows[1:]] if first else list(rows[1:])
    if field == "body":
        return _restore(body_parts(without_code, code), rows, code)
    return [make_part(field, code, rows, join_rows(without_code))]


def _restore(parts: list[Part], rows: Sequence[Row], code: str) -> list[Part]:
    """The parts with their rows as they stand in the file, the code among them."""
    by_number = {row.number: row for row in rows}
    restored = [part._replace(rows=tuple(by_number[row.number] for row in part.rows)) for part in parts]
    missing = not parts or parts[0].rows[0].number != rows[0].number
    return [make_part("chrome", code, rows[:1]), *restored] if missing else restored
