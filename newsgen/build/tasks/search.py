"""Build the search index of all articles: invert batches of them, then encode partitions of the terms."""

from __future__ import annotations

from collections.abc import Sequence

from newsgen.build.workers.worker import Worker
from newsgen.search.index import inversion as passes
from newsgen.search.index.blocks import Block
from newsgen.search.index.inversion import Inversion
from newsgen.search.index.scoring import TermKey


def invert_batches(
    worker: Worker, batches: Sequence[tuple[int, list[tuple[int, bytes]]]], inversion: Inversion
) -> None:
    """Write the postings of numbered batches of articles into the folder of the inversion."""
    passes.invert_batches(batches, inversion)


def encode_partitions(
    worker: Worker, partitions: Sequence[int], inversion: Inversion, batches: int
) -> list[tuple[TermKey, Block]]:
    """The blocks of all terms of some of the partitions."""
    return passes.encode_partitions(partitions, inversion, batches)
