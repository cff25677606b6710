"""Targets whose files may be outdated, from before a build writes its first file until after the last.

So the next build finishes one that was killed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from newsgen.archive.database import decode_path, encode_path
from newsgen.archive.targets import Target, decode_target, encode_target


class PendingTable:
    """The table `pending`."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def add(self, reasons: Mapping[Target, str]) -> None:
        """Mark targets as about to change, each with the reason; one that is marked already keeps its reason."""
        self._state.executemany(
            "INSERT OR IGNORE INTO pending VALUES(?, ?, ?)",
            ((*encode_target(target), encode_path(reason)) for target, reason in reasons.items()),
        )

    def all(self) -> dict[Target, str]:
        """The marked targets, each with the reason."""
        rows = self._state.execute("SELECT kind, key, reason FROM pending")
        return {decode_target(kind, key): decode_path(reason) for kind, key, reason in rows}

    def with_written_files(self) -> set[Target]:
        """The marked targets with a file that is written already."""
        rows = self._state.execute(
            "SELECT DISTINCT o.kind, o.key FROM pending p JOIN outputs o ON o.kind = p.kind AND o.key = p.key"
            " WHERE o.is_planned = 1 AND o.is_new = 0"
        )
        return {decode_target(kind, key) for kind, key in rows}

    def is_empty(self) -> bool:
        """Whether no target is marked: the last build ended."""
        return self._state.execute("SELECT 1 FROM pending LIMIT 1").fetchone() is None

    def clear(self) -> None:
        """Take all marks away: every target is as it should be."""
        self._state.execute("DELETE FROM pending")
