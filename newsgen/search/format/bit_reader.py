"""Decode the codes of the search index: read the bits of a file value by value.

The bits are a string of the characters 0 and 1, as `codes.py` encodes them: Python finds a character in a string, and
converts a slice to a number, faster than it shifts and masks. docs/format/search.md describes the codes.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from newsgen.search.format.codes import FAR_WIDTH, level_order
from newsgen.search.format.postings import LEVELS

_TOO_SHORT = "the bits end too soon"
_LEVEL = f"1{{0,{LEVELS - 2}}}0|1{{{LEVELS - 1}}}"


class BitReader:
    """The bits of a file and the offset of the next value. Raises ValueError if the bits end within a value."""

    def __init__(self, bits: str, offset: int = 0) -> None:
        self._bits = bits
        self.offset = offset

    def number(self, width: int) -> int:
        """A number in `width` bits."""
        start, self.offset = self.offset, self.offset + width
        if self.offset > len(self._bits):
            raise ValueError(_TOO_SHORT)
        return int(self._bits[start : self.offset], 2) if width else 0

    def count(self) -> int:
        """A number from 0 on in Elias's gamma code."""
        return self.number(self._skip_to("1") + 1) - 1

    def far(self) -> int:
        """A number from 0 on that is rarely small."""
        return self.count() << FAR_WIDTH | self.number(FAR_WIDTH)

    def content(self, size: int) -> bytes:
        """`size` bytes."""
        return self.number(8 * size).to_bytes(size, "big")

    def text(self) -> bytes:
        """The UTF-8 bytes of a text, which follow their count."""
        return self.content(self.count())

    def gaps(self, k: int, count: int) -> list[int]:
        """`count` numbers in Rice's code."""
        if count == 1:
            ones = self._skip_to("0")
            return [ones << k | self.number(k + 1)]
        found = list(islice(_gap(k).finditer(self._bits, self.offset), count))
        self._skip_behind(found, count)
        return [len(gap[1]) << k | int(gap[2] or "0", 2) for gap in found]

    def gap_lists(self, k: int, count: int) -> tuple[list[int], list[int]]:
        """`count` lists of numbers in Rice's code, each after its length minus 1: the lengths, and all numbers."""
        lengths: list[int] = []
        pieces: list[str] = []
        while len(lengths) < count:
            for found in islice(_gap_list(k).finditer(self._bits, self.offset), count - len(lengths)):
                length = found.lastindex or 0
                if not length or found.start() != self.offset:
                    break
                lengths.append(length)
                pieces.append(found[length])
                self.offset = found.end()
            if len(lengths) < count:
                # A long list, or none at all.
                lengths.append(self.count() + 1)
                start = self.offset
                self.gaps(k, lengths[-1])
                pieces.append(self._bits[start : self.offset])
        numbers = BitReader("".join(pieces)).gaps(k, sum(lengths))
        return lengths, numbers

    def gaps_with_levels(self, k: int, commonest: int, count: int) -> tuple[list[int], list[int]]:
        """`count` numbers in Rice's code, each followed by a level: the numbers, and the levels."""
        found = list(islice(_gap_with_level(k).finditer(self._bits, self.offset), count))
        self._skip_behind(found, count)
        order = level_order(commonest)
        gaps = [len(gap[1]) << k | int(gap[2] or "0", 2) for gap in found]
        return gaps, [order[gap[3].count("1")] for gap in found]

    def level(self, commonest: int) -> int:
        """A level of weight, in a block with this commonest level."""
        found = _LEVEL_CODE.match(self._bits, self.offset)
        if not found:
            raise ValueError(_TOO_SHORT)
        self.offset = found.end()
        return level_order(commonest)[found[0].count("1")]

    def _skip_to(self, bit: str) -> int:
        """Skip to the next bit of this value; the number of bits skipped."""
        start, self.offset = self.offset, self._bits.find(bit, self.offset)
        if self.offset < 0:
            raise ValueError(_TOO_SHORT)
        return self.offset - start

    def _skip_behind(self, found: list[re.Match[str]], count: int) -> None:
        if len(found) < count:
            raise ValueError(_TOO_SHORT)
        if found:
            self.offset = found[-1].end()


_LEVEL_CODE = re.compile(_LEVEL)


@cache
def _gap(k: int) -> re.Pattern[str]:
    return re.compile(f"(1*+)0([01]{{{k}}})")


@cache
def _gap_list(k: int) -> re.Pattern[str]:
    """A list of at most seven gaps; the number of the group that matches is the list's length."""
    heads = ("1", "010", "011", "00100", "00101", "00110", "00111")
    lists = (f"{head}((?:1*+0[01]{{{k}}}){{{length}}})" for length, head in enumerate(heads, 1))
    return re.compile("|".join((*lists, "000")))


@cache
def _gap_with_level(k: int) -> re.Pattern[str]:
    return re.compile(f"(1*+)0([01]{{{k}}})({_LEVEL})")
