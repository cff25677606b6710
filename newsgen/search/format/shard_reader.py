"""Decode a shard of the index: its stems, their forms, and the articles of each (docs/format/search.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from newsgen.search.format.bit_reader import BitReader
from newsgen.search.format.year_counts import read_year_counts


class Part(NamedTuple):
    """Article numbers, ascending; a word's level in each, 0 if the form has no levels; the length of each block."""

    numbers: Sequence[int]
    levels: Sequence[int]
    blocks: Sequence[int]


class OlderPart(NamedTuple):
    """A part of a form's articles in a file of its own: its start, in units of 1,024, and the number of articles."""

    start: int
    articles: int


class FormEntry(NamedTuple):
    """A form of a stem and its articles.

    `shard` is the first stem of its shard, and `ordinal` its index there. Names and the commonest words have no levels.
    If `opens_file`, its positions are the first of their file. `newest` holds all its articles from `start` on, in
    units of 1,024. `years` are its articles of each year if it has older parts, and `stem_years` those of any form of
    its stem if one of several has.
    """

    shard: str
    ordinal: int
    stem: str
    form: str
    has_levels: bool
    has_positions: bool
    opens_file: bool
    articles: int
    older: tuple[OlderPart, ...]
    start: int
    newest: Part
    years: tuple[int, ...] = ()
    stem_years: tuple[int, ...] = ()

    @property
    def is_word(self) -> bool:
        """Whether it is a word, not the name of a section, author, tag or language."""
        return not self.stem.startswith("@")


def read_shard(first: str, bits: str) -> Iterator[FormEntry]:
    """The forms of the shard that begins with the stem `first`, in its order."""
    reader = BitReader(bits)
    stem, index = b"", 0
    for _ in range(reader.count()):
        shared = reader.count()
        stem = stem[:shared] + reader.text()
        forms = reader.count() + 1
        stem_years = read_year_counts(reader) if forms > 1 else ()
        for _ in range(forms):
            yield _read_entry(reader, first, index, stem)._replace(stem_years=stem_years)
            index += 1


def read_part(reader: BitReader, has_levels: bool) -> Part:
    """The articles of a part."""
    numbers: list[int] = []
    levels: list[int] = []
    blocks: list[int] = []
    last = -1
    for _ in range(reader.count() + 1):
        block_numbers, block_levels = read_articles(reader, has_levels, last + 1 + reader.far())
        numbers += block_numbers
        levels += block_levels
        blocks.append(len(block_numbers))
        last = block_numbers[-1]
    return Part(numbers, levels, blocks)


def read_articles(reader: BitReader, has_levels: bool, first: int) -> tuple[list[int], list[int]]:
    """The articles of a block whose first number has been read: their numbers, and their levels."""
    articles = reader.count() + 1
    k = reader.number(5) if articles > 1 else 0
    commonest = reader.number(3) if has_levels else 0
    if has_levels:
        first_level = reader.level(commonest) if articles > 1 else commonest
        gaps, other_levels = reader.gaps_with_levels(k, commonest, articles - 1)
        levels = [first_level, *other_levels]
    else:
        levels = [0] * articles
        gaps = reader.gaps(k, articles - 1)
    return list(accumulate((gap + 1 for gap in gaps), initial=first)), levels


def read_positions(reader: BitReader, part: Part) -> dict[int, list[int]]:
    """The positions of a form in each of these articles."""
    numbers = iter(part.numbers)
    found: dict[int, list[int]] = {}
    for articles in part.blocks:
        counts, positions = read_block_positions(reader, articles)
        ends = accumulate(counts)
        found |= {next(numbers): positions[end - count : end] for count, end in zip(counts, ends, strict=True)}
    return found


def read_block_positions(reader: BitReader, articles: int) -> tuple[list[int], list[int]]:
    """The number of positions of a form in each article of a block, and all positions."""
    counts, positions = reader.gap_lists(reader.number(4), articles)
    start = 0
    for count in counts:
        for index in range(start + 1, start + count):
            positions[index] += positions[index - 1] + 1
        start += count
    return counts, positions


def _read_entry(reader: BitReader, shard: str, index: int, stem: bytes) -> FormEntry:
    shared = reader.count()
    form = stem[:shared] + reader.text()
    has_levels, has_positions = bool(reader.number(1)), bool(reader.number(1))
    opens_file = has_positions and bool(reader.number(1))
    articles = reader.count() + 1
    older: list[OlderPart] = []
    start = 0
    parts = reader.count()
    for _ in range(parts):
        start += reader.count()
        older.append(OlderPart(start, reader.count() + 1))
    start = start + reader.count() if parts else 0
    years = read_year_counts(reader) if parts else ()
    return FormEntry(
        shard,
        index,
        stem.decode(),
        form.decode(),
        has_levels,
        has_positions,
        opens_file,
        articles,
        tuple(older),
        start,
        read_part(reader, has_levels),
        years,
    )
