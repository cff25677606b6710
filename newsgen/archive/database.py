"""The state: one SQLite file with what was built last time and the archive's index. It can be deleted at any time.

The file holds cards, digests, and what the search index has of articles: their words, and their text without form. A
file of another newsgen, or one that SQLite cannot read, is set aside and never believed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from newsgen.archive.checksum import is_changed
from newsgen.archive.engine import engine_digest
from newsgen.errors import NewsgenError, Problem

FOLDER = ".newsgen"
# The state of private builds, so that nothing of what is withheld is in that of public ones.
PRIVATE_FOLDER = ".newsgen-private"
_FILE = "state.sqlite"
_QUARANTINED = "state-aside.sqlite"
_SCHEMA = Path(__file__).with_name("schema.sql")
# Seconds that a writer waits for workers that are reading.
_PATIENCE = 60
_Value = TypeVar("_Value", str, bytes, int)


class _Entry(Generic[_Value]):
    """A value of the memo, by the name of its attribute; None where there is none."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, memo: None, owner: type) -> _Entry[_Value]: ...
    @overload
    def __get__(self, memo: BuildMemo, owner: type) -> _Value | None: ...
    def __get__(self, memo: BuildMemo | None, owner: type) -> _Entry[_Value] | _Value | None:
        if memo is None:
            return self
        value: _Value | None = memo._get(self._name)
        return value

    def __set__(self, memo: BuildMemo, value: _Value | None) -> None:
        memo._set(self._name, value)


class BuildMemo:
    """Single values that one build leaves for the next: the table `memo`.

    `engine` is the digest of the code that made the state, `settings` that of site.yaml's values, `reading` that of
    reading.yaml, `frame` that of what every page shows, `image_code` that of what made the images, `search_rules` that
    of how words were indexed, and `ledger` that of permalinks.tsv. `output` is the stamp of the output folder,
    `has_unpublished` says that the ledger has lines that permalinks.tsv has not, `moved_listings` are the files of lost
    listings that only rules of a server answer, `templates` are the digests of the templates by their names, as JSON,
    and the others are settings that were in force. Texts may hold paths.
    """

    engine = _Entry[bytes]()
    settings = _Entry[bytes]()
    reading = _Entry[bytes]()
    frame = _Entry[bytes]()
    image_code = _Entry[bytes]()
    search_rules = _Entry[bytes]()
    ledger = _Entry[bytes]()
    has_unpublished = _Entry[int]()
    output = _Entry[str]()
    output_folder = _Entry[str]()
    articles_folder = _Entry[str]()
    skipped_findings = _Entry[str]()
    permalink_patterns = _Entry[str]()
    moved_listings = _Entry[str]()
    templates = _Entry[str]()

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def clear(self) -> None:
        """Forget everything but which engine made the state."""
        self._state.execute("DELETE FROM memo WHERE name <> 'engine'")

    def _get(self, name: str) -> Any:
        row = self._state.execute("SELECT value FROM memo WHERE name = ?", (name,)).fetchone()
        return None if not row else decode_path(row[0]) if isinstance(row[0], str) else row[0]

    def _set(self, name: str, value: object) -> None:
        if value is None:
            self._state.execute("DELETE FROM memo WHERE name = ?", (name,))
        else:
            kept = encode_path(value) if isinstance(value, str) else value
            self._state.execute("INSERT OR REPLACE INTO memo VALUES(?, ?)", (name, kept))


@contextmanager
def open_last_build(root: Path, reason: str) -> Iterator[sqlite3.Connection]:
    """The index of the site at `root`, read-only; `reason` says in a sentence what it is needed for.

    Raises NewsgenError where no site was built, or by another newsgen.
    """
    file = state_file(root / FOLDER)
    if not file.is_file():
        raise NewsgenError([_not_built(root, "no site was built here yet", reason)])
    try:
        with closing(connect_to_read(file)) as state:
            if not is_current_engine(state):
                raise NewsgenError([_not_built(root, "the last build was another newsgen's", reason)])
            yield state
    except NewsgenError:
        raise
    except Exception as error:
        if not isinstance(error, sqlite3.DatabaseError) and not is_changed(file):
            raise
        raise NewsgenError([_not_built(root, "the index of the last build cannot be read", reason)]) from None


def last_output(folder: Path) -> str:
    """The output folder of the last build whose state is in a folder, as a whole path; "" where that is not known."""
    file = state_file(folder)
    if not file.is_file():
        return ""
    try:
        with closing(connect_to_read(file)) as state:
            stamp = BuildMemo(state).output or ""
    except sqlite3.DatabaseError:
        return ""
    return stamp.rsplit(" ", 2)[0]


def _not_built(root: Path, message: str, reason: str) -> Problem:
    return Problem(str(root), 0, message, reason, "Run newsgen build first.")


def create_tables(state: sqlite3.Connection) -> None:
    """Make a new database the index of an empty archive."""
    state.executescript(_SCHEMA.read_text(encoding="utf-8"))


def clear_tables(state: sqlite3.Connection) -> None:
    """Forget everything that was built."""
    tables = state.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'memo'").fetchall()
    for (table,) in tables:
        state.execute(f"DELETE FROM {table}")
    BuildMemo(state).clear()


def connect(file: Path) -> sqlite3.Connection:
    """A connection to a state file; transactions are begun and ended by hand."""
    state = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
    with _closed_on_error(state):
        # Readers do not wait for the writer. A power cut may lose the last build's news, and costs the next one's time.
        state.execute("PRAGMA journal_mode = WAL")
        state.execute("PRAGMA synchronous = NORMAL")
        state.execute("PRAGMA cache_size = -8192")
        # What is removed from the archive does not stay in unused parts of the file.
        state.execute("PRAGMA secure_delete = ON")
    return state


def connect_to_read(file: Path) -> sqlite3.Connection:
    """A connection to a state file that refuses to change it."""
    state = connect(file)
    state.execute("PRAGMA query_only = 1")
    return state


@contextmanager
def open_scratch(file: Path) -> Iterator[sqlite3.Connection]:
    """A new index in a file that need not outlive the process: it does not wait for the disk."""
    with closing(sqlite3.connect(file, isolation_level=None)) as index:
        index.execute("PRAGMA journal_mode = OFF")
        index.execute("PRAGMA synchronous = OFF")
        create_tables(index)
        index.execute("BEGIN")
        yield index


def state_file(folder: Path) -> Path:
    """The database of a state's folder, which workers connect to."""
    return folder / _FILE


def quarantined_file(folder: Path) -> Path:
    """Where a database of a state's folder lies that cannot be used."""
    return folder / _QUARANTINED


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
    """A path as SQLite can hold it: bytes that are not UTF-8 are lone surrogates in Python's strings."""
    return path if path.isascii() else path.translate(_TO_PRIVATE_USE)


def decode_path(path: str) -> str:
    """The path that `encode_path` was given."""
    return path if path.isascii() else path.translate(_TO_SURROGATES)


_TO_PRIVATE_USE = {0xDC80 + byte: 0x10DC80 + byte for byte in range(128)}
_TO_SURROGATES = {0x10DC80 + byte: 0xDC80 + byte for byte in range(128)}


def is_current_engine(state: sqlite3.Connection) -> bool:
    """Whether this engine wrote a state; another's is closed, since not every system moves an open file."""
    with _closed_on_error(state):
        is_current = _engine_of(state) == engine_digest()
    if not is_current:
        state.close()
    return is_current


def _engine_of(state: sqlite3.Connection) -> bytes | None:
    """The digest of the engine that made a state."""
    tables = {name for (name,) in state.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    # Earlier releases called the table otherwise. A database without any table is a damaged one.
    return BuildMemo(state).engine if "memo" in tables or not tables else None


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
