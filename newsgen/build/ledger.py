"""Read a permalinks.tsv that was edited by hand, and publish the ledger."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from newsgen.archive.database import BuildMemo, encode_path, transaction
from newsgen.archive.permalinks.ledger import LedgerEntry
from newsgen.archive.permalinks.ledger_file import LEDGER_FILE, ledger_bytes, read_ledger
from newsgen.archive.permalinks.ledger_table import _DIGEST, _NEWS, LINE, has_unpublished, line_of
from newsgen.build.inputs import LEDGER, save_area
from newsgen.output.files import write_atomically
from newsgen.record.digests import digest_of_bytes


class ChangedLedger:
    """A ledger's file that is not as the state knows it."""

    def __init__(self, lines: list[LedgerEntry], digest: bytes) -> None:
        self._lines = lines
        self._digest = digest

    def load(self, state: sqlite3.Connection) -> None:
        """Let the state's table be what the file says."""
        state.execute("DELETE FROM ledger")
        rows = ((encode_path(line.permalink), encode_path(line.article), *line[2:]) for line in self._lines)
        state.executemany("INSERT INTO ledger VALUES(?, ?, ?, ?, 1)", rows)
        BuildMemo(state).put(_DIGEST, self._digest)


def find_changed_ledger(state: sqlite3.Connection, root: Path) -> ChangedLedger | None:
    """The ledger of the site at `root`, where its file changed since the state last saw it, or came, or went.

    Raises BuildFailed for a file that is no ledger.
    """
    try:
        digest = digest_of_bytes((root / LEDGER_FILE).read_bytes())
    except FileNotFoundError:
        digest = b""
    except OSError:
        # Reading it says in whole sentences what is wrong.
        digest = b"?"
    if BuildMemo(state).get(_DIGEST) == digest:
        return None
    return ChangedLedger(read_ledger(root / LEDGER_FILE, LEDGER_FILE), digest)


def publish_ledger(state: sqlite3.Connection, root: Path) -> None:
    """Write the table's lines into the file, and take them as published. Raises BuildFailed where that fails."""
    if not has_unpublished(state):
        return
    with transaction(state):
        state.execute("UPDATE ledger SET is_public = 1 WHERE NOT is_public")
        content = ledger_bytes(map(line_of, state.execute(f"SELECT {LINE} FROM ledger")))
        write_atomically(root, LEDGER_FILE, content)
        BuildMemo(state).put(_DIGEST, digest_of_bytes(content))
        state.execute("DELETE FROM meta WHERE name = ?", (_NEWS,))
        save_area(state, LEDGER, root / LEDGER_FILE)
