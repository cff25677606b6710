"""Invert the words of all articles at once, in two passes that any number of processes share.

The first pass takes the articles by ascending number, a batch at a time. It writes the postings of each batch to a
file, divided by the hash of their stem into partitions. The second pass takes one partition after another from all
files, and joins and encodes the postings of each term. So no process ever holds more than a batch or a partition.
"""

from __future__ import annotations

import marshal
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from os import SEEK_CUR
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from newsgen.record.process_names import process_name
from newsgen.search.article_words import unpack_words
from newsgen.search.format.postings import Postings
from newsgen.search.index.blocks import Block, make_blocks
from newsgen.search.index.posting_lists import PostingLists
from newsgen.search.index.scoring import IndexRules, TermKey

_PREFIX = "postings-"
# Arrays as a file holds them: numbers, levels, counts, positions.
_Arrays = tuple[bytes, bytes, bytes, bytes]


class Inversion(NamedTuple):
    """What both passes need: the folder for their files, the rules of the index, and the number of partitions."""

    folder: Path
    rules: IndexRules
    partitions: int


def invert_batches(batches: Iterable[tuple[int, Iterable[tuple[int, bytes]]]], inversion: Inversion) -> None:
    """Write the postings of numbered batches of articles, given by ascending number with their packed words."""
    for batch, articles in batches:
        _invert_batch(batch, articles, inversion)


def encode_partitions(partitions: Iterable[int], inversion: Inversion, batches: int) -> list[tuple[TermKey, Block]]:
    """The blocks of all terms of some partitions, after all batches were inverted."""
    return [row for partition in partitions for row in _encode_partition(partition, inversion, batches)]


def clear_postings(folder: Path) -> None:
    """Remove the files of the first pass, also those of a build that was killed."""
    for file in folder.glob(f"{_PREFIX}*"):
        file.unlink(missing_ok=True)


def _invert_batch(batch: int, articles: Iterable[tuple[int, bytes]], inversion: Inversion) -> None:
    lists = PostingLists(inversion.rules)
    for number, packed in articles:
        lists.add(number, unpack_words(packed))
    partitions: list[dict[TermKey, _Arrays]] = [{} for _ in range(inversion.partitions)]
    for term, postings in lists.postings():
        partitions[crc32(term[0].encode()) % inversion.partitions][term] = (
            postings.numbers.tobytes(),
            bytes(postings.levels),
            bytes(postings.counts),
            postings.positions.tobytes(),
        )
    dumped = list(map(marshal.dumps, partitions))
    ends = array("Q", accumulate(map(len, dumped), initial=0))
    # In one step: a batch may be done twice, where it seemed lost with a process that only was slow.
    half = inversion.folder / f"{_PREFIX}half-{process_name()}"
    half.write_bytes(b"".join((ends.tobytes(), *dumped)))
    half.replace(inversion.folder / f"{_PREFIX}{batch}")


def _encode_partition(partition: int, inversion: Inversion, batches: int) -> Iterator[tuple[TermKey, Block]]:
    joined: defaultdict[TermKey, list[_Arrays]] = defaultdict(list)
    for batch in range(batches):
        for term, arrays in _read_partition(batch, partition, inversion).items():
            joined[term].append(arrays)
    for term in sorted(joined):
        blocks = make_blocks(_join(joined.pop(term)), inversion.rules.has_levels(term))
        yield from ((term, block) for block in blocks)


def _read_partition(batch: int, partition: int, inversion: Inversion) -> dict[TermKey, _Arrays]:
    with (inversion.folder / f"{_PREFIX}{batch}").open("rb") as file:
        ends = array("Q", file.read(8 * (inversion.partitions + 1)))
        file.seek(ends[partition], SEEK_CUR)
        found: dict[TermKey, _Arrays] = marshal.loads(file.read(ends[partition + 1] - ends[partition]))
        return found


def _join(lists: Sequence[_Arrays]) -> Postings:
    numbers, levels, counts, positions = (b"".join(arrays) for arrays in zip(*lists, strict=True))
    return Postings(array("I", numbers), bytearray(levels), bytearray(counts), array("I", positions))
