"""Lock, open, set aside and reset the state of a build."""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from newsgen.archive.database import _ASIDE, _FILE, FOLDER, BuildMemo, connect, create_tables, is_current_engine
from newsgen.archive.engine import engine_digest
from newsgen.errors import BuildLocked, NewsgenError, Problem

_LOCK = "lock"
# How often a lock is tried, and seconds between.
_TRIES = 20
_BETWEEN_TRIES = 0.1


def open_state(folder: Path) -> tuple[sqlite3.Connection, str]:
    """The state in a folder of its own, and a notice where an older one was set aside ("" where none was)."""
    file = folder / _FILE
    notice = ""
    if file.exists():
        try:
            state = connect(file)
            if is_current_engine(state):
                return state, ""
            quarantine(folder)
            notice = "The state of another version of newsgen was set aside; all pages are looked at anew."
        except sqlite3.DatabaseError:
            notice = quarantine(folder)
    state = connect(file)
    create_tables(state)
    BuildMemo(state).put("engine", engine_digest())
    return state, notice


@contextmanager
def lock_folder(folder: Path, shown: str) -> Iterator[None]:
    """Hold the lock of a state's folder. Raises BuildBusy where another process holds it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / _LOCK).open("a")
    except OSError as error:
        message, reason = f"cannot be written: {error.strerror}", "newsgen keeps there what it built last time."
        raise NewsgenError([Problem(str(folder), 0, message, reason, "Make the site's folder writable.")]) from None
    with file:
        if not _lock(file.fileno()):
            message = "another newsgen is building this site at the moment"
            reason = "Two builds at once would write over each other's pages."
            fix = "Wait until it has ended, or end it."
            raise BuildLocked([Problem(shown, 0, message, reason, fix)]) from None
        yield


def mark_pending(state: sqlite3.Connection, owners: Iterable[tuple[str, str]]) -> None:
    """Mark what is about to change, each owner of pages with the reason why."""
    state.executemany("INSERT OR IGNORE INTO pending VALUES(?, ?)", owners)


def reset(state: sqlite3.Connection) -> None:
    """Forget everything that was built."""
    tables = state.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'meta'").fetchall()
    for (table,) in tables:
        state.execute(f"DELETE FROM {table}")
    state.execute("DELETE FROM meta WHERE name <> 'engine'")


def drop_spooled(state: sqlite3.Connection) -> None:
    """Forget where articles were spooled: the spools are gone with the build that wrote them."""
    state.execute("DELETE FROM spooled")


def quarantine(folder: Path) -> str:
    """Put a state away that cannot be used; what is said of one that was damaged."""
    file = folder / _FILE
    for ending in ("-wal", "-shm"):
        Path(f"{file}{ending}").unlink(missing_ok=True)
    file.replace(file.with_name(_ASIDE))
    return f"The state in {FOLDER}/ was damaged and is set aside; all pages are looked at anew."


def drop_quarantined(folder: Path) -> None:
    """Delete a state that was set aside earlier."""
    (folder / _ASIDE).unlink(missing_ok=True)


def _lock(handle: int) -> bool:
    """Take a lock. The workers of a build that was killed have it too, and end a moment later than the build."""
    for _ in range(_TRIES):
        try:
            _lock_at_once(handle)
        except OSError:
            time.sleep(_BETWEEN_TRIES)
        else:
            return True
    return False


def _lock_at_once(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
