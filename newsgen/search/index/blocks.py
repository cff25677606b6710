"""Blocks: at most 1,024 encoded postings of a form. The index grows and changes block by block.

The range of all numbers is halved until no half has too many articles. So where a block begins depends on the articles
alone, and an article that comes or goes changes one block, splits it, or merges two.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import add
from typing import NamedTuple, Protocol, TypeVar

from newsgen.search.format.codes import best_k, encode_bits, encode_count, encode_far, encode_gaps, level_codes
from newsgen.search.format.files import pack_bits, unpack_bits
from newsgen.search.format.postings import MAX_POSITIONS, Postings

MAX_IN_BLOCK = 1_024
MAX_IN_PART = 16_384
# The width of an article's number in bits.
WIDTH = 32
# Width and largest value of the Rice parameter of numbers, and of positions.
_K_WIDTH, _MAX_K = 5, 24
_POSITION_K_WIDTH, _MAX_POSITION_K = 4, 15
# The code of how often a form occurs in an article, by that number; such a number fits into a byte.
_COUNT_CODES = ("", *map(encode_count, range(MAX_POSITIONS)))
_Item = TypeVar("_Item")


class _Counted(Protocol):
    @property
    def range(self) -> Range: ...
    @property
    def articles(self) -> int: ...


_Part = TypeVar("_Part", bound=_Counted)


class Range(NamedTuple):
    """The 2^width numbers from `start` on."""

    start: int
    width: int

    def halves(self) -> tuple[Range, Range]:
        """The lower and the upper half."""
        half = self.width - 1
        return Range(self.start, half), Range(self.start + (1 << half), half)


ALL_NUMBERS = Range(0, WIDTH)


class Block(NamedTuple):
    """The postings of a form with numbers in a range: their count, the first and last number, and their codes.

    `postings` begins after the first number, whose code depends on the block before; `positions` is b"" if the form has
    none. Both are packed by `pack_bits`.
    """

    range: Range
    articles: int
    first: int
    last: int
    postings: bytes
    positions: bytes


def split(
    items: Sequence[_Item], starts: Sequence[int], counts: Sequence[int], limit: int
) -> Iterator[tuple[Range, Sequence[_Item]]]:
    """Halve the range of all numbers until no range has more articles than the limit; omit ranges without articles.

    `items` are articles or blocks, `starts` their ascending numbers, and `counts` the articles before each and in all.
    """

    def halve(span: Range, low: int, high: int) -> Iterator[tuple[Range, Sequence[_Item]]]:
        # The items with numbers in this range are those from index `low` to before `high`.
        if counts[high] - counts[low] <= limit:
            if low < high:
                yield span, items[low:high]
            return
        lower, upper = span.halves()
        middle = bisect_left(starts, upper.start, low, high)
        yield from halve(lower, low, middle)
        yield from halve(upper, middle, high)

    return halve(ALL_NUMBERS, 0, len(items))


def split_parts(blocks: Sequence[_Part]) -> list[tuple[Range, Sequence[_Part]]]:
    """The parts of a form, oldest first, each with its blocks or their sizes; all but the last have their own files."""
    # Most forms have few articles.
    if 0 < sum([block.articles for block in blocks]) <= MAX_IN_PART:
        return [(ALL_NUMBERS, blocks)]
    starts = [block.range.start for block in blocks]
    counts = [0, *accumulate(block.articles for block in blocks)]
    return list(split(blocks, starts, counts, MAX_IN_PART))


def make_blocks(postings: Postings, has_levels: bool) -> Iterator[Block]:
    """The blocks of all postings of a form."""
    numbers = postings.numbers
    if len(numbers) <= MAX_IN_BLOCK:
        yield make_block(ALL_NUMBERS, postings, has_levels)
        return
    ends = [0, *accumulate(postings.counts)]
    indexes_of_all, counted = range(len(numbers)), range(len(numbers) + 1)
    for span, indexes in split(indexes_of_all, numbers, counted, MAX_IN_BLOCK):
        low, high = indexes[0], indexes[-1] + 1
        yield make_block(span, postings.slice(low, high, ends), has_levels)


def make_block(span: Range, postings: Postings, has_levels: bool) -> Block:
    """The block of these postings."""
    numbers = postings.numbers
    bits = _encode_levels(postings, has_levels)
    positions = _encode_positions(postings) if any(postings.counts) else b""
    return Block(span, len(numbers), numbers[0], numbers[-1], pack_bits(bits), positions)


def encode_part(blocks: Sequence[Block]) -> str:
    """The bits of a part, given its blocks."""
    pieces, last = [encode_count(len(blocks) - 1)], -1
    for block in blocks:
        pieces += (encode_far(block.first - last - 1), unpack_bits(block.postings))
        last = block.last
    return "".join(pieces)


def encode_positions(blocks: Sequence[Block]) -> str:
    """The bits of the positions of a part, given its blocks."""
    return "".join(unpack_bits(block.positions) for block in blocks)


def _encode_levels(postings: Postings, has_levels: bool) -> str:
    # A list gives its numbers in less time than an array.
    numbers, levels = postings.numbers.tolist(), postings.levels
    count = len(numbers)
    if count == 1:
        return encode_count(0) + (encode_bits(levels[0], 3) if has_levels else "")
    gaps = [number - last - 1 for number, last in zip(numbers[1:], numbers, strict=False)]
    k = best_k(gaps, _MAX_K)
    bits = ["", *encode_gaps(gaps, k)]
    head = encode_count(count - 1) + encode_bits(k, _K_WIDTH)
    if not has_levels:
        return head + "".join(bits)
    commonest = max(range(8), key=levels.count)
    return head + encode_bits(commonest, 3) + "".join(map(add, bits, map(level_codes(commonest).__getitem__, levels)))


def _encode_positions(postings: Postings) -> bytes:
    counts, positions = postings.counts, postings.positions.tolist()
    if len(counts) == len(positions):
        # Most words occur once in each article.
        k = best_k(positions, _MAX_POSITION_K)
        once = encode_count(0)
        return pack_bits(encode_bits(k, _POSITION_K_WIDTH) + once + once.join(encode_gaps(positions, k)))
    starts = [0, *accumulate(counts)][:-1]
    # The position before each in its article; before an article's first one, what makes its gap the position itself.
    before = [0, *positions]
    for start in starts:
        before[start] = -1
    gaps = [position - last - 1 for position, last in zip(positions, before, strict=False)]
    k = best_k(gaps, _MAX_POSITION_K)
    bits = list(encode_gaps(gaps, k))
    for start, code in zip(starts, map(_COUNT_CODES.__getitem__, counts), strict=True):
        bits[start] = code + bits[start]
    return pack_bits(encode_bits(k, _POSITION_K_WIDTH) + "".join(bits))
