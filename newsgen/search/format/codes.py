"""The codes of the search index: values as texts of the signs 0 and 1.

A text of signs is joined, cut and compared by Python itself, in 40 nanoseconds a posting; no arithmetic on single bits
is as fast. docs/search.md describes the codes; `newsgen.search.units` packs the signs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from newsgen.search.format.postings import LEVELS

# Numbers whose codes are looked up.
_KNOWN = 4_096
# Width of the lower part of a number that may be anything.
FAR_WIDTH = 12


def code_bits(value: int, width: int) -> str:
    """A number in so many bits."""
    return format(value, f"0{width}b") if width else ""


@lru_cache(maxsize=_KNOWN)
def code_count(value: int) -> str:
    """A number from 0 on, the small ones in few bits (Elias gamma)."""
    digits = format(value + 1, "b")
    return "0" * (len(digits) - 1) + digits


def code_far(value: int) -> str:
    """A number from 0 on that is rarely small."""
    return code_count(value >> FAR_WIDTH) + code_bits(value & (1 << FAR_WIDTH) - 1, FAR_WIDTH)


def code_text(content: bytes) -> str:
    """Bytes, with their number before them."""
    return code_count(len(content)) + code_bits(int.from_bytes(content, "big"), 8 * len(content))


def code_after(before: bytes, name: bytes) -> str:
    """A name by how many bytes it shares with another, and the rest."""
    shared = shared_length(before, name)
    return code_count(shared) + code_text(name[shared:])


def code_rice(value: int, k: int) -> str:
    """A number from 0 on, of which about 2 to the k-th is usual (Rice)."""
    return "1" * (value >> k) + "0" + code_bits(value & (1 << k) - 1, k)


def code_gaps(gaps: Iterable[int], k: int) -> Iterator[str]:
    """Each gap in its Rice code."""
    return map(_rice_codes(k).__getitem__, gaps)


class _RiceCodes(dict[int, str]):
    """The codes of numbers with a parameter; those of small numbers are made once."""

    def __init__(self, k: int) -> None:
        self._k = k

    def __missing__(self, value: int) -> str:
        code = code_rice(value, self._k)
        if value < _KNOWN:
            self[value] = code
        return code


_rice_codes = cache(_RiceCodes)


def best_k(gaps: Sequence[int], most: int) -> int:
    """The parameter for these gaps: the power of two below their mean, with which they take a thousandth more bits than
    with the best one.
    """
    return min(most, max(0, (sum(gaps) // len(gaps)).bit_length() - 1)) if gaps else 0


@cache
def level_codes(commonest: int) -> tuple[str, ...]:
    """The code of each level in a block, of which one is the commonest."""
    order = level_order(commonest)
    codes = {level: "1" * place + ("0" if place < LEVELS - 1 else "") for place, level in enumerate(order)}
    return tuple(codes[level] for level in range(LEVELS))


@cache
def level_order(commonest: int) -> tuple[int, ...]:
    """The levels as their codes grow longer: most are as heavy as the commonest, or a little heavier."""
    steps = (0, 1, 2, -1, 3, -2, 4, -3, 5, -4, 6, -5, 7, -6, -7)
    return tuple(commonest + step for step in steps if 0 <= commonest + step < LEVELS)


def shared_length(one: Sequence[object], other: Sequence[object]) -> int:
    """How much two texts have in common at their beginnings."""
    length = 0
    for this, that in zip(one, other, strict=False):
        if this != that:
            break
        length += 1
    return length
