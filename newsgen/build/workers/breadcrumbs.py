"""What each process is working on, written where another can read it when the process is gone.

A process that is killed, or that a library crashes, says nothing more. So before each article it notes which one it
takes up, in a file that is mapped into memory: the note costs no call of the system, and outlives the process.
"""

from __future__ import annotations

import mmap
import os
from pathlib import Path

_NAME = "held-"
# More than the longest path that systems take.
_SIZE = 4_096


class Breadcrumb:
    """This process's own note in a folder."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / f"{_NAME}{os.getpid()}"
        self._file.write_bytes(bytes(_SIZE))
        with self._file.open("r+b") as file:
            self._note = mmap.mmap(file.fileno(), _SIZE)

    def tell(self, name: str) -> None:
        """Note what is taken up now."""
        told = name.encode("utf-8", "surrogateescape")[: _SIZE - 1]
        self._note[: len(told) + 1] = told + b"\0"

    def clear(self) -> None:
        """Take the note away: the process ends, and nothing happened."""
        self._file.unlink(missing_ok=True)


def read_breadcrumbs(folder: Path) -> list[str]:
    """What processes were working on that took no note away."""
    notes = (file.read_bytes().split(b"\0", 1)[0] for file in sorted(folder.glob(f"{_NAME}*")))
    return [note.decode("utf-8", "surrogateescape") for note in notes if note]


def clear_breadcrumbs(folder: Path) -> None:
    """Remove all notes, also those of a build that was killed."""
    for file in folder.glob(f"{_NAME}*"):
        file.unlink(missing_ok=True)
