"""The ledger between its file, which is the truth, and the state's table, where it is settled."""

from __future__ import annotations

import sqlite3

from newsgen.archive.database import BuildMemo, decode_path
from newsgen.archive.permalinks.ledger import LedgerEntry

# What the file held when it was last read or written, and whether the table has news that it has not.
_DIGEST, _NEWS = "ledger", "ledger news"


def clear_ledger(state: sqlite3.Connection) -> None:
    """Let go of a ledger that the site does not keep any more."""
    if BuildMemo(state).get(_DIGEST) is not None:
        state.execute("DELETE FROM ledger")
        state.execute("DELETE FROM meta WHERE name IN (?, ?)", (_DIGEST, _NEWS))


def mark_unpublished(state: sqlite3.Connection) -> None:
    """Note that the table is no longer as the file."""
    BuildMemo(state).put(_NEWS, 1)


def has_unpublished(state: sqlite3.Connection) -> bool:
    """Whether the table has lines that the file has not, as a preview leaves them."""
    return BuildMemo(state).get(_NEWS) is not None


LINE = "permalink, article, is_current, fingerprint"


def line_of(row: tuple[str, str, int, str]) -> LedgerEntry:
    """A line of the ledger from its row of the table."""
    return LedgerEntry(decode_path(row[0]), decode_path(row[1]), bool(row[2]), row[3])
