"""Write small search indexes from docs/format/search.md, not by newsgen's own writer, with parts of any size."""

import bz2
import json
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.memberships import normalised_name
from newsgen.search.article_words import find_name_words
from newsgen.search.format.codes import encode_bits, encode_count, encode_far, encode_rice, encode_text, level_codes
from newsgen.search.format.files import bits_of_bytes, name_part, pack_file
from newsgen.text.language.tokens import find_tokens, indexed_words

GAP = 20
HEADLINE = 40


@dataclass(frozen=True)
class IndexedArticle:
    """An article as an index needs it. The level of a word is the number of its occurrences."""

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
    def facets(self) -> Iterator[tuple[str, str]]:
        yield f"@section:{normalised_name(self.section)}", self.section
        yield from ((f"@author:{normalised_name(name)}", name) for name in self.byline)
        yield from ((f"@author-word:{word}", name) for name in self.byline for word in find_name_words(name))
        yield from ((f"@tag:{normalised_name(name)}", name) for name in self.tags)
        yield f"@language:{self.language.lower()}", self.language


class Sizes(NamedTuple):
    """Articles per block and part; stems per shard; forms per file of positions; numbers per article."""

    block: int = 1024
    part: int = 16_384
    shard: int = 4
    positions: int = 2
    numbers: int = 1


WHOLE = Sizes()


class Posting(NamedTuple):
    number: int
    level: int
    positions: Sequence[int]


def write_index(
    folder: Path, articles: Sequence[IndexedArticle], without_positions: Collection[str] = (), sizes: Sizes = WHOLE
) -> dict[int, IndexedArticle]:
    """Write the index of these articles into a folder; return the articles by number.

    Words of `without_positions` have no levels either. Articles of a year are numbered in their order, with a free
    number after every eight.
    """
    years = {
        year: [article for article in articles if article.year == year]
        for year in sorted({article.year for article in articles})
    }
    capacities = {year: sizes.numbers * (len(found) + len(found) // 8) for year, found in years.items()}
    numbered: dict[int, IndexedArticle] = {}
    start = 0
    for year, found in years.items():
        numbered.update((start + sizes.numbers * (i + i // 8), article) for i, article in enumerate(found))
        numbers = range(start, start + capacities[year])
        days = [_code_of(numbered[number].day) if number in numbered else 0 for number in numbers]
        _write(folder, f"dates/{year}", "".join(encode_bits(day, 9) for day in days))
        start += capacities[year]
    for file in {number // 32 for number in numbered}:
        _write(folder, f"cards/{file}", _encode_cards(file, numbered))
    for file in {number // 16 for number in numbered}:
        texts = [[number % 16, "\n".join(each.text)] for number, each in numbered.items() if number // 16 == file]
        packed = bz2.compress(json.dumps(texts, ensure_ascii=False).encode())
        _write(folder, f"texts/{file}", encode_bits(len(packed), 32) + bits_of_bytes(packed))
    postings = _invert(numbered, without_positions)
    years_of = {number: list(years).index(article.year) for number, article in numbered.items()}
    starts = _write_shards(folder, postings, years_of, sizes)
    root = {
        "version": 3,
        "articles": len(articles),
        "years": [[year, capacities[year], len(found)] for year, found in years.items()],
        "languages": sorted({article.language for article in articles}),
        "sections": [[normalised_name(name), name] for name in sorted({article.section for article in articles})],
        "shards": "\n".join(_encode_starts(starts)),
        "positions": True,
        "passages": True,
    }
    script = f'newsgen.put("root",{json.dumps(root, ensure_ascii=False)});\n'
    (folder / "search/root.js").write_text(script, encoding="utf-8")
    return numbered


def _invert(
    numbered: Mapping[int, IndexedArticle], without_positions: Collection[str]
) -> dict[tuple[str, str], list[Posting]]:
    postings: dict[tuple[str, str], list[Posting]] = {}
    for number in sorted(numbered):
        article = numbered[number]
        positions: dict[tuple[str, str], list[int]] = {}
        position = 0
        for piece in (article.headline, " ".join((*article.byline, *article.tags)), *article.text):
            tokens = find_tokens(piece, article.language)
            for token in tokens:
                positions.setdefault(indexed_words(article.language)[token], []).append(position)
                position += 1
            position += GAP if tokens else 0
            if piece is article.headline:
                position = max(position, HEADLINE)
        for term, found in positions.items():
            first = () if term[1] in without_positions else found[:255]
            postings.setdefault(term, []).append(Posting(number, min(7, len(found)), first))
        for key in dict.fromkeys(article.facets):
            postings.setdefault(key, []).append(Posting(number, 0, ()))
    return postings


def _write_shards(
    folder: Path, postings: Mapping[tuple[str, str], Sequence[Posting]], years_of: Mapping[int, int], sizes: Sizes
) -> list[str]:
    stems = sorted({stem for stem, _ in postings})
    shards = [stems[start : start + sizes.shard] for start in range(0, len(stems), sizes.shard)] or [[]]
    starts = ["", *(shard[0] for shard in shards[1:])]
    for first, shard in zip(starts, shards, strict=True):
        bits = [encode_count(len(shard))]
        before = b""
        file, coded, since = "", [""], 0
        for stem in shard:
            name = stem.encode()
            forms = sorted(form for other, form in postings if other == stem)
            bits += [_encode_after(before, name), encode_count(len(forms) - 1)]
            if len(forms) > 1:
                any_form = {posting.number for form in forms for posting in postings[stem, form]}
                has_older = any(len(list(_halve(postings[stem, form], sizes.part, narrowest=10))) > 1 for form in forms)
                bits.append(_encode_years(any_form if has_older else (), years_of))
            before = name
            for form in forms:
                parts = list(_halve(postings[stem, form], sizes.part, narrowest=10))
                has_positions = bool(parts[-1][1][0].positions)
                file_of_form = f"{name_part(stem)}-{name_part(form)}"
                opens_file = has_positions and (not file or since == sizes.positions)
                if opens_file:
                    if file:
                        _write(folder, f"places/{file}", "".join(coded))
                    file, coded, since = file_of_form, [], 0
                years = _encode_years([posting.number for posting in postings[stem, form]], years_of)
                bits.append(_encode_form(name, form, parts, f"1{int(opens_file)}" if has_positions else "0", years))
                bits.append(_encode_part(parts[-1][1], has_positions, sizes))
                for at, part in parts[:-1]:
                    _write(folder, f"parts/{file_of_form}-{at >> 10}", _encode_part(part, has_positions, sizes))
                    if has_positions:
                        _write(folder, f"places/{file_of_form}-{at >> 10}", _encode_positions(part, sizes))
                if has_positions:
                    coded.append(_encode_positions(parts[-1][1], sizes))
                    since += 1
        if file:
            _write(folder, f"places/{file}", "".join(coded))
        _write(folder, f"terms/{name_part(first)}", "".join(bits))
    return starts


def _encode_form(
    stem: bytes,
    form: str,
    parts: Sequence[tuple[int, Sequence[Posting]]],
    positions: str,
    years: str,
) -> str:
    bits = [_encode_after(stem, form.encode()), positions[0], positions]
    bits += [encode_count(sum(len(part) for _, part in parts) - 1), encode_count(len(parts) - 1)]
    before = 0
    for start, part in parts[:-1]:
        bits += [encode_count((start - before) >> 10), encode_count(len(part) - 1)]
        before = start
    if len(parts) > 1:
        bits += [encode_count((parts[-1][0] - before) >> 10), years]
    return "".join(bits)


def _encode_years(numbers: Collection[int], years_of: Mapping[int, int]) -> str:
    """The articles of each year, by its index in the root."""
    counts = Counter(years_of[number] for number in numbers)
    k = 1
    years = range(max(counts, default=-1) + 1)
    head = encode_bits(k, 5) if years else ""
    return "".join((encode_count(len(years)), head, *(encode_rice(counts[year], k) for year in years)))


def _encode_part(part: Sequence[Posting], has_levels: bool, sizes: Sizes) -> str:
    blocks = [block for _, block in _halve(part, sizes.block)]
    bits = [encode_count(len(blocks) - 1)]
    last = -1
    for block in blocks:
        k, commonest = 2, block[0].level
        bits += [encode_far(block[0].number - last - 1), encode_count(len(block) - 1)]
        bits.append(encode_bits(k, 5) if len(block) > 1 else "")
        bits.append(encode_bits(commonest, 3) if has_levels else "")
        for posting in block:
            if posting is not block[0]:
                bits.append(encode_rice(posting.number - last - 1, k))
            if has_levels and len(block) > 1:
                bits.append(level_codes(commonest)[posting.level])
            last = posting.number
    return "".join(bits)


def _encode_positions(part: Sequence[Posting], sizes: Sizes) -> str:
    bits = []
    for _, block in _halve(part, sizes.block):
        bits.append(encode_bits(3, 4))
        for posting in block:
            bits.append(encode_count(len(posting.positions) - 1))
            before = -1
            for place in posting.positions:
                bits.append(encode_rice(place - before - 1, 3))
                before = place
    return "".join(bits)


def _halve(
    postings: Sequence[Posting], most: int, start: int = 0, width: int = 32, narrowest: int = 0
) -> Iterator[tuple[int, Sequence[Posting]]]:
    """Parts of at most `most` articles, each with the first number of its range; all have 2^width numbers together."""
    if len(postings) <= most or width == narrowest:
        if postings:
            yield start, postings
        return
    middle = start + (1 << width - 1)
    lower = [posting for posting in postings if posting.number < middle]
    yield from _halve(lower, most, start, width - 1, narrowest)
    yield from _halve(postings[len(lower) :], most, middle, width - 1, narrowest)


def _encode_after(before: bytes, name: bytes) -> str:
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, name, strict=False)))
    return encode_count(shared) + encode_text(name[shared:])


def _encode_starts(stems: Iterable[str]) -> Iterator[str]:
    previous = ""
    for stem in stems:
        shared = min(35, sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(previous, stem, strict=False))))
        yield "0123456789abcdefghijklmnopqrstuvwxyz"[shared] + stem[shared:]
        previous = stem


def _encode_cards(file: int, numbered: Mapping[int, IndexedArticle]) -> str:
    rows = [
        [
            number % 32,
            f"{number}.html",
            article.headline,
            article.day,
            article.section,
            article.language,
            " ".join(article.text)[:40],
        ]
        for number, article in sorted(numbered.items())
        if number // 32 == file
    ]
    return _deflate(rows)


def _deflate(rows: object) -> str:
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = deflate.compress(json.dumps(rows, ensure_ascii=False).encode()) + deflate.flush()
    return encode_bits(len(packed), 32) + bits_of_bytes(packed)


def _code_of(day: str) -> int:
    """The number of a date: the day of the year, 366 and the month, or 379."""
    if len(day) == 10:
        return date.fromisoformat(day).timetuple().tm_yday
    return 366 + int(day[5:]) if len(day) == 7 else 379


def _write(folder: Path, name: str, bits: str) -> None:
    file = folder / "search" / f"{name}.js"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(pack_file(name, bits))
