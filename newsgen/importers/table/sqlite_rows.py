"""The rows of a table of an SQLite file, which is only read."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.input_files import InputFile
from newsgen.importers.table.rows import LONGEST_ROW, Row, unique_names, unreadable_row

MAGIC = b"SQLite format 3\0"
_MOST_COLUMNS = 500
_FIX = 'Repair it: sqlite3 FILE ".recover" | sqlite3 NEW'


def find_sqlite_tables(file: InputFile) -> dict[str, list[str]]:
    """The tables of a file with the names of their columns. Raises NewsgenError for a file that cannot be read.

    Views are none: what makes them is a program that the file brings.
    """
    try:
        with closing(_open(file.file)) as database:
            rows = database.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
                "AND upper(sql) NOT LIKE 'CREATE VIRTUAL%'"
            )
            names = [_text(row[0]) for row in rows.fetchmany(1000)]
            return {
                name: [_text(row[1]) for row in database.execute(f"PRAGMA table_info({_quoted(name)})")]
                for name in names
            }
    except sqlite3.Error as error:
        reason = "Its articles would be missing."
        raise NewsgenError([Problem(file.label, 0, f"cannot be read as SQLite: {error}", reason, _FIX)]) from None


def read_sqlite_table(file: InputFile, table: str) -> Iterator[Row | Problem]:
    """The rows of a table in the order in which they are stored, and what is wrong where it cannot be read on."""
    number = 0
    try:
        with closing(_open(file.file)) as database:
            cursor = database.execute(f"SELECT * FROM {_quoted(table)}")
            columns = unique_names([_text(column[0]) for column in cursor.description])
            for row in cursor:
                number += 1
                yield Row(number, {name: _value(value) for name, value in zip(columns, row, strict=True)})
    except sqlite3.Error as error:
        yield unreadable_row(file.label, number + 1, f"{error}; none after it was read", _FIX)


def _open(file: Path) -> sqlite3.Connection:
    # Without a log beside it, nothing is written for a reader either.
    has_log = file.with_name(f"{file.name}-wal").exists()
    mode = "mode=ro" if has_log else "mode=ro&immutable=1"
    database = sqlite3.connect(f"file:{quote(os.fsencode(file.absolute()))}?{mode}", uri=True)
    database.text_factory = bytes
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_ROW * 4)
    database.setlimit(sqlite3.SQLITE_LIMIT_COLUMN, _MOST_COLUMNS)
    database.execute("PRAGMA trusted_schema = OFF")
    return database


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _value(value: Any) -> Any:
    """A value as JSON has it; bytes that are no text stay bytes."""
    if not isinstance(value, bytes):
        return value
    try:
        return value.decode()
    except UnicodeDecodeError:
        is_binary = any(byte < 32 and byte not in b"\t\n\r" for byte in value[:1000])
        return value if is_binary else value.decode("cp1252", "replace")
