"""A row of a table, whatever kind of file holds it, and what every kind needs to name it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from newsgen.errors import Problem
from newsgen.record.import_entry import Entry

# Characters of one row: longer ones are a lie, or a quote that was never closed.
LONGEST_ROW = 1 << 25


class Row(NamedTuple):
    """The values of a row by the names of their columns; `line` is its line, or its number in a database."""

    line: int
    values: dict[str, Any]


def _nothing() -> Iterator[int]:
    return iter(())


class Table(NamedTuple):
    """A table of a file: its name (to tell its ids from those of others) and its rows, from the first each time.

    `others` has an entry for each other table of the file, and `damaged` gives the lines with bytes of no letter.
    """

    name: str
    label: str
    rows: Callable[[], Iterator[Row | Problem]]
    others: tuple[Entry, ...] = ()
    damaged: Callable[[], Iterator[int]] = _nothing


def unique_names(names: list[str]) -> list[str]:
    """Names of columns, each once: the second "tags" is "tags (2)", and one without a name has its number."""
    seen: dict[str, int] = {}
    unique = []
    for number, name in enumerate(names, 1):
        name = " ".join(name.split()) or f"column {number}"
        seen[name] = seen.get(name, 0) + 1
        unique.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return unique


def unreadable_row(label: str, line: int, fault: str, fix: str) -> Problem:
    """The problem of a row that cannot be read, while all others are."""
    return Problem(label, line, f"cannot read the row: {fault}", "Its article was not imported.", fix)
