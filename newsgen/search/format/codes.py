"""The codes of the search index: encode values as strings of the characters 0 and 1.

Python joins, slices and compares strings natively, in 40 ns a posting; arithmetic on single bits is slower.
docs/format/search.md describes the codes; `files.py` packs the bits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from newsgen.search.format.postings import LEVELS

# Numbers whose codes are looked up.
_CACHED = 4_096
# Width of the lower part of a `far` number.
FAR_WIDTH = 12


def encode_bits(value: int, width: int) -> str:
    """A number in `width` bits."""
    return format(value, f"0{width}b") if width else ""


@lru_cache(maxsize=_CACHED)
def encode_count(value: int) -> str:
    """A number from 0 on; small ones take few bits (Elias gamma)."""
    digits = format(value + 1, "b")
    return "0" * (len(digits) - 1) + digits


def encode_far(value: int) -> str:
    """A number from 0 on that is rarely small."""
    return encode_count(value >> FAR_WIDTH) + encode_bits(value & (1 << FAR_WIDTH) - 1, FAR_WIDTH)


def encode_text(content: bytes) -> str:
    """Bytes, preceded by their count."""
    return encode_count(len(content)) + encode_bits(int.from_bytes(content, "big"), 8 * len(content))


def encode_suffix(previous: bytes, text: bytes) -> str:
    """A text as the number of leading bytes it shares with the previous one, and the rest (front coding)."""
    shared = shared_length(previous, text)
    return encode_count(shared) + encode_text(text[shared:])


def encode_rice(value: int, k: int) -> str:
    """A number from 0 on, typically about 2^k (Rice)."""
    return "1" * (value >> k) + "0" + encode_bits(value & (1 << k) - 1, k)


def encode_gaps(gaps: Iterable[int], k: int) -> Iterator[str]:
    """The Rice code of each gap."""
    return map(_rice_codes(k).__getitem__, gaps)


class _RiceCodes(dict[int, str]):
    """The Rice codes for one parameter; those of small numbers are computed once."""

    def __init__(self, k: int) -> None:
        self._k = k

    def __missing__(self, value: int) -> str:
        code = encode_rice(value, self._k)
        if value < _CACHED:
            self[value] = code
        return code


_rice_codes = cache(_RiceCodes)


def best_k(gaps: Sequence[int], limit: int) -> int:
    """The Rice parameter for these gaps: the power of two below their mean, up to a limit.

    With it the gaps take a thousandth more bits than with the optimal parameter.
    """
    return min(limit, max(0, (sum(gaps) // len(gaps)).bit_length() - 1)) if gaps else 0


@cache
def level_codes(commonest: int) -> tuple[str, ...]:
    """The code of each level in a block with this commonest level."""
    order = level_order(commonest)
    codes = {level: "1" * rank + ("0" if rank < LEVELS - 1 else "") for rank, level in enumerate(order)}
    return tuple(codes[level] for level in range(LEVELS))


@cache
def level_order(commonest: int) -> tuple[int, ...]:
    """The levels by the length of their codes: most levels equal the commonest, or are a little higher."""
    steps = (0, 1, 2, -1, 3, -2, 4, -3, 5, -4, 6, -5, 7, -6, -7)
    return tuple(commonest + step for step in steps if 0 <= commonest + step < LEVELS)


def shared_length(one: Sequence[object], other: Sequence[object]) -> int:
    """The length of the common prefix of two texts."""
    length = 0
    for this, that in zip(one, other, strict=False):
        if this != that:
            break
        length += 1
    return length
