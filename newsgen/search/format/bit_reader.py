"""Reads the codes of the search index: the bits of a file one value after the other.

The bits are a text of the signs 0 and 1, as `newsgen.search.codes` writes them: Python finds a sign in a text, and
makes a number of a piece of it, faster than it shifts and masks. docs/search.md describes the codes.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from newsgen.search.format.codes import FAR_WIDTH, level_order
from newsgen.search.format.postings import LEVELS

_TOO_SHORT = "the bits end too soon"
_LEVEL = f"1{{0,{LEVELS - 2}}}0|1{{{LEVELS - 1}}}"


class Bits:
    """The bits of a file and the place where the next value begins. ValueError says that there is no such value."""

    def __init__(self, signs: str, at: int = 0) -> None:
        self._signs = signs
        self.at = at

    def number(self, width: int) -> int:
        """A number in so many bits."""
        start, self.at = self.at, self.at + width
        if self.at > len(self._signs):
            raise ValueError(_TOO_SHORT)
        return int(self._signs[start : self.at], 2) if width else 0

    def count(self) -> int:
        """A number from 0 on in Elias's gamma code."""
        return self.number(self._go_to("1") + 1) - 1

    def far(self) -> int:
        """A number from 0 on that is rarely small."""
        return self.count() << FAR_WIDTH | self.number(FAR_WIDTH)

    def content(self, size: int) -> bytes:
        """So many bytes."""
        return self.number(8 * size).to_bytes(size, "big")

    def text(self) -> bytes:
        """Bytes of a text in UTF-8, after their number."""
        return self.content(self.count())

    def gaps(self, k: int, count: int) -> list[int]:
        """So many numbers in Rice's code."""
        if count == 1:
            ones = self._go_to("0")
            return [ones << k | self.number(k + 1)]
        found = list(islice(_gap(k).finditer(self._signs, self.at), count))
        self._go_behind(found, count)
        return [len(gap[1]) << k | int(gap[2] or "0", 2) for gap in found]

    def gap_lists(self, k: int, count: int) -> tuple[list[int], list[int]]:
        """So many lists of numbers in Rice's code, before each its length less 1: the lengths, and all the numbers."""
        lengths: list[int] = []
        pieces: list[str] = []
        while len(lengths) < count:
            for found in islice(_gap_list(k).finditer(self._signs, self.at), count - len(lengths)):
                length = found.lastindex or 0
                if not length or found.start() != self.at:
                    break
                lengths.append(length)
                pieces.append(found[length])
                self.at = found.end()
            if len(lengths) < count:
                # A long list, or none at all.
                lengths.append(self.count() + 1)
                start = self.at
                self.gaps(k, lengths[-1])
                pieces.append(self._signs[start : self.at])
        numbers = Bits("".join(pieces)).gaps(k, sum(lengths))
        return lengths, numbers

    def levelled_gaps(self, k: int, commonest: int, count: int) -> tuple[list[int], list[int]]:
        """So many numbers in Rice's code, each with a level behind it: the numbers, and the levels."""
        found = list(islice(_levelled_gap(k).finditer(self._signs, self.at), count))
        self._go_behind(found, count)
        order = level_order(commonest)
        gaps = [len(gap[1]) << k | int(gap[2] or "0", 2) for gap in found]
        return gaps, [order[gap[3].count("1")] for gap in found]

    def level(self, commonest: int) -> int:
        """A level of weight, in a block where another may be the commonest."""
        found = _LEVEL_CODE.match(self._signs, self.at)
        if not found:
            raise ValueError(_TOO_SHORT)
        self.at = found.end()
        return level_order(commonest)[found[0].count("1")]

    def _go_to(self, sign: str) -> int:
        """Go to the next bit of a kind; says how many of the other kind stood before it."""
        start, self.at = self.at, self._signs.find(sign, self.at)
        if self.at < 0:
            raise ValueError(_TOO_SHORT)
        return self.at - start

    def _go_behind(self, found: list[re.Match[str]], count: int) -> None:
        if len(found) < count:
            raise ValueError(_TOO_SHORT)
        if found:
            self.at = found[-1].end()


_LEVEL_CODE = re.compile(_LEVEL)


@cache
def _gap(k: int) -> re.Pattern[str]:
    return re.compile(f"(1*+)0([01]{{{k}}})")


@cache
def _gap_list(k: int) -> re.Pattern[str]:
    """A list of at most seven gaps; the group that it is tells its length."""
    heads = ("1", "010", "011", "00100", "00101", "00110", "00111")
    lists = (f"{head}((?:1*+0[01]{{{k}}}){{{length}}})" for length, head in enumerate(heads, 1))
    return re.compile("|".join((*lists, "000")))


@cache
def _levelled_gap(k: int) -> re.Pattern[str]:
    return re.compile(f"(1*+)0([01]{{{k}}})({_LEVEL})")
