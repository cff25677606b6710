"""A database on disk while an import runs: a source may hold more than memory has room for."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from types import TracebackType
from typing import Self


class TemporaryDatabase:
    """A database with tables of its own. Its file has no name and is gone when the import ends, however it ends."""

    def __init__(self, tables: str) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {tables} BEGIN;")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._database.close()


def storable(values: Iterable[object]) -> tuple[object, ...]:
    """Values without halves of surrogate pairs, which names of files may have and SQLite does not take."""
    return tuple(value.encode("utf-8", "replace").decode() if isinstance(value, str) else value for value in values)
