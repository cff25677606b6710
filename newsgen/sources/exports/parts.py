"""The parts of an exported document: rows that together say one thing of the article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsgen.sources.exports.rows import Row, group_paragraphs, join_rows


class Part(NamedTuple):
    """Rows that together say one thing.

    `field` is a field of the article, or "body", "extra" for what is kept under its `name`, or "chrome" for what says
    nothing about the article. `name` is the export's own label, or what the rows are where the export has none.
    `value` is their text without the label. `further` are the other fields that the same rows give, with their values.
    """

    field: str
    name: str
    value: str
    rows: tuple[Row, ...]
    further: tuple[tuple[str, str], ...] = ()


def make_part(field: str, name: str, rows: Sequence[Row], value: str | None = None) -> Part:
    """The part that rows make; `value` is their text where it is not all of them."""
    return Part(field, name, join_rows(rows) if value is None else value, tuple(rows))


def body_parts(rows: Sequence[Row], name: str) -> list[Part]:
    """The paragraphs of the body."""
    known = " ".join(row.text for row in rows)
    return [Part("body", name, join_rows(group, known), group) for group in group_paragraphs(rows)]


def chrome_parts(rows: Iterable[Row], name: str) -> list[Part]:
    """The rows that say nothing about the article, each by itself."""
    return [Part("chrome", name, row.text, (row,)) for row in rows]


def split_blocks(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows between blank rows."""
    blocks: list[list[Row]] = []
    for row in rows:
        if row.gap or not blocks:
            blocks.append([])
        blocks[-1].append(row)
    return blocks
