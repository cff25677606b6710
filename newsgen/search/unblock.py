"""Reading blocks back, to change what is in them."""

from __future__ import annotations

import re
from array import array
from functools import cache
from itertools import accumulate

from newsgen.search.blocks import Block
from newsgen.search.codes import level_order
from newsgen.search.posting import Postings
from newsgen.search.units import unpack_signs


def read_block(block: Block, has_levels: bool) -> Postings:
    """The postings of a block."""
    numbers, levels = _read_postings(block, has_levels)
    if not block.places:
        return Postings(numbers, levels, bytearray(len(numbers)), array("I"))
    counts, places = _read_places(unpack_signs(block.places), len(numbers))
    return Postings(numbers, levels, counts, places)


def _read_postings(block: Block, has_levels: bool) -> tuple[array[int], bytearray]:
    signs = unpack_signs(block.postings)
    count, at = _read_count(signs, 0)
    if not count:
        return array("I", [block.first]), bytearray([int(signs[at:], 2) if has_levels else 0])
    k, at = int(signs[at : at + 5], 2), at + 5
    if not has_levels:
        gaps = [((len(ones) << k) + int(rest or "0", 2)) for ones, rest in _gap(k).findall(signs, at)]
        return array("I", accumulate((gap + 1 for gap in gaps), initial=block.first)), bytearray(count + 1)
    order, at = level_order(int(signs[at : at + 3], 2)), at + 3
    first = _LEVEL.match(signs, at)
    assert first
    found = _gap_and_level(k).findall(signs, first.end())
    steps = (((len(ones) << k) + int(rest or "0", 2)) + 1 for ones, rest, _ in found)
    levels = bytearray(order[level.count("1")] for level in (first[0], *(level for _, _, level in found)))
    return array("I", accumulate(steps, initial=block.first)), levels


def _read_places(signs: str, articles: int) -> tuple[bytearray, array[int]]:
    k, at = int(signs[:4], 2), 4
    counts, places = bytearray(), array("I")
    for _ in range(articles):
        count, at = _read_count(signs, at)
        counts.append(count + 1)
        place = -1
        for _ in range(count + 1):
            zero = signs.index("0", at)
            place += 1 + ((zero - at) << k) + int(signs[zero : zero + 1 + k], 2)
            places.append(place)
            at = zero + 1 + k
    return counts, places


def _read_count(signs: str, at: int) -> tuple[int, int]:
    """A count, and where the next code begins."""
    one = signs.index("1", at)
    end = 2 * one - at + 1
    return int(signs[one:end], 2) - 1, end


_LEVEL = re.compile("1{7}|1{0,6}0")


@cache
def _gap(k: int) -> re.Pattern[str]:
    return re.compile(f"(1*)0([01]{{{k}}})")


@cache
def _gap_and_level(k: int) -> re.Pattern[str]:
    return re.compile(f"(1*)0([01]{{{k}}})(1{{7}}|1{{0,6}}0)")
