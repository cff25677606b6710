"""What was built last time, and the archive's index: one SQLite file, which can be deleted at any time.

The file holds cards, digests and the words of the search index, never the text of an article as it is. What is about
to change is marked `pending` before the first page is written and unmarked after the last, so that a build which was
killed is finished by the next one.
A file of another newsgen, or one that SQLite cannot read, is set aside and never believed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from newsgen.archive.engine import engine_digest
from newsgen.archive.schema import TABLES
from newsgen.errors import NewsgenError, Problem


@contextmanager
def open_last_build(root: Path, reason: str) -> Iterator[sqlite3.Connection]:
    """The index of the site at `root`; `why` tells in a sentence what it is asked for.

    Raises BuildFailed where no site was built, or by another newsgen.
    """
    file = state_file(root / FOLDER)
    if not file.is_file():
        raise NewsgenError([_not_built(root, "no site was built here yet", reason)])
    try:
        with closing(connect(file)) as state:
            state.execute("PRAGMA query_only = 1")
            if not is_current_engine(state):
                raise NewsgenError([_not_built(root, "the last build was another newsgen's", reason)])
            yield state
    except sqlite3.DatabaseError:
        raise NewsgenError([_not_built(root, "the index of the last build cannot be read", reason)]) from None


def _not_built(root: Path, message: str, reason: str) -> Problem:
    return Problem(str(root), 0, message, reason, "Run newsgen build first.")


FOLDER = ".newsgen"
_FILE = "state.sqlite"
_ASIDE = "state-aside.sqlite"
# Seconds that a writer waits for workers that are reading.
_PATIENCE = 60


class BuildMemo:
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


def encode_path(path: str) -> str:
    """A path as SQLite can hold it: bytes that are no UTF-8 stand in Python's strings as halves of a character."""
    return path if path.isascii() else path.translate(_PRIVATE)


def decode_path(path: str) -> str:
    """A path as `storable` was given it."""
    return path if path.isascii() else path.translate(_HALVES)


_PRIVATE = {0xDC80 + byte: 0x10DC80 + byte for byte in range(128)}
_HALVES = {0x10DC80 + byte: 0xDC80 + byte for byte in range(128)}


def is_current_engine(state: sqlite3.Connection) -> bool:
    """Whether this engine wrote a state; one that is not ours is closed, for not every system moves an open file."""
    with _closed_on_error(state):
        ours = BuildMemo(state).get("engine") == engine_digest()
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


def is_corruption(error: BaseException) -> bool:
    """Whether an error says that a state's file is no whole database."""
    # The lower byte is the kind; the rest says where it was met (sqlite.org/rescode.html).
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
