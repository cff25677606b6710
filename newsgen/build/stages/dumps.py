"""Stage: write the dumps. All processes make the chunks that are new, and each file is joined of chunks."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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
from newsgen.output.dumps.chunks import Chunk, gzip_member, list_chunks, name_dumps, name_part, part_forms
from newsgen.output.dumps.sqlite import make_database
from newsgen.output.register import OutputFile, WrittenFile
from newsgen.output.streamed_files import write_parts_if_changed
from newsgen.record.digests import digest_of
from newsgen.record.serialise import csv_header

# Bytes of the database that are copied at once.
_PIECE = 1 << 20
# How often what the cache does not keep is made again in one build.
_ATTEMPTS = 3


class _Chunks(NamedTuple):
    """The keys of all chunks, and the columns that not every record has."""

    keys: Sequence[str]
    columns: tuple[str, ...]


class _DamagedChunk(Exception):
    """A chunk of the cache is not as it was put there."""


def write_dumps(state: State, job: Job, pool: Pool[Worker], on_written: OnWritten, reason: str) -> int:
    """Bring the dumps up to date; the number of files written. Raises NewsgenError where one cannot be."""
    cache = ChunkCache(job.folder)
    written = 0
    for attempt in range(_ATTEMPTS):
        keys = _make_missing(state.archive(), job, pool, cache)
        try:
            for file, known in state.register.files_of(DUMPS).items():
                changed = _write_dump(state, job, known, keys, cache)
                if changed:
                    on_written(file, reason)
                    written += 1
        except _DamagedChunk:
            # What is damaged is gone from the cache by now, and is made again.
            if attempt + 1 == _ATTEMPTS:
                raise NewsgenError([_unreliable(job.folder)]) from None
        else:
            break
    cache.keep_only({name_part(key, form) for key in keys for form in part_forms(job.site)})
    return written


def _write_dump(state: State, job: Job, known: OutputFile, keys: tuple[str, ...], cache: ChunkCache) -> bool:
    """Write a dump if its chunks are others than before; whether it changed."""
    form, columns = name_dumps(job.site)[known.file], state.archive().record_columns()
    key = digest_of(form, keys, sqlite3.sqlite_version if form == "sqlite" else "")
    if known.key == key and known.digest and not known.is_new:
        return False
    with _parts(form, job.folder, _Chunks(keys, columns), cache) as parts:
        digest, changed = write_parts_if_changed(job.output, known.file, parts, known.is_new, known.digest)
    with state.transaction():
        state.register.mark_written([WrittenFile(known.file, "", key, digest)])
    return changed


def _make_missing(archive: Archive, job: Job, pool: Pool[Worker], cache: ChunkCache) -> tuple[str, ...]:
    """Make the chunks that the cache does not have; the keys of all."""
    keys: list[str] = []
    forms = part_forms(job.site)

    def missing() -> Iterator[Chunk]:
        for chunk in list_chunks(archive, job.site.url) if forms else ():
            keys.append(chunk.key)
            if not all(cache.has(name_part(chunk.key, form)) for form in forms):
                yield chunk

    for _ in pool.map(make_dump_chunks, missing(), 1):
        pass
    return tuple(keys)


@contextmanager
def _parts(form: str, folder: Path, chunks: _Chunks, cache: ChunkCache) -> Iterator[Iterator[bytes]]:
    """The bytes of a dump in parts.

    The database is made beside the state first, since it is large and needs room to be packed.
    """
    if form != "sqlite":
        yield _join(form, chunks, cache)
        return
    file = folder / FOLDER / "half-database"
    try:
        make_database(file, _join("jsonl", chunks, cache), chunks.columns)
        with file.open("rb") as opened:
            yield iter(lambda: opened.read(_PIECE), b"")
    finally:
        file.unlink(missing_ok=True)


def _join(form: str, chunks: _Chunks, cache: ChunkCache) -> Iterator[bytes]:
    """A dump's head, which makes it a whole file without any record too, and its chunks."""
    yield gzip_member(csv_header(chunks.columns) if form == "csv" else b"")
    for key in chunks.keys:
        part = cache.get(name_part(key, form))
        if part is None:
            raise _DamagedChunk
        yield part


def _unreliable(folder: Path) -> Problem:
    message, reason = "does not keep what newsgen puts there", "A dump of the archive would be damaged too."
    return Problem(str(folder / FOLDER), 0, message, reason, "Look after the disk, and build again.")
