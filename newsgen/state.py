"""What was built last time, and the archive's index: one SQLite file, which can be deleted at any time.

The file holds cards, digests and the words of the search index, never the text of an article as it is. What is about
to change is marked `pending` before the first page is written and unmarked after the last, so that a build which was
killed is finished by the next one.
A file of another newsgen, or one that SQLite cannot read, is set aside and never believed.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from newsgen import __version__
from newsgen.digest import digest_of, digest_of_bytes
from newsgen.errors import BuildBusy, BuildFailed, Problem
from newsgen.tables import TABLES

FOLDER = ".newsgen"
_FILE = "state.sqlite"
_ASIDE = "state-aside.sqlite"
_LOCK = "lock"
# Libraries whose versions decide a page's bytes.
_LIBRARIES = ("babel", "jinja2", "markdown-it-py", "nh3", "python-slugify", "text-unidecode")
# How often a lock is tried, and seconds between.
_TRIES = 20
_BETWEEN_TRIES = 0.1
# Seconds that a writer waits for workers that are reading.
_PATIENCE = 60


class Meta:
    """Single values that the state keeps by name."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def get(self, name: str) -> object:
        """The value of a name, None where there is none."""
        row = self._state.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def put(self, name: str, value: object) -> None:
        """Keep a value: text, bytes or a number."""
        self._state.execute("INSERT OR REPLACE INTO meta VALUES(?, ?)", (name, value))


def open_state(folder: Path) -> tuple[sqlite3.Connection, str]:
    """The state in a folder of its own, and a notice where an older one was set aside ("" where none was)."""
    file = folder / _FILE
    notice = ""
    if file.exists():
        try:
            state = connect(file)
            if is_ours(state):
                return state, ""
            set_aside(folder)
            notice = "The state of another version of newsgen was set aside; all pages are looked at anew."
        except sqlite3.DatabaseError:
            notice = set_aside(folder)
    state = connect(file)
    create_tables(state)
    Meta(state).put("engine", engine_digest())
    return state, notice


def create_tables(state: sqlite3.Connection) -> None:
    """Make a new database an index of nothing."""
    state.executescript(TABLES)


def connect(file: Path) -> sqlite3.Connection:
    """A connection to a state file; transactions are begun and ended by hand."""
    state = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
    with _closed_on_error(state):
        # Readers do not wait for the writer. A power cut may lose the last build's news, and costs the next one's time.
        state.execute("PRAGMA journal_mode = WAL")
        state.execute("PRAGMA synchronous = NORMAL")
        state.execute("PRAGMA cache_size = -8192")
        # Of what is removed from the archive nothing stays in the file's unused parts.
        state.execute("PRAGMA secure_delete = ON")
    return state


def state_file(folder: Path) -> Path:
    """The file that workers connect to."""
    return folder / _FILE


@contextmanager
def transaction(state: sqlite3.Connection) -> Iterator[None]:
    """All of what is done inside or, where an exception ends it, nothing."""
    state.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        state.execute("ROLLBACK")
        raise
    state.execute("COMMIT")


@contextmanager
def lock_folder(folder: Path, shown: str) -> Iterator[None]:
    """Hold the lock of a state's folder. Raises BuildBusy where another process holds it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / _LOCK).open("a")
    except OSError as error:
        what, why = f"cannot be written: {error.strerror}", "newsgen keeps there what it built last time."
        raise BuildFailed([Problem(str(folder), 0, what, why, "Make the site's folder writable.")]) from None
    with file:
        if not _lock(file.fileno()):
            what = "another newsgen is building this site at the moment"
            why = "Two builds at once would write over each other's pages."
            mend = "Wait until it has ended, or end it."
            raise BuildBusy([Problem(shown, 0, what, why, mend)]) from None
        yield


def mark_pending(state: sqlite3.Connection, owners: Iterable[tuple[str, str]]) -> None:
    """Mark what is about to change, each owner of pages with the reason why."""
    state.executemany("INSERT OR IGNORE INTO pending VALUES(?, ?)", owners)


def forget_all(state: sqlite3.Connection) -> None:
    """Forget everything that was built."""
    tables = state.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'meta'").fetchall()
    for (table,) in tables:
        state.execute(f"DELETE FROM {table}")
    state.execute("DELETE FROM meta WHERE name <> 'engine'")


def forget_spooled(state: sqlite3.Connection) -> None:
    """Forget where articles were spooled: the spools are gone with the build that wrote them."""
    state.execute("DELETE FROM spooled")


def storable(path: str) -> str:
    """A path as SQLite can hold it: bytes that are no UTF-8 stand in Python's strings as halves of a character."""
    return path if path.isascii() else path.translate(_PRIVATE)


def restored(path: str) -> str:
    """A path as `storable` was given it."""
    return path if path.isascii() else path.translate(_HALVES)


_PRIVATE = {0xDC80 + byte: 0x10DC80 + byte for byte in range(128)}
_HALVES = {0x10DC80 + byte: 0xDC80 + byte for byte in range(128)}


@cache
def engine_digest() -> bytes:
    """What makes two engines one: newsgen's own code and data, Python, and the libraries that pages depend on."""
    own = tuple((name, digest_of_bytes(file.read_bytes())) for name, file in _own_files(files("newsgen"), ""))
    return digest_of(__version__, sys.version_info[:2], tuple((name, version(name)) for name in _LIBRARIES), own)


def _own_files(folder: Traversable, below: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name not in ("__pycache__", "starter_files", "theme_files"):
            yield from _own_files(entry, f"{below}{entry.name}/")
        elif entry.name.endswith((".py", ".txt", ".po")):
            yield below + entry.name, entry


def is_ours(state: sqlite3.Connection) -> bool:
    """Whether this engine wrote a state; one that is not ours is closed, for not every system moves an open file."""
    with _closed_on_error(state):
        ours = Meta(state).get("engine") == engine_digest()
    if not ours:
        state.close()
    return ours


@contextmanager
def _closed_on_error(state: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        state.close()
        raise


def is_damage(error: BaseException) -> bool:
    """Whether an error says that a state's file is no whole database."""
    # The lower byte is the kind; the rest says where it was met (sqlite.org/rescode.html).
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def set_aside(folder: Path) -> str:
    """Put a state away that cannot be used; what is said of one that was damaged."""
    file = folder / _FILE
    for ending in ("-wal", "-shm"):
        Path(f"{file}{ending}").unlink(missing_ok=True)
    file.replace(file.with_name(_ASIDE))
    return f"The state in {FOLDER}/ was damaged and is set aside; all pages are looked at anew."


def forget_aside(folder: Path) -> None:
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
