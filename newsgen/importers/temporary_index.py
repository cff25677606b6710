"""Texts by their keys, on disk while an import runs: a source may have more of them than memory has room for."""

from __future__ import annotations

from newsgen.importers.temporary_database import TemporaryDatabase, storable

_TABLES = """
PRAGMA cache_size = -8000;
CREATE TABLE texts (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""


class TemporaryIndex(TemporaryDatabase):
    """Texts by keys. The file has no name and is gone when the import ends, however it ends."""

    def __init__(self) -> None:
        super().__init__(_TABLES)

    def add(self, key: str, value: str) -> bool:
        """Keep a text by its key, unless the key has one. Returns whether it is new."""
        cursor = self._database.execute("INSERT OR IGNORE INTO texts VALUES (?, ?)", storable((key, value)))
        return cursor.rowcount > 0

    def find_all(self, prefix: str) -> list[str]:
        """The texts whose keys begin with this, in the order of their keys."""
        (begin,) = storable((prefix,))
        rows = self._database.execute(
            "SELECT value FROM texts WHERE key >= ? AND key < ? ORDER BY key", (begin, f"{begin}\U0010ffff")
        )
        return [row[0] for row in rows]

    def find(self, key: str) -> str | None:
        """The text of a key."""
        row = self._database.execute("SELECT value FROM texts WHERE key = ?", storable((key,))).fetchone()
        return row[0] if row else None
