"""Stage: write the dumps. All processes make the chunks that are new, and each file is joined of those of its part."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.archive import Archive
from newsgen.archive.targets import DUMPS
from newsgen.build.options import OnWritten
from newsgen.build.state import State
from newsgen.build.tasks.dumps import make_dump_chunks
from newsgen.build.workers.pool import Pool
from newsgen.build.workers.worker import Job, Worker
from newsgen.errors import NewsgenError, Problem
from newsgen.output.dumps.cache import FOLDER, ChunkCache
from newsgen.output.dumps.chunks import (
    Chunk,
    DumpFile,
    forms_in_parts,
    gzip_member,
    list_chunks,
    name_dumps,
    name_part,
    part_forms,
)
from newsgen.output.dumps.sqlite import make_database
from newsgen.output.register import OutputFile, WrittenFile
from newsgen.output.streamed_files import write_parts_if_changed
from newsgen.record.digests import digest_of
from newsgen.record.dump_parts import DumpIndex, DumpPart, format_index
from newsgen.record.serialise import csv_header

# Bytes of the database that are copied at once.
_PIECE = 1 << 20
# How often what the cache does not keep is made again in one build.
_ATTEMPTS = 3


class _Chunks(NamedTuple):
    """The keys of all chunks by their parts, these parts, and the columns that not every record has."""

    keys: Mapping[str, Sequence[str]]
    parts: tuple[DumpPart, ...]
    columns: tuple[str, ...]

    def keys_of(self, part: str) -> Sequence[str]:
        """The keys of the chunks of a part, "" for all."""
        return self.keys[part] if part else tuple(chain.from_iterable(self.keys.values()))


class _DamagedChunk(Exception):
    """A chunk of the cache is not as it was put there."""


def write_dumps(state: State, job: Job, pool: Pool[Worker], on_written: OnWritten, reason: str) -> int:
    """Bring the dumps up to date; the number of files written. Raises NewsgenError where one cannot be."""
    cache = ChunkCache(job.folder)
    written = 0
    for attempt in range(_ATTEMPTS):
        chunks = _make_missing(state.archive(), job, pool, cache)
        files = name_dumps(job.site, chunks.parts)
        try:
            for file, known in state.register.files_of(DUMPS).items():
                changed = _write_dump(state, job, known, _Dump(files[file], chunks, cache))
                if changed:
                    on_written(file, reason)
                    written += 1
        except _DamagedChunk:
            # What is damaged is gone from the cache by now, and is made again.
            if attempt + 1 == _ATTEMPTS:
                raise NewsgenError([_unreliable(job.folder)]) from None
        else:
            break
    cache.keep_only({name_part(key, form) for key in chunks.keys_of("") for form in part_forms(job.site)})
    return written


class _Dump(NamedTuple):
    """What a file of the dumps is joined of."""

    file: DumpFile
    chunks: _Chunks
    cache: ChunkCache


def _write_dump(state: State, job: Job, known: OutputFile, dump: _Dump) -> bool:
    """Write a file of the dumps if its chunks are others than before; whether it changed."""
    key = _key_of(dump, job)
    if known.key == key and known.digest and not known.is_new:
        return False
    with _content(dump, job) as parts:
        digest, changed = write_parts_if_changed(job.output, known.file, parts, known.is_new, known.digest)
    with state.transaction():
        state.register.mark_written([WrittenFile(known.file, "", key, digest)])
    return changed


def _key_of(dump: _Dump, job: Job) -> bytes:
    form, part = dump.file
    if not form:
        return digest_of(_index_of(dump, job))
    return digest_of(form, dump.chunks.keys_of(part), sqlite3.sqlite_version if form == "sqlite" else "")


def _index_of(dump: _Dump, job: Job) -> bytes:
    return format_index(DumpIndex(dump.chunks.parts, forms_in_parts(job.site), dump.chunks.columns))


def _make_missing(archive: Archive, job: Job, pool: Pool[Worker], cache: ChunkCache) -> _Chunks:
    """Make the chunks that the cache does not have; all chunks."""
    keys: dict[str, list[str]] = {}
    forms = part_forms(job.site)

    def missing() -> Iterator[Chunk]:
        for chunk in list_chunks(archive, job.site.url) if forms else ():
            keys.setdefault(chunk.part, []).append(chunk.key)
            if not all(cache.has(name_part(chunk.key, form)) for form in forms):
                yield chunk

    for _ in pool.map(make_dump_chunks, missing(), 1):
        pass
    return _Chunks(keys, archive.record_parts(), archive.record_columns())


@contextmanager
def _content(dump: _Dump, job: Job) -> Iterator[Iterator[bytes]]:
    """The bytes of a file of the dumps, piece by piece.

    The database is made beside the state first, since it is large and needs room to be packed.
    """
    form, part = dump.file
    if form != "sqlite":
        yield _join(form, part, dump) if form else iter((_index_of(dump, job),))
        return
    file = job.folder / FOLDER / "half-database"
    try:
        make_database(file, _join("jsonl", "", dump), dump.chunks.columns)
        with file.open("rb") as opened:
            yield iter(lambda: opened.read(_PIECE), b"")
    finally:
        file.unlink(missing_ok=True)


def _join(form: str, part: str, dump: _Dump) -> Iterator[bytes]:
    """The chunks of a part after its head, which a table has."""
    if form == "csv":
        yield gzip_member(csv_header(dump.chunks.columns))
    for key in dump.chunks.keys_of(part):
        member = dump.cache.get(name_part(key, form))
        if member is None:
            raise _DamagedChunk
        yield member


def _unreliable(folder: Path) -> Problem:
    message, reason = "does not keep what newsgen puts there", "A dump of the archive would be damaged too."
    return Problem(str(folder / FOLDER), 0, message, reason, "Look after the disk, and build again.")
