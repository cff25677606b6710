"""Read the search index of a built site file by file, as a query needs them. docs/format/search.md describes the files.

Raises NewsgenError if a folder has no index, or one that cannot be read.
"""

from __future__ import annotations

import bz2
import json
import zlib
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TypeVar

from newsgen.errors import NewsgenError, Problem
from newsgen.search.format.bit_reader import BitReader
from newsgen.search.format.dates import day_of_code
from newsgen.search.format.files import (
    CARD_WIDTH,
    DATE_WIDTH,
    FOLDER,
    PART_WIDTH,
    TEXT_WIDTH,
    name_part,
    slug_of_headline,
    unpack_file,
)
from newsgen.search.format.shard_reader import FormEntry, Part, read_part, read_positions, read_shard
from newsgen.search.reader.files.root import Root, Year, read_root

_MAX_NUMBER = 1 << 32
Value = TypeVar("Value")


class SearchCard(NamedTuple):
    """What a result shows of an article; `href` leads to its page from the site's root."""

    href: str
    headline: str
    date: str
    section: str
    language: str
    excerpt: str


class SearchIndex:
    """The index of the site in a folder. Files that were read are cached for the next query."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._cache: dict[str, object] = {}

    @cached_property
    def root(self) -> Root:
        """The root of the index."""
        return self._read("root", read_root)

    def entries(self, stem: str) -> tuple[FormEntry, ...]:
        """The forms of a stem; none if no article has it."""
        return tuple(entry for entry in self.shard(self.shard_of(stem)) if entry.stem == stem)

    def shard_of(self, stem: str) -> str:
        """The first stem of the shard in which a stem would be."""
        return next(self.shards_from(stem))

    def shards_from(self, beginning: str, more: int = 0) -> Iterator[str]:
        """The first stem of the shard in which a stem would be, and of at most `more` next ones if it begins so too."""
        index = max(0, bisect_right(self.root.shards, beginning) - 1)
        yield self.root.shards[index]
        following = self.root.shards[index + 1 : index + 1 + more]
        yield from (first for first in following if first.startswith(beginning))

    def shard(self, first: str) -> tuple[FormEntry, ...]:
        """All forms of a shard, in its order."""
        return self._unpack(f"terms/{name_part(first)}", lambda bits: tuple(read_shard(first, bits)))

    def parts(self, entry: FormEntry, start: int = 0, end: int = _MAX_NUMBER) -> Iterator[Part]:
        """The parts of a form that may have articles with numbers from `start` to before `end`."""
        for index, (first, last) in enumerate(_ranges(entry)):
            if first < end and start < last:
                yield self._part(entry, index)

    def positions(self, entry: FormEntry, numbers: Collection[int]) -> dict[int, list[int]]:
        """The positions of a form in those of these articles that have it; the form must have positions."""
        found: dict[int, list[int]] = {}
        for index, (first, last) in enumerate(_ranges(entry)):
            in_part = [number for number in numbers if first <= number < last]
            if in_part:
                positions = self._positions_of_part(entry, index)
                found.update((number, positions[number]) for number in in_part if number in positions)
        return found

    def card(self, number: int) -> SearchCard:
        """The card of the article with a number."""
        file, offset = divmod(number, 1 << CARD_WIDTH)
        return self._unpack(f"cards/{file}", _read_cards)[offset]

    def text(self, number: int) -> str:
        """The paragraphs and captions of the article with a number, one a line; "" in an index without passages."""
        if not self.root.passages:
            return ""
        file, offset = divmod(number, 1 << TEXT_WIDTH)
        return self._unpack(f"texts/{file}", _read_texts)[offset]

    def day(self, number: int) -> tuple[int, int]:
        """The year of an article, and the day of that year, from 1 on; 0 if unknown."""
        year = self.year_of(number)
        return (year.year, day_of_code(self.dates(year)[number - year.start])) if year.year else (0, 0)

    def year_of(self, number: int) -> Year:
        """The year of an article."""
        return self.root.years[bisect_right(self.root.years, number, key=lambda year: year.start) - 1]

    def dates(self, year: Year) -> Sequence[int]:
        """The number of the date (`newsgen.search.format.dates`) for each number of a year."""
        return self._unpack(f"dates/{year.year}", lambda bits: _read_dates(bits, year.end - year.start))

    def _part(self, entry: FormEntry, index: int) -> Part:
        if index == len(entry.older):
            return entry.newest
        name = f"parts/{_name_of_part(entry, index)}"
        return self._unpack(name, lambda bits: read_part(BitReader(bits), entry.has_levels))

    def _positions_of_part(self, entry: FormEntry, index: int) -> dict[int, list[int]]:
        if index < len(entry.older):
            part = self._part(entry, index)
            name = f"places/{_name_of_part(entry, index)}"
            return self._unpack(name, lambda bits: read_positions(BitReader(bits), part))
        entries = self._in_same_file(entry)
        name = f"places/{_name_of(entries[0])}"
        return self._unpack(name, lambda bits: _read_newest_positions(BitReader(bits), entries))[entry.ordinal]

    def _in_same_file(self, entry: FormEntry) -> list[FormEntry]:
        """The forms whose positions are in the same file as those of a form, in its order."""
        entries: list[FormEntry] = []
        for other in self.shard(entry.shard):
            if other.opens_file:
                if other.ordinal > entry.ordinal:
                    break
                entries = []
            if other.has_positions:
                entries.append(other)
        return entries

    def _unpack(self, name: str, read: Callable[[str], Value]) -> Value:
        return self._read(name, lambda content: read(unpack_file(name, content)))

    def _read(self, name: str, read: Callable[[bytes], Value]) -> Value:
        if name not in self._cache:
            path = self._folder / FOLDER / f"{name}.js"
            try:
                content = path.read_bytes()
            except OSError as error:
                raise NewsgenError([_missing(path, name, error)]) from None
            try:
                self._cache[name] = read(content)
            # bz2 raises an OSError for what is damaged.
            except (OSError, ValueError, IndexError, KeyError, TypeError, StopIteration, zlib.error):
                raise NewsgenError([_damaged(path)]) from None
        value: Value = self._cache[name]  # type: ignore[assignment]
        return value


def _ranges(entry: FormEntry) -> list[tuple[int, int]]:
    """The first number of each part of a form, and the first number after it."""
    starts = [*(part.start << PART_WIDTH for part in entry.older), entry.start << PART_WIDTH, _MAX_NUMBER]
    return list(pairwise(starts))


def _name_of(entry: FormEntry) -> str:
    return f"{name_part(entry.stem)}-{name_part(entry.form)}"


def _name_of_part(entry: FormEntry, index: int) -> str:
    return f"{_name_of(entry)}-{entry.older[index].start}"


def _read_newest_positions(reader: BitReader, entries: Sequence[FormEntry]) -> dict[int, dict[int, list[int]]]:
    """The positions of forms in their newest articles, by the forms' ordinals in their shard."""
    return {entry.ordinal: read_positions(reader, entry.newest) for entry in entries}


def _read_packed(bits: str) -> bytes:
    reader = BitReader(bits)
    return reader.content(reader.number(32))


def _read_texts(bits: str) -> dict[int, str]:
    return dict(json.loads(bz2.decompress(_read_packed(bits))))


def _read_cards(bits: str) -> dict[int, SearchCard]:
    rows = json.loads(zlib.decompress(_read_packed(bits), wbits=-zlib.MAX_WBITS))
    return {
        offset: SearchCard(href.replace(" ", slug_of_headline(headline), 1), headline, *rest)
        for offset, href, headline, *rest in rows
    }


def _read_dates(bits: str, numbers: int) -> list[int]:
    reader = BitReader(bits)
    return [reader.number(DATE_WIDTH) for _ in range(numbers)]


def _missing(path: Path, name: str, error: OSError) -> Problem:
    if name == "root" and isinstance(error, FileNotFoundError | NotADirectoryError):
        return Problem(
            str(path),
            0,
            "there is no search index",
            "The site is not built yet, or was built without search.",
            "Run newsgen build, with search: true in site.yaml.",
        )
    return Problem(
        str(path),
        0,
        f"cannot be read: {error.strerror or error}",
        "The search index of a site is whole or of no use.",
        "Run newsgen build --verify, which mends what is not as it was built.",
    )


def _damaged(path: Path) -> Problem:
    return Problem(
        str(path),
        0,
        "is not a file of a search index as this newsgen reads it",
        "It is damaged, or another version of newsgen wrote it.",
        "Run newsgen build --verify, which mends what is not as it was built.",
    )
