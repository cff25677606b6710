"""The dumps of the archive: all processes make the chunks that are new, then each file is joined of its chunks."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from pathlib import Path

from newsgen.archive.database import transaction
from newsgen.archive.targets import DUMPS
from newsgen.build.options import OnWritten
from newsgen.build.workers.pool import make_dump_chunks, run
from newsgen.build.workers.worker import Job
from newsgen.errors import NewsgenError, Problem
from newsgen.output.dumps.cache import FOLDER, ChunkCache
from newsgen.output.dumps.chunks import Chunk, gzip_member, list_chunks, name_dumps, name_part, part_forms
from newsgen.output.dumps.sqlite import make_database
from newsgen.output.register import OutputFile, files_of, mark_written
from newsgen.output.streamed_files import write_parts_if_changed
from newsgen.record.digests import digest_of
from newsgen.record.serialise import csv_header

# Chunks that one process makes before it tells so.
_BATCH = 1
# Bytes of the database that are copied at once.
_PIECE = 1 << 20
# How often what the cache does not keep is made again in one build.
_ATTEMPTS = 3


class _Damaged(Exception):
    """A part of the cache is not as it was put there."""


def write_dumps(
    state: sqlite3.Connection, job: Job, executor: Executor, count: int, tell: OnWritten, reason: str
) -> int:
    """Bring the dumps up to date; how many were written. Raises BuildFailed where one cannot be."""
    cache = ChunkCache(job.spool)
    written = 0
    for attempt in range(_ATTEMPTS):
        keys = _make_missing(state, job, executor, count, cache)
        try:
            for file, known in files_of(state, DUMPS).items():
                written += _write_dump(state, job, file, known, keys, cache, tell, reason)
        except _Damaged:
            # What is damaged is gone from the cache by now, and is made again.
            if attempt + 1 == _ATTEMPTS:
                raise NewsgenError([_unreliable(job.spool)]) from None
        else:
            break
    cache.keep_only({name_part(key, form) for key in keys for form in part_forms(job.site)})
    return written


def _write_dump(
    state: sqlite3.Connection,
    job: Job,
    file: str,
    known: OutputFile,
    keys: tuple[str, ...],
    cache: ChunkCache,
    tell: OnWritten,
    reason: str,
) -> bool:
    form = name_dumps(job.site)[file]
    key = digest_of(form, keys, sqlite3.sqlite_version if form == "sqlite" else "")
    if known.key == key and known.digest and not known.fresh:
        return False
    if form == "sqlite":
        with _made_database(job.spool, keys, cache) as parts:
            digest, written = write_parts_if_changed(job.output, file, parts, known.fresh, known.digest)
    else:
        digest, written = write_parts_if_changed(job.output, file, _join(form, keys, cache), known.fresh, known.digest)
    if written:
        tell(file, reason)
    with transaction(state):
        mark_written(state, [(file, "", key, digest)])
    return written


def _make_missing(
    state: sqlite3.Connection, job: Job, executor: Executor, count: int, cache: ChunkCache
) -> tuple[str, ...]:
    """Make the chunks that the cache does not have; the keys of all."""
    keys: list[str] = []
    forms = part_forms(job.site)

    def missing() -> Iterator[Chunk]:
        for chunk in list_chunks(state, job.site.url) if forms else ():
            keys.append(chunk.key)
            if not all(cache.has(name_part(chunk.key, form)) for form in forms):
                yield chunk

    for _ in run(executor, make_dump_chunks, missing(), _BATCH, count):
        pass
    return tuple(keys)


def _join(form: str, keys: Sequence[str], cache: ChunkCache) -> Iterator[bytes]:
    """The bytes of a dump in parts: what stands at its head, which makes it a whole file without any record too."""
    yield gzip_member(csv_header() if form == "csv" else b"")
    for key in keys:
        part = cache.get(name_part(key, form))
        if part is None:
            raise _Damaged
        yield part


@contextmanager
def _made_database(folder: Path, keys: Sequence[str], cache: ChunkCache) -> Iterator[Iterator[bytes]]:
    """The bytes of the database in parts; it is made beside the state, for it is large and needs room to be packed."""
    file = folder / FOLDER / "half-database"
    try:
        make_database(file, _join("jsonl", keys, cache))
        with file.open("rb") as opened:
            yield iter(lambda: opened.read(_PIECE), b"")
    finally:
        file.unlink(missing_ok=True)


def _unreliable(folder: Path) -> Problem:
    message, reason = "does not keep what newsgen puts there", "A dump of the archive would be damaged too."
    return Problem(str(folder / FOLDER), 0, message, reason, "Look after the disk, and build again.")
