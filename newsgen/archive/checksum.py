"""The checksum of a state's file, by which damage is known that SQLite does not see: one letter for another.

It is written when a build has ended and taken away before the next one changes the state, so that a build that was
killed leaves none. Larger files have none: reading them would take longer than most builds of them.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

from newsgen.record.regular_files import open_regular, read_regular
from newsgen.record.removal import remove

_ENDING = ".checksum"
_LARGEST = 256 << 20
_PIECE = 1 << 20


def record_checksum(file: Path) -> None:
    """Write the checksum of a state's file that no process changes, unless it is there or the file is too large."""
    note = _note_of(file)
    wal = Path(f"{file}-wal")
    # What a reader still holds open is written into the file when it ends.
    if note.exists() or not file.is_file() or (wal.exists() and wal.stat().st_size):
        return
    if file.stat().st_size <= _LARGEST:
        half = note.with_name(f"{note.name}-{os.getpid()}")
        half.write_text(_checksum_of(file), encoding="ascii")
        half.replace(note)


def forget_checksum(file: Path) -> None:
    """Take away the checksum of a state's file that is about to change."""
    remove(_note_of(file))


def is_changed(file: Path) -> bool:
    """Whether a state's file is not as the last build left it; False where that is not known."""
    try:
        expected = read_regular(_note_of(file)).decode("ascii", "replace")
        return _checksum_of(file) != expected
    except FileNotFoundError:
        return False
    except OSError:
        return True


def is_sound(file: Path) -> bool:
    """Whether SQLite finds nothing wrong in a database."""
    try:
        with closing(sqlite3.connect(file)) as state:
            return bool(state.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False


def _note_of(file: Path) -> Path:
    return Path(f"{file}{_ENDING}")


def _checksum_of(file: Path) -> str:
    """The size and the CRC-32 of a file, which finds damage by disks and takes a third of a digest's time."""
    checksum = size = 0
    with open_regular(file) as opened:
        while piece := opened.read(_PIECE):
            checksum = zlib.crc32(piece, checksum)
            size += len(piece)
    return f"{size} {checksum:08x}\n"
