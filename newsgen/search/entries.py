"""What a shard of the index tells: its stems, their forms, and the articles of each (docs/search.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsgen.search.bits import Bits


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
    number = -1
    for _ in range(bits.count() + 1):
        number += 1 + bits.far()
        numbers.append(number)
        articles = bits.count() + 1
        blocks.append(articles)
        k = bits.number(5) if articles > 1 else 0
        commonest = bits.number(3) if levelled else 0
        if levelled:
            levels.append(bits.level(commonest) if articles > 1 else commonest)
            gaps, found = bits.levelled_gaps(k, commonest, articles - 1)
            levels += found
        else:
            levels += [0] * articles
            gaps = bits.gaps(k, articles - 1)
        for gap in gaps:
            number += 1 + gap
            numbers.append(number)
    return Part(numbers, levels, blocks)


def read_places(bits: Bits, part: Part) -> dict[int, list[int]]:
    """The positions of a form in each of these articles."""
    places: dict[int, list[int]] = {}
    numbers = iter(part.numbers)
    for articles in part.blocks:
        k = bits.number(4)
        for _ in range(articles):
            place = -1
            found = places[next(numbers)] = []
            for gap in bits.gaps(k, bits.count() + 1):
                place += 1 + gap
                found.append(place)
    return places


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
