"""A database on disk while an import runs: a source may hold more than memory has room for.

Names of files that are no UTF-8 have halves of surrogate pairs in Python, which SQLite does not take. They are stored
as two signs for private use, the first of which marks them, and read as they were.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from types import TracebackType
from typing import Self

# The sign before each sign that stands for another, and the first of 2,048 signs that stand for halves.
_MARK, _FIRST = "\U0010fffd", 0xF0000
_UNSTORABLE = re.compile(f"[\ud800-\udfff{_MARK}]")
_STORED = re.compile(f"{_MARK}(.)", re.DOTALL)


class TemporaryDatabase:
    """A database with tables of its own. Its file has no name and is gone when the import ends, however it ends."""

    def __init__(self, tables: str) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.text_factory = stored_text
        self._database.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {tables} BEGIN;")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._database.close()


def storable(values: Iterable[object]) -> tuple[object, ...]:
    """Values whose texts SQLite takes; `stored_text` gives them back as they were."""
    return tuple(
        [_UNSTORABLE.sub(_mark, value) if isinstance(value, str) and not value.isascii() else value for value in values]
    )


def stored_text(value: bytes) -> str:
    """A text as it was before it was stored."""
    text = value.decode()
    return text if text.isascii() or _MARK not in text else _STORED.sub(_unmark, text)


def _mark(match: re.Match[str]) -> str:
    sign = match[0]
    return _MARK + (sign if sign == _MARK else chr(_FIRST + ord(sign) - 0xD800))


def _unmark(match: re.Match[str]) -> str:
    sign = match[1]
    return sign if sign == _MARK else chr(0xD800 + ord(sign) - _FIRST)
