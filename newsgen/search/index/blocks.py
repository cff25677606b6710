"""Blocks: at most 1,024 postings of a form, coded. The index grows and changes block by block.

The range of all numbers is halved until no half has too many articles: so where a block begins depends on the articles
alone, and one that comes or goes changes one block, or splits it, or makes one of two.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from operator import add, sub
from typing import NamedTuple, Protocol, TypeVar

from newsgen.search.format.codes import best_k, code_bits, code_count, code_far, code_gaps, level_codes
from newsgen.search.format.files import pack_signs, unpack_signs
from newsgen.search.format.postings import Postings

MOST_IN_BLOCK = 1_024
MOST_IN_PART = 16_384
# Numbers of articles have so many bits.
WIDTH = 32
_K_WIDTH, _K_MOST = 5, 24
_PLACE_K_WIDTH, _PLACE_K_MOST = 4, 15
_Item = TypeVar("_Item")


class _Counted(Protocol):
    @property
    def range(self) -> Range: ...
    @property
    def articles(self) -> int: ...


_Part = TypeVar("_Part", bound=_Counted)


class Range(NamedTuple):
    """The numbers from `start` on, 2 to the power of `width` of them."""

    start: int
    width: int

    def halves(self) -> tuple[Range, Range]:
        """The lower and the upper half."""
        half = self.width - 1
        return Range(self.start, half), Range(self.start + (1 << half), half)


ALL = Range(0, WIDTH)


class Block(NamedTuple):
    """Postings of a form with numbers in a range: how many, the first and last number, and their codes.

    `postings` begins behind the first number, which is coded from what stands before the block; `places` is b"" where
    the form has no positions. Both are as `pack_signs` makes them.
    """

    range: Range
    articles: int
    first: int
    last: int
    postings: bytes
    places: bytes


def cut(
    items: Sequence[_Item], start_of: Callable[[_Item], int], count_of: Callable[[_Item], int], most: int
) -> Iterator[tuple[Range, Sequence[_Item]]]:
    """Halve the range of all numbers until each part has `most` articles or fewer; parts without articles are left out.

    `items` are articles or blocks in the order of their numbers.
    """
    starts = [start_of(item) for item in items]
    counts = [0, *accumulate(map(count_of, items))]
    return ((span, items[low:high]) for span, low, high in _halve(ALL, starts, counts, 0, len(items), most))


def _halve(
    span: Range, starts: Sequence[int], counts: Sequence[int], low: int, high: int, most: int
) -> Iterator[tuple[Range, int, int]]:
    """Ranges with few enough, each with the places of its first item and behind its last."""
    if counts[high] - counts[low] <= most:
        if low < high:
            yield span, low, high
        return
    lower, upper = span.halves()
    middle = bisect_left(starts, upper.start, low, high)
    yield from _halve(lower, starts, counts, low, middle, most)
    yield from _halve(upper, starts, counts, middle, high, most)


def cut_parts(blocks: Sequence[_Part]) -> list[tuple[Range, Sequence[_Part]]]:
    """The blocks of a form, or their measures, in the parts that are files of their own; the oldest first."""
    return list(cut(blocks, lambda block: block.range.start, lambda block: block.articles, MOST_IN_PART))


def make_blocks(postings: Postings, has_levels: bool) -> Iterator[Block]:
    """The blocks of all postings of a form."""
    numbers = postings.numbers
    if len(numbers) <= MOST_IN_BLOCK:
        yield make_block(ALL, postings, has_levels)
        return
    ends = [0, *accumulate(postings.counts)]
    for span, places in cut(range(len(numbers)), numbers.__getitem__, lambda _: 1, MOST_IN_BLOCK):
        low, high = places[0], places[-1] + 1
        yield make_block(span, postings.slice(low, high, ends), has_levels)


def make_block(span: Range, postings: Postings, has_levels: bool) -> Block:
    """The block of these postings."""
    numbers = postings.numbers
    signs = _code_levels(postings, has_levels)
    places = _code_places(postings) if any(postings.counts) else b""
    return Block(span, len(numbers), numbers[0], numbers[-1], pack_signs(signs), places)


def code_part(blocks: Sequence[Block]) -> str:
    """Blocks that stand together in a file."""
    pieces, last = [code_count(len(blocks) - 1)], -1
    for block in blocks:
        pieces += (code_far(block.first - last - 1), unpack_signs(block.postings))
        last = block.last
    return "".join(pieces)


def code_places(blocks: Sequence[Block]) -> str:
    """The positions of blocks that stand together in a file."""
    return "".join(unpack_signs(block.places) for block in blocks)


def _code_levels(postings: Postings, has_levels: bool) -> str:
    numbers, levels = postings.numbers, postings.levels
    count = len(numbers)
    if count == 1:
        return code_count(0) + (code_bits(levels[0], 3) if has_levels else "")
    gaps = [gap - 1 for gap in map(sub, numbers[1:], numbers)]
    k = best_k(gaps, _K_MOST)
    signs = ["", *code_gaps(gaps, k)]
    head = code_count(count - 1) + code_bits(k, _K_WIDTH)
    if not has_levels:
        return head + "".join(signs)
    commonest = max(range(8), key=levels.count)
    return head + code_bits(commonest, 3) + "".join(map(add, signs, map(level_codes(commonest).__getitem__, levels)))


def _code_places(postings: Postings) -> bytes:
    counts, places = postings.counts, postings.places
    starts = list(accumulate(counts, initial=0))[:-1]
    # How far a position is behind the one before in its article; of an article's first it is the position itself.
    gaps = [0, *map(sub, places[1:], places)]
    for start in starts:
        gaps[start] = places[start] + 1
    gaps = [gap - 1 for gap in gaps]
    k = best_k(gaps, _PLACE_K_MOST)
    signs = list(code_gaps(gaps, k))
    for start, count in zip(starts, counts, strict=True):
        signs[start] = code_count(count - 1) + signs[start]
    return pack_signs(code_bits(k, _PLACE_K_WIDTH) + "".join(signs))
