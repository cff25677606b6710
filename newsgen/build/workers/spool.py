"""Articles between two phases of a build: read once, put into a file as they are, and taken out again for their pages.

The file is one process's own and any process may read it. It is gone when the build ends, so that no text of an article
outlives it there.
"""

from __future__ import annotations

import os
import pickle
from dataclasses import fields, replace
from pathlib import Path
from typing import NamedTuple

from newsgen.output.files import write_all
from newsgen.record.article import Article

_NAME = "spool-"
# A tuple of fields takes half the time of an object, both ways.
_FIELDS = tuple(field.name for field in fields(Article))


class SpoolEntry(NamedTuple):
    """Where an article lies: the spool's file name, and the first byte and number of bytes in it.

    Behind it lies its record, in three parts of so many bytes.
    """

    file: str
    start: int
    size: int
    fields: int = 0
    text: int = 0
    cells: int = 0


class Spool:
    """The spools in a folder; this process writes one of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._handles: dict[str, int] = {}
        self._end = 0

    def put(self, article: Article, body: str, record: tuple[bytes, bytes, bytes] = (b"", b"", b"")) -> SpoolEntry:
        """Keep an article and its body's HTML, and its record in its parts."""
        shown = for_page(article)
        values = tuple(getattr(shown, name) for name in _FIELDS)
        content = pickle.dumps((values, body), protocol=pickle.HIGHEST_PROTOCOL)
        name = f"{_NAME}{os.getpid()}"
        write_all(self._open(name), b"".join((content, *record)))
        kept = SpoolEntry(name, self._end, len(content), *map(len, record))
        self._end += sum(kept[2:])
        return kept

    def get(self, kept: SpoolEntry) -> tuple[Article, str]:
        """The article that was put there, and its body's HTML."""
        values, body = pickle.loads(os.pread(self._open(kept.file), kept.size, kept.start))
        return Article(*values), body

    def get_record(self, kept: SpoolEntry) -> tuple[bytes, bytes, bytes]:
        """The parts of the record that were put there."""
        record = os.pread(self._open(kept.file), kept.fields + kept.text + kept.cells, kept.start + kept.size)
        end = kept.fields + kept.text
        return record[: kept.fields], record[kept.fields : end], record[end:]

    def _open(self, name: str) -> int:
        if name not in self._handles:
            # Its owner only: a spool holds Python objects, and is read as such.
            self._handles[name] = os.open(self._folder / name, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        return self._handles[name]

    def close(self) -> None:
        """Let go of all files."""
        while self._handles:
            os.close(self._handles.popitem()[1])


def for_page(article: Article) -> Article:
    """An article as its page may see it: its body is HTML by then, and where its fields were read is no longer told."""
    return replace(article, body=(), origin={})


def clear_spools(folder: Path) -> None:
    """Remove what a build left, a killed one too."""
    for file in folder.glob(f"{_NAME}*"):
        file.unlink(missing_ok=True)
