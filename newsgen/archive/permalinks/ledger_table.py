"""The ledger between its file, which is the truth, and the state's table, where it is settled."""

from __future__ import annotations

import sqlite3

from newsgen.archive.database import Meta, restored
from newsgen.archive.permalinks.ledger import Line

# What the file held when it was last read or written, and whether the table has news that it has not.
_DIGEST, _NEWS = "ledger", "ledger news"


def forget_ledger(state: sqlite3.Connection) -> None:
    """Let go of a ledger that the site does not keep any more."""
    if Meta(state).get(_DIGEST) is not None:
        state.execute("DELETE FROM ledger")
        state.execute("DELETE FROM meta WHERE name IN (?, ?)", (_DIGEST, _NEWS))


def tell_news(state: sqlite3.Connection) -> None:
    """Note that the table is no longer as the file."""
    Meta(state).put(_NEWS, 1)


def has_news(state: sqlite3.Connection) -> bool:
    """Whether the table has lines that the file has not, as a preview leaves them."""
    return Meta(state).get(_NEWS) is not None


LINE = "permalink, article, is_current, fingerprint"


def line_of(row: tuple[str, str, int, str]) -> Line:
    """A line of the ledger from its row of the table."""
    return Line(restored(row[0]), restored(row[1]), bool(row[2]), row[3])
