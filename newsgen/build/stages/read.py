"""Taking articles into the index: each is read somewhere, gets its permalink and is put in; others are taken out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Executor

from newsgen.archive.database import encode_path
from newsgen.archive.indexer import Indexer
from newsgen.archive.permalink_assignment import PermalinkAssigner
from newsgen.archive.permalinks.ledger_table import mark_unpublished
from newsgen.build.options import OnProgress
from newsgen.build.stages.search import save_words
from newsgen.build.workers.pool import read_articles, run
from newsgen.build.workers.worker import ReadResult
from newsgen.errors import NewsgenError, Problem
from newsgen.record.digests import digest_of
from newsgen.sources.fields import Fields

# Sources that one process reads before it tells what it read.
_BATCH = 50


class SourceReader:
    """The articles of one build on their way into the index; `rows` are the metadata table's fields of some.

    `other_records` tells whether any article's record in the dumps changed: it may where no page does, for one text can
    be parted into blocks in several ways.
    """

    def __init__(
        self, state: sqlite3.Connection, catalogue: Indexer, seating: PermalinkAssigner, rows: Mapping[str, Fields]
    ) -> None:
        self.other_records = False
        self._state = state
        self._catalogue = catalogue
        self._seating = seating
        self._rows = rows

    def read(
        self, stale: Sequence[str], executor: Executor, count: int, watch: OnProgress, problems: Iterable[Problem]
    ) -> None:
        """Read sources. Raises BuildFailed with what is wrong with any of them, behind the problems known before."""
        problems = list(problems)
        done = 0
        for batch in run(executor, read_articles, stale, _BATCH, count):
            problems += (problem for loaded in batch for problem in loaded.problems)
            done += len(batch)
            watch("reading", done, len(stale))
            try:
                self._keep([loaded for loaded in batch if not loaded.problems])
            except NewsgenError as failed:
                problems += failed.problems
        if problems:
            raise NewsgenError(problems)

    def remove(self, paths: Iterable[str]) -> None:
        """Take out the articles of sources that are gone."""
        for path in paths:
            self._state.execute("DELETE FROM sources WHERE path = ?", (encode_path(path),))
            self._take_out(path)

    def seat_waiting(self) -> None:
        """Put in the articles that had to wait until it was clear which others are gone. Raises BuildFailed."""
        self._catalogue.put_all(self._seating.seat_waiting())
        doubles = tuple(self._seating.find_doubles())
        if doubles:
            raise NewsgenError(doubles)
        if self._seating.changed:
            self._catalogue.touched.setdefault("redirects:", "addresses moved")
            mark_unpublished(self._state)

    def _keep(self, batch: Sequence[ReadResult]) -> None:
        self.other_records = self.other_records or any(map(self._has_other_record, batch))
        self._state.executemany(
            "INSERT OR REPLACE INTO sources VALUES(?, ?, ?, ?)",
            (
                (encode_path(one.path), digest_row(self._rows.get(one.path)), one.entry is None, one.record)
                for one in batch
            ),
        )
        self._state.executemany(
            "INSERT OR REPLACE INTO spooled VALUES(?, ?, ?, ?, ?, ?, ?)",
            ((encode_path(one.path), *one.spooled) for one in batch if one.spooled),
        )
        save_words(self._state, ((one.path, one.words, one.excerpt) for one in batch if one.words))
        for one in batch:
            if one.entry is None:
                self._take_out(one.path)
        self._catalogue.put_all(self._seating.seat([one.entry for one in batch if one.entry]))

    def _take_out(self, path: str) -> None:
        self._seating.lose(path)
        self._catalogue.remove(path)

    def _has_other_record(self, one: ReadResult) -> bool:
        row = self._state.execute("SELECT record FROM sources WHERE path = ?", (encode_path(one.path),)).fetchone()
        return row is None or row[0] != one.record


def digest_row(fields: Fields | None) -> bytes:
    """The digest of an article's row of the metadata table; where in the table it stands is no part of it."""
    if not fields:
        return b""
    return digest_of(sorted((name, repr(found.value)) for name, found in fields.items()))
