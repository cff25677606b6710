"""The whole index made at once, in two rounds that any number of processes share.

First the articles are dealt with in the order of their numbers, a batch at a time: their words are filed and put into
a file, the stems by their hashes in one of several heaps. Then each heap is taken by itself from all files: the
postings of each form are joined and coded. So no process ever holds more than a batch or a heap.
"""

from __future__ import annotations

import marshal
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from os import SEEK_CUR
from pathlib import Path
from zlib import crc32

from newsgen.search.article_words import unpack_words
from newsgen.search.format.postings import Postings
from newsgen.search.index.blocks import Block, make_blocks
from newsgen.search.index.scoring import IndexRules, PostingLists, TermKey

_NAME = "filed-"
# Arrays as they are put into a file: numbers, levels, counts, places.
_Parts = tuple[bytes, bytes, bytes, bytes]


def invert_batches(
    batches: Iterable[tuple[int, Iterable[tuple[int, bytes]]]], folder: Path, rules: IndexRules, heaps: int
) -> None:
    """File batches of articles by their packed words and their numbers, which ascend, and put each into the folder."""
    for batch, articles in batches:
        _invert_batch(folder, batch, articles, rules, heaps)


def encode_partitions(
    heaps: Iterable[int], folder: Path, rules: IndexRules, of: int, batches: int
) -> list[tuple[TermKey, Block]]:
    """The blocks of all forms of some of the heaps."""
    return [row for heap in heaps for row in _encode_partition(folder, heap, rules, of, batches)]


def clear_postings(folder: Path) -> None:
    """Remove what a build left, a killed one too."""
    for file in folder.glob(f"{_NAME}*"):
        file.unlink(missing_ok=True)


def _invert_batch(
    folder: Path, batch: int, articles: Iterable[tuple[int, bytes]], rules: IndexRules, heaps: int
) -> None:
    filed = PostingLists(rules)
    for number, packed in articles:
        filed.file(number, unpack_words(packed))
    parts: list[dict[TermKey, _Parts]] = [{} for _ in range(heaps)]
    for name, postings in filed.items():
        parts[crc32(name[0].encode()) % heaps][name] = (
            postings.numbers.tobytes(),
            bytes(postings.levels),
            bytes(postings.counts),
            postings.places.tobytes(),
        )
    dumped = list(map(marshal.dumps, parts))
    ends = array("Q", accumulate(map(len, dumped), initial=0))
    (folder / f"{_NAME}{batch}").write_bytes(b"".join((ends.tobytes(), *dumped)))


def _encode_partition(
    folder: Path, heap: int, rules: IndexRules, heaps: int, batches: int
) -> Iterator[tuple[TermKey, Block]]:
    joined: defaultdict[TermKey, list[_Parts]] = defaultdict(list)
    for batch in range(batches):
        for name, parts in _take_partition(folder / f"{_NAME}{batch}", heap, heaps).items():
            joined[name].append(parts)
    for name in sorted(joined):
        yield from ((name, block) for block in make_blocks(_join(joined.pop(name)), rules.has_levels(name)))


def _take_partition(file: Path, heap: int, heaps: int) -> dict[TermKey, _Parts]:
    with file.open("rb") as opened:
        ends = array("Q", opened.read(8 * (heaps + 1)))
        opened.seek(ends[heap], SEEK_CUR)
        found: dict[TermKey, _Parts] = marshal.loads(opened.read(ends[heap + 1] - ends[heap]))
        return found


def _join(parts: Sequence[_Parts]) -> Postings:
    numbers, levels, counts, places = (b"".join(found) for found in zip(*parts, strict=True))
    return Postings(array("I", numbers), bytearray(levels), bytearray(counts), array("I", places))
