"""The search index of a built site, read file by file as a query asks for them. docs/search.md describes the files.

Raises BuildFailed where a folder has no index, or one that cannot be read.
"""

from __future__ import annotations

import json
import zlib
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from pathlib import Path
from typing import NamedTuple, TypeVar

from newsgen.errors import NewsgenError, Problem
from newsgen.search.format.bit_reader import Bits
from newsgen.search.format.files import CARD_WIDTH, DAY_WIDTH, FOLDER, PART_WIDTH, address_of, name_part, unpack_file
from newsgen.search.format.shard_reader import Entry, Part, read_part, read_places, read_shard

# The form of the files that this module reads.
VERSION = 1
_WHOLE_NUMBER = 1 << 32
Value = TypeVar("Value")


class Year(NamedTuple):
    """A year and the numbers of its articles, from `start` on and before `end`. Undated articles have the year 0."""

    year: int
    start: int
    end: int


class Root(NamedTuple):
    """What the index tells first: how many articles, their years, languages and sections, and how shards begin."""

    articles: int
    years: tuple[Year, ...]
    languages: tuple[str, ...]
    sections: tuple[tuple[str, str], ...]
    shards: tuple[str, ...]


class SearchCard(NamedTuple):
    """What is shown of an article; `href` leads to its page from the site's root."""

    href: str
    headline: str
    date: str
    section: str
    language: str
    excerpt: str


class SearchIndex:
    """The index of the site in a folder. What was read is kept, as the next query may ask for it again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[str, object] = {}

    @cached_property
    def root(self) -> Root:
        """The first file of the index."""
        return self._read("root", _read_root)

    def entries(self, stem: str) -> tuple[Entry, ...]:
        """The forms of a stem; none where it is in no article."""
        return tuple(entry for entry in self.shard(self.shard_of(stem)) if entry.stem == stem)

    def shard_of(self, stem: str) -> str:
        """The stem that the shard begins with in which a stem would be."""
        return next(self.shards_from(stem))

    def shards_from(self, beginning: str, more: int = 0) -> Iterator[str]:
        """The shard in which a stem would be, and so many more at most, which begin with stems that begin so."""
        place = max(0, bisect_right(self.root.shards, beginning) - 1)
        yield self.root.shards[place]
        following = self.root.shards[place + 1 : place + 1 + more]
        yield from (first for first in following if first.startswith(beginning))

    def shard(self, first: str) -> tuple[Entry, ...]:
        """All forms of a shard, in its order."""
        return self._unpack(f"terms/{name_part(first)}", lambda signs: tuple(read_shard(first, signs)))

    def parts(self, entry: Entry, start: int = 0, end: int = _WHOLE_NUMBER) -> Iterator[Part]:
        """The articles of a form, part by part, of all parts that may have some from `start` on and before `end`."""
        for place, (first, last) in enumerate(_ranges(entry)):
            if first < end and start < last:
                yield self._part(entry, place)

    def places(self, entry: Entry, wanted: Collection[int]) -> dict[int, list[int]]:
        """The positions of a form in those of these articles that have it; of a form that has positions."""
        found: dict[int, list[int]] = {}
        for place, (first, last) in enumerate(_ranges(entry)):
            asked = [number for number in wanted if first <= number < last]
            if asked:
                places = self._places_of_part(entry, place)
                found.update((number, places[number]) for number in asked if number in places)
        return found

    def card(self, number: int) -> SearchCard:
        """What is shown of the article with a number."""
        file, place = divmod(number, 1 << CARD_WIDTH)
        return self._unpack(f"cards/{file}", _read_cards)[place]

    def day(self, number: int) -> tuple[int, int]:
        """The year of an article, and the day of that year, from 1 on; 0 is not known."""
        year = self.root.years[bisect_right(self.root.years, number, key=lambda year: year.start) - 1]
        if not year.year:
            return 0, 0
        days = self._unpack(f"dates/{year.year}", lambda signs: _read_days(signs, year.end - year.start))
        return year.year, days[number - year.start]

    def _part(self, entry: Entry, place: int) -> Part:
        if place == len(entry.older):
            return entry.newest
        name = f"parts/{_name_of(entry, entry.older[place].start)}"
        return self._unpack(name, lambda signs: read_part(Bits(signs), entry.levelled))

    def _places_of_part(self, entry: Entry, place: int) -> dict[int, list[int]]:
        if place < len(entry.older):
            part = self._part(entry, place)
            name = f"places/{_name_of(entry, entry.older[place].start)}"
            return self._unpack(name, lambda signs: read_places(Bits(signs), part))
        beside = self._beside(entry)
        name = f"places/{_name_of(beside[0])}"
        return self._unpack(name, lambda signs: _read_newest_places(Bits(signs), beside))[entry.place]

    def _beside(self, entry: Entry) -> list[Entry]:
        """The forms whose positions are in one file with those of a form, from the first of the file on."""
        beside: list[Entry] = []
        for other in self.shard(entry.shard):
            if other.opens:
                if other.place > entry.place:
                    break
                beside = []
            if other.placed:
                beside.append(other)
        return beside

    def _unpack(self, name: str, read: Callable[[str], Value]) -> Value:
        return self._read(name, lambda content: read(unpack_file(name, content)))

    def _read(self, name: str, read: Callable[[bytes], Value]) -> Value:
        """A file of the index, as it was read first."""
        if name not in self._kept:
            place = self._folder / FOLDER / f"{name}.js"
            try:
                self._kept[name] = read(place.read_bytes())
            except OSError as error:
                raise NewsgenError([_missing(place, name, error)]) from None
            except (ValueError, IndexError, KeyError, TypeError, StopIteration, zlib.error):
                raise NewsgenError([_damaged(place)]) from None
        value: Value = self._kept[name]  # type: ignore[assignment]
        return value


def _ranges(entry: Entry) -> list[tuple[int, int]]:
    """The first number of each part of a form, and the first that is behind it."""
    starts = [*(part.start << PART_WIDTH for part in entry.older), entry.start << PART_WIDTH, _WHOLE_NUMBER]
    return list(pairwise(starts))


def _name_of(entry: Entry, start: int | None = None) -> str:
    name = f"{name_part(entry.stem)}-{name_part(entry.form)}"
    return name if start is None else f"{name}-{start}"


def _read_root(content: bytes) -> Root:
    script = content.decode("utf-8").strip()
    before, after = 'newsgen.put("root",', ");"
    if not script.startswith(before) or not script.endswith(after):
        raise ValueError("the file is not root")
    told = json.loads(script[len(before) : -len(after)])
    if told["version"] != VERSION:
        raise ValueError("the index has another form")
    ends = list(accumulate(capacity for _, capacity, _ in told["years"]))
    return Root(
        told["articles"],
        tuple(Year(year, end - capacity, end) for (year, capacity, _), end in zip(told["years"], ends, strict=True)),
        tuple(told["languages"]),
        tuple((key, name) for key, name in told["sections"]),
        tuple(_read_firsts(told["shards"])),
    )


def _read_firsts(lines: str) -> Iterator[str]:
    """The stems that shards begin with; each line shares so many letters with the one before, then has the rest."""
    first = ""
    for line in lines.split("\n"):
        first = first[: int(line[0], 36)] + line[1:]
        yield first


def _read_newest_places(bits: Bits, entries: Sequence[Entry]) -> dict[int, dict[int, list[int]]]:
    """The positions of forms in their newest articles, by the forms' places in their shard."""
    return {entry.place: read_places(bits, entry.newest) for entry in entries}


def _read_cards(signs: str) -> dict[int, SearchCard]:
    bits = Bits(signs)
    packed = bits.content(bits.number(32))
    rows = json.loads(zlib.decompress(packed, wbits=-zlib.MAX_WBITS))
    return {
        number: SearchCard(href.replace(" ", address_of(headline), 1), headline, *rest)
        for number, href, headline, *rest in rows
    }


def _read_days(signs: str, numbers: int) -> list[int]:
    bits = Bits(signs)
    return [bits.number(DAY_WIDTH) for _ in range(numbers)]


def _missing(place: Path, name: str, error: OSError) -> Problem:
    if name == "root" and isinstance(error, FileNotFoundError | NotADirectoryError):
        return Problem(
            str(place),
            0,
            "there is no search index",
            "The site is not built yet, or was built without search.",
            "Run newsgen build, with search: true in site.yaml.",
        )
    return Problem(
        str(place),
        0,
        f"cannot be read: {error.strerror or error}",
        "The search index of a site is whole or of no use.",
        "Run newsgen build --verify, which mends what is not as it was built.",
    )


def _damaged(place: Path) -> Problem:
    return Problem(
        str(place),
        0,
        "is not a file of a search index as this newsgen reads it",
        "It is damaged, or another version of newsgen wrote it.",
        "Run newsgen build --verify, which mends what is not as it was built.",
    )
