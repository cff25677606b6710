"""The ledger between its file, which is the truth, and the state's table, where it is settled."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from newsgen.digest import digest_of_bytes
from newsgen.inputs import LEDGER, LEDGER_FILE, record_area
from newsgen.ledger import Line
from newsgen.ledger_file import ledger_bytes, read_ledger
from newsgen.output import put_file
from newsgen.state import Meta, restored, storable, transaction

# What the file held when it was last read or written, and whether the table has news that it has not.
_DIGEST, _NEWS = "ledger", "ledger news"


class OtherLedger:
    """A ledger's file that is not as the state knows it."""

    def __init__(self, lines: list[Line], digest: bytes) -> None:
        self._lines = lines
        self._digest = digest

    def load(self, state: sqlite3.Connection) -> None:
        """Let the state's table be what the file says."""
        state.execute("DELETE FROM ledger")
        rows = ((storable(line.permalink), storable(line.article), *line[2:]) for line in self._lines)
        state.executemany("INSERT INTO ledger VALUES(?, ?, ?, ?, 1)", rows)
        Meta(state).put(_DIGEST, self._digest)


def find_other_ledger(state: sqlite3.Connection, root: Path) -> OtherLedger | None:
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
    if Meta(state).get(_DIGEST) == digest:
        return None
    return OtherLedger(read_ledger(root / LEDGER_FILE, LEDGER_FILE), digest)


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


def publish_ledger(state: sqlite3.Connection, root: Path) -> None:
    """Write the table's lines into the file, and take them as published. Raises BuildFailed where that fails."""
    if not has_news(state):
        return
    with transaction(state):
        state.execute("UPDATE ledger SET is_public = 1 WHERE NOT is_public")
        content = ledger_bytes(map(line_of, state.execute(f"SELECT {LINE} FROM ledger")))
        put_file(root, LEDGER_FILE, content)
        Meta(state).put(_DIGEST, digest_of_bytes(content))
        state.execute("DELETE FROM meta WHERE name = ?", (_NEWS,))
        record_area(state, LEDGER, root / LEDGER_FILE)


LINE = "permalink, article, is_current, fingerprint"


def line_of(row: tuple[str, str, int, str]) -> Line:
    """A line of the ledger from its row of the table."""
    return Line(restored(row[0]), restored(row[1]), bool(row[2]), row[3])
