"""What a shard of the index tells: its stems, their forms, and the articles of each (docs/search.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from newsgen.search.format.bit_reader import Bits


class Part(NamedTuple):
    """The numbers of articles, rising; the level of a word in each, 0 where none is told; how many make each block."""

    numbers: Sequence[int]
    levels: Sequence[int]
    blocks: Sequence[int]


class Older(NamedTuple):
    """A part of a form's articles that has its own file: where it begins, in units of 1,024, and how many they are."""

    start: int
    articles: int


class Entry(NamedTuple):
    """A form of a stem and its articles.

    `shard` is the stem that its shard begins with, and `place` its place there. Names and the commonest words are not
    `levelled`; what is `placed` has positions, and where it `opens` them, they are the first of their file. All its
    articles from `start` on, in units of 1,024, are in `newest`.
    """

    shard: str
    place: int
    stem: str
    form: str
    levelled: bool
    placed: bool
    opens: bool
    articles: int
    older: tuple[Older, ...]
    start: int
    newest: Part

    @property
    def is_word(self) -> bool:
        """Whether it is a word, and not a name that articles are filed under."""
        return not self.stem.startswith("@")


def read_shard(first: str, signs: str) -> Iterator[Entry]:
    """The forms of a shard, in its order; `first` is the stem that it begins with."""
    bits = Bits(signs)
    stem, place = b"", 0
    for _ in range(bits.count()):
        shared = bits.count()
        stem = stem[:shared] + bits.text()
        for _ in range(bits.count() + 1):
            yield _read_entry(bits, first, place, stem)
            place += 1


def read_part(bits: Bits, levelled: bool) -> Part:
    """The articles of a part."""
    numbers: list[int] = []
    levels: list[int] = []
    blocks: list[int] = []
    last = -1
    for _ in range(bits.count() + 1):
        found, weights = read_articles(bits, levelled, last + 1 + bits.far())
        numbers += found
        levels += weights
        blocks.append(len(found))
        last = found[-1]
    return Part(numbers, levels, blocks)


def read_articles(bits: Bits, levelled: bool, first: int) -> tuple[list[int], list[int]]:
    """The articles of a block behind its first number: their numbers, and their levels."""
    articles = bits.count() + 1
    k = bits.number(5) if articles > 1 else 0
    commonest = bits.number(3) if levelled else 0
    if levelled:
        weight = bits.level(commonest) if articles > 1 else commonest
        gaps, weights = bits.levelled_gaps(k, commonest, articles - 1)
        levels = [weight, *weights]
    else:
        levels = [0] * articles
        gaps = bits.gaps(k, articles - 1)
    return list(accumulate((gap + 1 for gap in gaps), initial=first)), levels


def read_places(bits: Bits, part: Part) -> dict[int, list[int]]:
    """The positions of a form in each of these articles."""
    numbers = iter(part.numbers)
    found: dict[int, list[int]] = {}
    for articles in part.blocks:
        counts, places = read_block_places(bits, articles)
        ends = accumulate(counts)
        found |= {next(numbers): places[end - count : end] for count, end in zip(counts, ends, strict=True)}
    return found


def read_block_places(bits: Bits, articles: int) -> tuple[list[int], list[int]]:
    """How many positions a form has in each article of a block, and the positions in all."""
    counts, places = bits.gap_lists(bits.number(4), articles)
    start = 0
    for count in counts:
        for place in range(start + 1, start + count):
            places[place] += places[place - 1] + 1
        start += count
    return counts, places


def _read_entry(bits: Bits, shard: str, place: int, stem: bytes) -> Entry:
    shared = bits.count()
    form = stem[:shared] + bits.text()
    levelled, placed = bool(bits.number(1)), bool(bits.number(1))
    opens = placed and bool(bits.number(1))
    articles = bits.count() + 1
    older: list[Older] = []
    start = 0
    parts = bits.count()
    for _ in range(parts):
        start += bits.count()
        older.append(Older(start, bits.count() + 1))
    start = start + bits.count() if parts else 0
    newest = read_part(bits, levelled)
    texts = stem.decode(), form.decode()
    return Entry(shard, place, *texts, levelled, placed, opens, articles, tuple(older), start, newest)
