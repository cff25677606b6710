"""Articles entry on disk between reading and rendering: read once, written as they are, and read back for their pages.

Each process writes a file of its own, and any process may read it. The files are removed when the build ends, so that
no text of an article outlives it there.
"""

from __future__ import annotations

import os
import pickle
import sqlite3
from collections.abc import Iterable
from dataclasses import fields, replace
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from newsgen.archive.database import encode_path
from newsgen.output.files import write_all
from newsgen.record.article import Article
from newsgen.record.process_names import process_name

_NAME = "spool-"
# A tuple of fields takes half the time of an object, both ways.
_FIELDS = tuple(field.name for field in fields(Article))
_FIELDS_OF = attrgetter(*_FIELDS)
_BODY, _ORIGIN = _FIELDS.index("body"), _FIELDS.index("origin")


class SpoolEntry(NamedTuple):
    """Where an article lies: the spool's file name, the first byte in it, and the number of bytes.

    Behind it lies its record, in three parts of `fields`, `text` and `cells` bytes.
    """

    file: str
    start: int
    size: int
    fields: int = 0
    text: int = 0
    cells: int = 0


class Spool:
    """The spools in a folder, of which this process writes one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._handles: dict[str, int] = {}

    def put(self, article: Article, body: str, record: tuple[bytes, bytes, bytes] = (b"", b"", b"")) -> SpoolEntry:
        """Write an article and its body's HTML, and its record in its parts."""
        content = pickle.dumps((_page_values(article), body), protocol=pickle.HIGHEST_PROTOCOL)
        name = f"{_NAME}{process_name()}"
        spool = self._open(name)
        # A pool that runs again in this process goes on where the one before ended.
        start = os.fstat(spool).st_size
        write_all(spool, b"".join((content, *record)))
        return SpoolEntry(name, start, len(content), *map(len, record))

    def get(self, entry: SpoolEntry) -> tuple[Article, str]:
        """The article that was put there, and its body's HTML."""
        values, body = pickle.loads(os.pread(self._open(entry.file), entry.size, entry.start))
        return Article(*values), body

    def get_record(self, entry: SpoolEntry) -> tuple[bytes, bytes, bytes]:
        """The parts of the record that were put there."""
        record = os.pread(self._open(entry.file), entry.fields + entry.text + entry.cells, entry.start + entry.size)
        end = entry.fields + entry.text
        return record[: entry.fields], record[entry.fields : end], record[end:]

    def get_bytes(self, entry: SpoolEntry) -> bytes:
        """All that was put there, as `get` and `get_record` find it wherever it begins."""
        size = entry.size + entry.fields + entry.text + entry.cells
        return os.pread(self._open(entry.file), size, entry.start)

    def _open(self, name: str) -> int:
        if name not in self._handles:
            # Its owner only: a spool holds Python objects, and is read as such.
            self._handles[name] = os.open(self._folder / name, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        return self._handles[name]

    def close(self) -> None:
        """Close all files."""
        while self._handles:
            os.close(self._handles.popitem()[1])


def for_page(article: Article) -> Article:
    """An article as its page may see it: without its blocks, for its body is HTML by then, and without origins."""
    return replace(article, body=(), origin={})


def _page_values(article: Article) -> tuple[Any, ...]:
    """The fields of `for_page`, without making that article."""
    values = list(_FIELDS_OF(article))
    values[_BODY], values[_ORIGIN] = (), {}
    return tuple(values)


def clear_spools(folder: Path) -> None:
    """Remove the spools of a build, also of one that was killed."""
    for file in folder.glob(f"{_NAME}*"):
        file.unlink(missing_ok=True)


class SpoolTable:
    """The table `spooled`."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def put(self, entries: Iterable[tuple[str, SpoolEntry]]) -> None:
        """Record where the articles of sources are spooled."""
        self._state.executemany(
            "INSERT OR REPLACE INTO spooled VALUES(?, ?, ?, ?, ?, ?, ?)",
            ((encode_path(path), *entry) for path, entry in entries),
        )

    def find(self, path: str) -> SpoolEntry | None:
        """Where the article of a source is spooled; None where it is not."""
        row = self._state.execute(
            f"SELECT {', '.join(SpoolEntry._fields)} FROM spooled WHERE path = ?", (encode_path(path),)
        ).fetchone()
        return SpoolEntry(*row) if row else None

    def clear(self) -> None:
        """Forget all entries: the spools are removed with the build that wrote them."""
        self._state.execute("DELETE FROM spooled")
