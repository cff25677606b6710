"""Which files the index has: where shards and files of positions begin, and which terms each of them holds.

A stem begins a shard or not by its own hash and size. So a change of one stem moves no other's shard, and the files of
an updated index are those of a rebuilt one. The sizes of shards follow a geometric distribution: the shard that holds a
word has twice the mean size, on average.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from newsgen.search.format.files import PART_WIDTH, name_part
from newsgen.search.index.block_table import BlockSize
from newsgen.search.index.blocks import ALL_NUMBERS, Range
from newsgen.search.index.scoring import TermKey

# Mean bytes of a shard, and of a file of positions, where files are smallest.
_SHARD, _POSITIONS = 6_200, 14_500
# Bytes of a form beside its postings: its letters, and how many articles it has.
_FORM = 4


class Form(NamedTuple):
    """A term with the sizes of its blocks, in parts, the newest one last."""

    term: TermKey
    parts: Sequence[tuple[Range, Sequence[BlockSize]]]

    @property
    def positions(self) -> int:
        """Bytes of the newest part's positions."""
        return sum(block.positions for block in self.parts[-1][1])


class File(NamedTuple):
    """A file of the index: its name, and for each term that it holds, the range of the articles."""

    name: str
    ranges: Mapping[TermKey, Range]

    def has_any(self, numbers: Mapping[TermKey, Iterable[int]]) -> bool:
        """Whether it holds any of these articles, given by number for each term."""
        ends = ((term, span.start, span.start + (1 << span.width)) for term, span in self.ranges.items())
        return any(start <= number < end for term, start, end in ends for number in numbers.get(term, ()))


def begins_shard(stem: str, forms: Iterable[Form], scale: int = 1) -> bool:
    """Whether a stem is the first of a shard; files are `scale` times as large as the smallest."""
    size = sum(
        _FORM + len(form.term[1]) // 2 + sum(3 + block.postings for block in form.parts[-1][1]) for form in forms
    )
    return crc32(stem.encode()) * _SHARD * scale < size << 32


def begins_positions(term: TermKey, size: int, scale: int = 1) -> bool:
    """Whether a term with `size` bytes of positions begins a file of them within its shard."""
    return crc32(" ".join(term).encode()) * _POSITIONS * scale < size << 32


def opening_terms(sizes: Iterable[tuple[TermKey, int]], scale: int = 1) -> Iterator[TermKey]:
    """The terms of a shard that are the first of a file of positions, given each term's bytes of positions.

    The first term with positions opens the shard's first file; after it, those for which `begins_positions` holds.
    """
    with_positions = ((term, size) for term, size in sizes if size)
    for index, (term, size) in enumerate(with_positions):
        if index == 0 or begins_positions(term, size, scale):
            yield term


def plan_shard(first: str, forms: Sequence[Form], scale: int = 1) -> Iterator[File]:
    """The files of a shard: itself, its older parts and its positions."""
    opening = set(opening_terms(((form.term, form.positions) for form in forms), scale))
    together: dict[TermKey, Range] = {}
    for form in forms:
        name = "-".join(map(name_part, form.term))
        *older, (newest, _) = form.parts
        for span, blocks in older:
            yield File(f"parts/{name}-{span.start >> PART_WIDTH}", {form.term: span})
            if any(block.positions for block in blocks):
                yield File(f"places/{name}-{span.start >> PART_WIDTH}", {form.term: span})
        if form.positions:
            if together and form.term in opening:
                yield _positions_file(together)
                together = {}
            together[form.term] = newest
    if together:
        yield _positions_file(together)
    yield File(name_shard(first), {form.term: ALL_NUMBERS for form in forms})


def name_shard(first: str) -> str:
    """The name of the shard that begins with a stem."""
    return f"terms/{name_part(first)}"


def _positions_file(ranges: Mapping[TermKey, Range]) -> File:
    return File(f"places/{'-'.join(map(name_part, next(iter(ranges))))}", ranges)
