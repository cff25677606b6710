"""`FindingTable`: what the readers found that an editor should know, kept until a source is read again."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping

from newsgen.archive.database import decode_path, encode_path
from newsgen.errors import Finding, Problem


class FindingTable:
    """The table `findings`: those of each source, and those of the metadata table and of site.yaml under their own
    names.
    """

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def save(self, found_in: Mapping[str, Collection[Finding]]) -> None:
        """Record what was found in sources, in place of what was found in them before."""
        self.remove(found_in)
        self._state.executemany(
            "INSERT INTO findings VALUES(?, ?, ?, ?, ?, ?, ?)",
            (
                (encode_path(source), rule, encode_path(found.path), found.line, *_texts_of(found))
                for source, findings in found_in.items()
                for rule, found in findings
            ),
        )

    def remove(self, sources: Iterable[str]) -> None:
        """Forget what was found in sources that are gone."""
        self._state.executemany("DELETE FROM findings WHERE source = ?", ((encode_path(path),) for path in sources))

    def all(self) -> list[Finding]:
        """Every finding, by file, line and rule."""
        rows = self._state.execute(
            "SELECT rule, path, line, message, reason, fix FROM findings ORDER BY path, line, rule, message"
        )
        return [
            Finding(rule, Problem(decode_path(path), line, *map(decode_path, texts)))
            for rule, path, line, *texts in rows
        ]


def _texts_of(problem: Problem) -> tuple[str, ...]:
    return encode_path(problem.message), encode_path(problem.reason), encode_path(problem.fix)
