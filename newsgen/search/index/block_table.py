"""The inverted index in the database: posting blocks, counts by year, where shards begin, and the files."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from newsgen.search.index.blocks import Block, Range
from newsgen.search.index.scoring import TermKey

_BLOCK = "start, width, articles, first, last, postings, positions"


class BlockSize(NamedTuple):
    """A block without its codes: their sizes in bytes."""

    range: Range
    articles: int
    postings: int
    positions: int


class FileRecord(NamedTuple):
    """A file of the index by its name, the first term in it, and a checksum of which terms and ranges it holds."""

    name: str
    first: TermKey
    checksum: int


class BlockTable:
    """The tables `blocks`, `year_counts`, `shards` and `search_files`.

    The first shard begins with "" and is not in `shards`. The counts of any form of a stem are under the form "".
    """

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def add(self, blocks: Iterable[tuple[TermKey, Block]]) -> None:
        """Add blocks of terms."""
        self._state.executemany(
            "INSERT INTO blocks VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((*term, *block.range, *block[1:]) for term, block in blocks),
        )

    def replace(self, term: TermKey, blocks: Iterable[Block]) -> None:
        """Replace all blocks of a term."""
        self._state.execute("DELETE FROM blocks WHERE stem = ? AND form = ?", term)
        self.add((term, block) for block in blocks)

    def find(self, term: TermKey) -> list[Block]:
        """All blocks of a term, by ascending number."""
        rows = self._state.execute(f"SELECT {_BLOCK} FROM blocks WHERE stem = ? AND form = ? ORDER BY start", term)
        return [_block(row) for row in rows]

    def between(self, first: str, end: str | None) -> Iterator[tuple[TermKey, list[Block]]]:
        """The terms from one stem to before another (None: to the last), in order, with their blocks."""
        rows = self._state.execute(f"SELECT stem, form, {_BLOCK} FROM blocks WHERE {_within(end)}", _bounds(first, end))
        for term, found in groupby(rows, key=lambda row: (row[0], row[1])):
            yield term, [_block(row[2:]) for row in found]

    def sizes_between(self, first: str, end: str | None) -> Iterator[tuple[str, list[tuple[str, list[BlockSize]]]]]:
        """The stems from one to before another, in order, each with its forms and the sizes of their blocks."""
        rows = self._state.execute(
            "SELECT stem, form, start, width, articles, length(postings), length(positions) FROM blocks"
            f" WHERE {_within(end)}",
            _bounds(first, end),
        )
        for stem, forms in groupby(rows, key=lambda row: row[0]):
            yield (
                stem,
                [
                    (form, [BlockSize(Range(row[2], row[3]), *row[4:]) for row in found])
                    for form, found in groupby(forms, key=lambda row: row[1])
                ],
            )

    def sizes_of(self, stem: str) -> list[tuple[str, list[BlockSize]]]:
        """The forms of a stem with the sizes of their blocks; none if the stem has no blocks."""
        return next((forms for _, forms in self.sizes_between(stem, f"{stem}\0")), [])

    def year_counts(self, first: str, end: str | None) -> dict[TermKey, dict[int, int]]:
        """The counts by year of terms, from one stem to before another."""
        upper = "" if end is None else " AND stem < ?"
        query = f"SELECT stem, form, counts FROM year_counts WHERE stem >= ?{upper}"
        rows = self._state.execute(query, _bounds(first, end))
        return {(stem, form): dict(json.loads(counts)) for stem, form, counts in rows}

    def replace_year_counts(self, stem: str, counts: Mapping[str, Mapping[int, int]]) -> None:
        """Replace the counts by year of a stem's forms."""
        self._state.execute("DELETE FROM year_counts WHERE stem = ?", (stem,))
        rows = ((stem, form, json.dumps(sorted(of_form.items()))) for form, of_form in counts.items())
        self._state.executemany("INSERT INTO year_counts VALUES(?, ?, ?)", rows)

    def shard_starts(self) -> list[str]:
        """The stems at which shards begin, in order, without the first shard's."""
        return [stem for (stem,) in self._state.execute("SELECT stem FROM shards ORDER BY stem")]

    def shard_end(self, first: str) -> str | None:
        """The stem at which the shard after one begins; None for the last shard."""
        (end,) = self._state.execute("SELECT MIN(stem) FROM shards WHERE stem > ?", (first,)).fetchone()
        return None if end is None else str(end)

    def add_shard(self, first: str) -> None:
        """Let a shard begin with a stem."""
        self._state.execute("INSERT INTO shards VALUES(?)", (first,))

    def remove_shard(self, first: str) -> None:
        """Let no shard begin with a stem."""
        self._state.execute("DELETE FROM shards WHERE stem = ?", (first,))

    def file_names(self) -> list[str]:
        """The names of all files."""
        return [name for (name,) in self._state.execute("SELECT name FROM search_files")]

    def find_file(self, name: str) -> tuple[str, TermKey] | None:
        """The first stem of a file's shard, and the first term in the file; None if there is no such file."""
        row = self._state.execute("SELECT shard, stem, form FROM search_files WHERE name = ?", (name,)).fetchone()
        return (row[0], (row[1], row[2])) if row else None

    def checksums(self, shard: str) -> dict[str, int]:
        """The checksums of a shard's files, by name."""
        return dict(self._state.execute("SELECT name, checksum FROM search_files WHERE shard = ?", (shard,)))

    def add_files(self, shard: str, files: Iterable[FileRecord]) -> None:
        """Add the files of a shard."""
        rows = ((shard, file.name, *file.first, file.checksum) for file in files)
        self._state.executemany("INSERT INTO search_files VALUES(?, ?, ?, ?, ?)", rows)

    def replace_files(self, shard: str, files: Iterable[FileRecord]) -> None:
        """Replace the files of a shard."""
        self._state.execute("DELETE FROM search_files WHERE shard = ?", (shard,))
        self.add_files(shard, files)

    def clear(self) -> None:
        """Delete the whole inverted index."""
        for table in ("blocks", "year_counts", "shards", "search_files"):
            self._state.execute(f"DELETE FROM {table}")


def _within(end: str | None) -> str:
    upper = "" if end is None else " AND stem < ?"
    return f"stem >= ?{upper} ORDER BY stem, form, start"


def _bounds(first: str, end: str | None) -> Sequence[str]:
    return (first,) if end is None else (first, end)


def _block(row: Sequence[object]) -> Block:
    start, width, articles, first, last, postings, positions = row
    return Block(Range(start, width), articles, first, last, postings, positions)  # type: ignore[arg-type]
