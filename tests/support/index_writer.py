"""Small search indexes, written from docs/search.md and not by newsgen's own writer, with parts of any size."""

import json
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.groups import normalised_name
from newsgen.search.format.codes import code_bits, code_count, code_far, code_rice, code_text, level_codes
from newsgen.search.format.files import name_part, pack_file, signs_of_bytes
from newsgen.text.language.tokens import find_tokens, indexed_words

GAP = 20


@dataclass(frozen=True)
class Told:
    """An article as an index needs it. Its words weigh what `level` says, or more the more often they are there."""

    headline: str
    text: Sequence[str] = ()
    day: str = "2020-01-01"
    section: str = "News"
    byline: Sequence[str] = ()
    tags: Sequence[str] = ()
    language: str = "en"

    @property
    def year(self) -> int:
        return int(self.day[:4] or 0)

    @property
    def names(self) -> Iterator[tuple[str, str]]:
        yield f"@section:{normalised_name(self.section)}", self.section
        yield from ((f"@author:{normalised_name(name)}", name) for name in self.byline)
        yield from ((f"@tag:{normalised_name(name)}", name) for name in self.tags)
        yield f"@language:{self.language.lower()}", self.language


class Sizes(NamedTuple):
    """How an index is cut: articles a block, a part; stems a shard; forms a file of positions; numbers an article."""

    block: int = 1024
    part: int = 16_384
    shard: int = 4
    places: int = 2
    numbers: int = 1


WHOLE = Sizes()


class Posting(NamedTuple):
    number: int
    level: int
    places: Sequence[int]


def write_index(
    folder: Path, articles: Sequence[Told], without_places: Collection[str] = (), sizes: Sizes = WHOLE
) -> dict[int, Told]:
    """Write the index of these articles into a folder; gives them by their numbers.

    Words of `without_places` have no levels either. Articles of a year are numbered in their order, with a free number
    after every eight at least.
    """
    years = {
        year: [told for told in articles if told.year == year] for year in sorted({told.year for told in articles})
    }
    capacities = {year: sizes.numbers * (len(told) + len(told) // 8) for year, told in years.items()}
    numbered: dict[int, Told] = {}
    start = 0
    for year, found in years.items():
        numbered.update((start + sizes.numbers * (place + place // 8), told) for place, told in enumerate(found))
        numbers = range(start, start + capacities[year])
        days = [_day_of(numbered[number].day) if number in numbered else 0 for number in numbers]
        _write(folder, f"dates/{year}", "".join(code_bits(day, 9) for day in days))
        start += capacities[year]
    for file in {number // 32 for number in numbered}:
        _write(folder, f"cards/{file}", _code_cards(file, numbered))
    firsts = _write_shards(folder, _invert(numbered, without_places), sizes)
    root = {
        "version": 1,
        "articles": len(articles),
        "years": [[year, capacities[year], len(found)] for year, found in years.items()],
        "languages": sorted({told.language for told in articles}),
        "sections": [[normalised_name(name), name] for name in sorted({told.section for told in articles})],
        "shards": "\n".join(_code_firsts(firsts)),
        "positions": True,
    }
    script = f'newsgen.put("root",{json.dumps(root, ensure_ascii=False)});\n'
    (folder / "search/root.js").write_text(script, encoding="utf-8")
    return numbered


def _invert(numbered: Mapping[int, Told], without_places: Collection[str]) -> dict[tuple[str, str], list[Posting]]:
    postings: dict[tuple[str, str], list[Posting]] = {}
    for number in sorted(numbered):
        told = numbered[number]
        places: dict[tuple[str, str], list[int]] = {}
        place = 0
        for piece in (told.headline, " ".join((*told.byline, *told.tags)), *told.text):
            tokens = find_tokens(piece, told.language)
            for token in tokens:
                places.setdefault(indexed_words(told.language)[token], []).append(place)
                place += 1
            place += GAP if tokens else 0
        for filed, found in places.items():
            kept = () if filed[1] in without_places else found[:255]
            postings.setdefault(filed, []).append(Posting(number, min(7, len(found)), kept))
        for key in told.names:
            postings.setdefault(key, []).append(Posting(number, 0, ()))
    return postings


def _write_shards(folder: Path, postings: Mapping[tuple[str, str], Sequence[Posting]], sizes: Sizes) -> list[str]:
    stems = sorted({stem for stem, _ in postings})
    shards = [stems[start : start + sizes.shard] for start in range(0, len(stems), sizes.shard)] or [[]]
    firsts = ["", *(shard[0] for shard in shards[1:])]
    for first, shard in zip(firsts, shards, strict=True):
        signs = [code_count(len(shard))]
        before = b""
        file, coded, since = "", [""], 0
        for stem in shard:
            name = stem.encode()
            forms = sorted(form for other, form in postings if other == stem)
            signs += [_code_after(before, name), code_count(len(forms) - 1)]
            before = name
            for form in forms:
                parts = list(_halve(postings[stem, form], sizes.part, narrowest=10))
                placed = bool(parts[-1][1][0].places)
                file_of_form = f"{name_part(stem)}-{name_part(form)}"
                opens = placed and (not file or since == sizes.places)
                if opens:
                    if file:
                        _write(folder, f"places/{file}", "".join(coded))
                    file, coded, since = file_of_form, [], 0
                signs.append(_code_form(name, form, parts, placed, opens, sizes))
                for at, part in parts[:-1]:
                    _write(folder, f"parts/{file_of_form}-{at >> 10}", _code_part(part, placed, sizes))
                    if placed:
                        _write(folder, f"places/{file_of_form}-{at >> 10}", _code_places(part, sizes))
                if placed:
                    coded.append(_code_places(parts[-1][1], sizes))
                    since += 1
        if file:
            _write(folder, f"places/{file}", "".join(coded))
        _write(folder, f"terms/{name_part(first)}", "".join(signs))
    return firsts


def _code_form(
    stem: bytes, form: str, parts: Sequence[tuple[int, Sequence[Posting]]], placed: bool, opens: bool, sizes: Sizes
) -> str:
    signs = [_code_after(stem, form.encode()), "1" if placed else "0", f"1{int(opens)}" if placed else "0"]
    signs += [code_count(sum(len(part) for _, part in parts) - 1), code_count(len(parts) - 1)]
    before = 0
    for start, part in parts[:-1]:
        signs += [code_count((start - before) >> 10), code_count(len(part) - 1)]
        before = start
    if len(parts) > 1:
        signs.append(code_count((parts[-1][0] - before) >> 10))
    return "".join((*signs, _code_part(parts[-1][1], placed, sizes)))


def _code_part(part: Sequence[Posting], levelled: bool, sizes: Sizes) -> str:
    blocks = [block for _, block in _halve(part, sizes.block)]
    signs = [code_count(len(blocks) - 1)]
    last = -1
    for block in blocks:
        k, commonest = 2, block[0].level
        signs += [code_far(block[0].number - last - 1), code_count(len(block) - 1)]
        signs.append(code_bits(k, 5) if len(block) > 1 else "")
        signs.append(code_bits(commonest, 3) if levelled else "")
        for posting in block:
            if posting is not block[0]:
                signs.append(code_rice(posting.number - last - 1, k))
            if levelled and len(block) > 1:
                signs.append(level_codes(commonest)[posting.level])
            last = posting.number
    return "".join(signs)


def _code_places(part: Sequence[Posting], sizes: Sizes) -> str:
    signs = []
    for _, block in _halve(part, sizes.block):
        signs.append(code_bits(3, 4))
        for posting in block:
            signs.append(code_count(len(posting.places) - 1))
            before = -1
            for place in posting.places:
                signs.append(code_rice(place - before - 1, 3))
                before = place
    return "".join(signs)


def _halve(
    postings: Sequence[Posting], most: int, start: int = 0, width: int = 32, narrowest: int = 0
) -> Iterator[tuple[int, Sequence[Posting]]]:
    """Parts of at most so many articles, each with the first number of its range, of 2 to the power of `width`."""
    if len(postings) <= most or width == narrowest:
        if postings:
            yield start, postings
        return
    middle = start + (1 << width - 1)
    lower = [posting for posting in postings if posting.number < middle]
    yield from _halve(lower, most, start, width - 1, narrowest)
    yield from _halve(postings[len(lower) :], most, middle, width - 1, narrowest)


def _code_after(before: bytes, name: bytes) -> str:
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, name, strict=False)))
    return code_count(shared) + code_text(name[shared:])


def _code_firsts(firsts: Iterable[str]) -> Iterator[str]:
    before = ""
    for first in firsts:
        shared = min(35, sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, first, strict=False))))
        yield "0123456789abcdefghijklmnopqrstuvwxyz"[shared] + first[shared:]
        before = first


def _code_cards(file: int, numbered: Mapping[int, Told]) -> str:
    rows = [
        [number % 32, f"{number}.html", told.headline, told.day, told.section, told.language, " ".join(told.text)[:40]]
        for number, told in sorted(numbered.items())
        if number // 32 == file
    ]
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = deflate.compress(json.dumps(rows, ensure_ascii=False).encode()) + deflate.flush()
    return code_bits(len(packed), 32) + signs_of_bytes(packed)


def _day_of(day: str) -> int:
    return date.fromisoformat(day).timetuple().tm_yday if len(day) == 10 else 0


def _write(folder: Path, name: str, signs: str) -> None:
    file = folder / "search" / f"{name}.js"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(pack_file(name, signs))
