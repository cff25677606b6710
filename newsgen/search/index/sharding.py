"""Which files the index has: where shards and files of positions begin, and which forms each of them holds.

Whether a stem begins a shard is decided by its own hash and size. So a change of one stem moves no other's shard, and
the files of an index that was changed are those of one made anew. Their sizes are spread as waiting times are: a word's
shard holds twice the mean, on average.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from newsgen.search.format.files import PART_WIDTH, name_part
from newsgen.search.index.block_table import Measure
from newsgen.search.index.blocks import ALL, Range
from newsgen.search.index.scoring import TermKey

# Bytes of a shard and of a file of positions, on average.
_SHARD, _PLACES = 6_200, 14_500
# What a form takes beside its postings: its letters, and what says how many articles it has.
_FORM = 4


class Form(NamedTuple):
    """A form of a stem with the measures of its blocks, parted: the newest part at the end."""

    filed: TermKey
    parts: Sequence[tuple[Range, Sequence[Measure]]]

    @property
    def places(self) -> int:
        """Bytes of the newest part's positions."""
        return sum(block.places for block in self.parts[-1][1])


class File(NamedTuple):
    """A file of the index by its name, and of which forms it holds the articles of which range."""

    name: str
    held: Mapping[TermKey, Range]

    def has_any(self, numbers: Mapping[TermKey, Iterable[int]]) -> bool:
        """Whether one of some articles of each form is in it."""
        ends = ((filed, span.start, span.start + (1 << span.width)) for filed, span in self.held.items())
        return any(start <= number < end for filed, start, end in ends for number in numbers.get(filed, ()))


def begins_shard(stem: str, forms: Iterable[Form]) -> bool:
    """Whether a stem is the first of a shard."""
    size = sum(
        _FORM + len(form.filed[1]) // 2 + sum(3 + block.postings for block in form.parts[-1][1]) for form in forms
    )
    return crc32(stem.encode()) * _SHARD < size << 32


def begins_places(filed: TermKey, size: int) -> bool:
    """Whether a form with so many bytes of positions is the first of a file of them, inside of a shard."""
    return crc32(" ".join(filed).encode()) * _PLACES < size << 32


def plan_shard(first: str, forms: Iterable[Form]) -> Iterator[File]:
    """The files of a shard: itself, its older parts and its positions."""
    held: list[TermKey] = []
    together: dict[TermKey, Range] = {}
    for form in forms:
        held.append(form.filed)
        names = "-".join(map(name_part, form.filed))
        *older, (newest, _) = form.parts
        for span, blocks in older:
            yield File(f"parts/{names}-{span.start >> PART_WIDTH}", {form.filed: span})
            if any(block.places for block in blocks):
                yield File(f"places/{names}-{span.start >> PART_WIDTH}", {form.filed: span})
        if form.places:
            if together and begins_places(form.filed, form.places):
                yield _places_file(together)
                together = {}
            together[form.filed] = newest
    if together:
        yield _places_file(together)
    yield File(name_shard(first), dict.fromkeys(held, ALL))


def name_shard(first: str) -> str:
    """The name of the shard that begins with a stem."""
    return f"terms/{name_part(first)}"


def _places_file(held: Mapping[TermKey, Range]) -> File:
    return File(f"places/{'-'.join(map(name_part, next(iter(held))))}", held)
