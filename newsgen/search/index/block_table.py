"""The tables of the index: a block a row, each stem at which a shard begins, and what is filed of each article."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from newsgen.search.index.blocks import Block, Range
from newsgen.search.index.scoring import TermKey

_BLOCK = "start, width, articles, first, last, postings, places"


class Measure(NamedTuple):
    """A block without its codes: how many bytes they take."""

    range: Range
    articles: int
    postings: int
    places: int


def put_blocks(state: sqlite3.Connection, rows: Iterable[tuple[TermKey, Block]]) -> None:
    """Put blocks of forms in."""
    state.executemany(
        "INSERT INTO blocks VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((*filed, *block.range, *block[1:]) for filed, block in rows),
    )


def take_blocks(state: sqlite3.Connection, filed: TermKey) -> None:
    """Take all blocks of a form out."""
    state.execute("DELETE FROM blocks WHERE stem = ? AND form = ?", filed)


def blocks_of(state: sqlite3.Connection, filed: TermKey) -> list[Block]:
    """All blocks of a form, in the order of their numbers."""
    rows = state.execute(f"SELECT {_BLOCK} FROM blocks WHERE stem = ? AND form = ? ORDER BY start", filed)
    return [_block(row) for row in rows]


def blocks_between(state: sqlite3.Connection, first: str, end: str | None) -> Iterator[tuple[TermKey, list[Block]]]:
    """The forms of the stems from one to before another (None: to the last), in order, with their blocks."""
    rows = state.execute(f"SELECT stem, form, {_BLOCK} FROM blocks WHERE {_within(end)}", _bounds(first, end))
    for filed, found in groupby(rows, key=lambda row: (row[0], row[1])):
        yield filed, [_block(row[2:]) for row in found]


def measures_between(
    state: sqlite3.Connection, first: str, end: str | None
) -> Iterator[tuple[str, list[tuple[str, list[Measure]]]]]:
    """The stems from one to before another, in order, each with its forms and how much they hold."""
    rows = state.execute(
        f"SELECT stem, form, start, width, articles, length(postings), length(places) FROM blocks WHERE {_within(end)}",
        _bounds(first, end),
    )
    for stem, forms in groupby(rows, key=lambda row: row[0]):
        yield (
            stem,
            [
                (form, [Measure(Range(row[2], row[3]), *row[4:]) for row in found])
                for form, found in groupby(forms, key=lambda row: row[1])
            ],
        )


def _within(end: str | None) -> str:
    return (
        "stem >= ? ORDER BY stem, form, start" if end is None else "stem >= ? AND stem < ? ORDER BY stem, form, start"
    )


def _bounds(first: str, end: str | None) -> Sequence[str]:
    return (first,) if end is None else (first, end)


def _block(row: Sequence[object]) -> Block:
    start, width, articles, first, last, postings, places = row
    return Block(Range(start, width), articles, first, last, postings, places)  # type: ignore[arg-type]
