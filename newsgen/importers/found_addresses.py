"""The redirects of a source, and the files that it shows and does not hold, on disk while an import runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from newsgen.importers.imported import ImportedRedirect, MissingFile
from newsgen.importers.temporary_database import TemporaryDatabase, storable
from newsgen.settings.redirect_table import parse_redirect

_TABLES = """
CREATE TABLE redirects (old TEXT PRIMARY KEY, target TEXT) WITHOUT ROWID;
CREATE TABLE missing (url TEXT, path TEXT, PRIMARY KEY (url, path)) WITHOUT ROWID;
"""
# Rows that are added at once.
_BATCH = 500


class FoundAddresses(TemporaryDatabase):
    """Redirects by their old paths, and the URLs of missing files, as wget takes them."""

    def __init__(self) -> None:
        super().__init__(_TABLES)
        self._redirects: list[tuple[str, str]] = []
        self._missing: list[tuple[str, str]] = []

    def add_redirect(self, redirect: ImportedRedirect) -> bool:
        """Keep a redirect, whose paths are decoded; a later one of the same path replaces it.

        Whether it is one that a site can have.
        """
        found = parse_redirect(redirect.old, redirect.target)
        if not found or found[0].rstrip("/") == found[1].rstrip("/"):
            return False
        self._redirects.append(found)
        if len(self._redirects) >= _BATCH:
            self._flush()
        return True

    def add_missing(self, file: MissingFile) -> None:
        """Keep a missing file."""
        self._missing.append((quote(file.url, safe="%/:=&?~#+!$,;'@()*[]"), file.path))
        if len(self._missing) >= _BATCH:
            self._flush()

    def count_redirects(self) -> int:
        """The number of redirects."""
        self._flush()
        return int(self._database.execute("SELECT COUNT(*) FROM redirects").fetchone()[0])

    def prefer_redirects(self, redirects: Mapping[str, str]) -> None:
        """Put redirects in the place of those of the same paths, and add the others."""
        self._flush()
        self._database.executemany("INSERT OR REPLACE INTO redirects VALUES (?, ?)", map(storable, redirects.items()))

    def redirects(self) -> Iterator[tuple[str, str]]:
        """The old paths and targets, in the order of the old paths."""
        self._flush()
        yield from self._database.execute("SELECT old, target FROM redirects ORDER BY old")

    def missing(self) -> Iterator[tuple[str, str]]:
        """The URLs and paths of missing files, in the order of the URLs."""
        self._flush()
        yield from self._database.execute("SELECT url, path FROM missing ORDER BY url")

    def _flush(self) -> None:
        self._database.executemany("INSERT OR REPLACE INTO redirects VALUES (?, ?)", map(storable, self._redirects))
        self._database.executemany("INSERT OR IGNORE INTO missing VALUES (?, ?)", map(storable, self._missing))
        self._redirects.clear()
        self._missing.clear()
