"""Crash breadcrumbs: each worker notes its current item in a memory-mapped file, so that the parent can name it.

A process that is killed, or that a library crashes, says nothing more. The note costs no system call, and outlives the
process.
"""

from __future__ import annotations

import mmap
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from newsgen.record.process_names import process_name

_NAME = "held-"
# More than the longest path that systems take.
_SIZE = 4_096
_Item = TypeVar("_Item")


class Breadcrumb:
    """This process's own note in a folder."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / f"{_NAME}{process_name()}"
        self._file.write_bytes(bytes(_SIZE))
        with self._file.open("r+b") as file:
            self._note = mmap.mmap(file.fileno(), _SIZE)

    def record(self, name: str) -> None:
        """Note what the process works on from now on."""
        note = name.encode("utf-8", "surrogateescape")[: _SIZE - 1]
        self._note[: len(note) + 1] = note + b"\0"

    def clear(self) -> None:
        """Remove the note: the process ends, and nothing happened."""
        self._file.unlink(missing_ok=True)


def with_breadcrumb(
    breadcrumb: Breadcrumb | None, items: Iterable[_Item], name: Callable[[_Item], str]
) -> Iterator[_Item]:
    """The items, each noted by its name before it is taken up."""
    for item in items:
        if breadcrumb:
            breadcrumb.record(name(item))
        yield item


def read_breadcrumbs(folder: Path) -> list[str]:
    """What processes were working on that did not remove their notes."""
    notes = (file.read_bytes().split(b"\0", 1)[0] for file in sorted(folder.glob(f"{_NAME}*")))
    return [note.decode("utf-8", "surrogateescape") for note in notes if note]


def clear_breadcrumbs(folder: Path) -> None:
    """Remove all notes, also those of a build that was killed."""
    for file in folder.glob(f"{_NAME}*"):
        file.unlink(missing_ok=True)
