"""Snapshots of a state's database, for processes of other machines.

A snapshot needs neither locks nor memory that its readers share, which folders of other machines do not have: SQLite's
log in shared memory "does not work over a network filesystem" (sqlite.org/wal.html).
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote


def save_snapshot(state: sqlite3.Connection, file: Path) -> None:
    """Write a copy of a state's database as it is now, which nobody changes any more."""
    with closing(sqlite3.connect(file)) as snapshot:
        state.backup(snapshot)


def connect_to_snapshot(file: Path) -> sqlite3.Connection:
    """A connection to a snapshot, for the threads of one process in turn."""
    address = f"file:{quote(os.fsencode(file))}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
