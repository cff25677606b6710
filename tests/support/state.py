"""States in memory, without a build."""

import sqlite3

from newsgen.archive.database import create_tables


class _Connection(sqlite3.Connection):
    """A connection that is closed when nobody holds it any more."""

    def __del__(self) -> None:
        self.close()


def open_state() -> sqlite3.Connection:
    """The state of nothing."""
    # Python may clear it away in whatever thread runs just then, such as a server's.
    state = sqlite3.connect(":memory:", isolation_level=None, factory=_Connection, check_same_thread=False)
    create_tables(state)
    return state
