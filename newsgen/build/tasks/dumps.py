"""Make chunks of the dumps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from newsgen.build.tasks.read import load_record
from newsgen.build.workers.worker import Worker
from newsgen.output.dumps.chunks import Chunk, write_chunk


def make_dump_chunks(worker: Worker, chunks: Sequence[Chunk]) -> None:
    """Make chunks in the forms that the site's dumps have, and put them into the cache."""
    for chunk in chunks:
        noted = worker.noting(chunk.listed, lambda entry: worker.label(entry.path))
        write_chunk(chunk, map(partial(load_record, worker), noted), worker.job.site, worker.chunks)
