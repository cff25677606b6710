"""How much of two texts is the same, from a sketch of 256 bytes of each.

A sketch is a MinHash (Broder 1997) with one hash function (Li, Owen and Zhang 2012): every run of four words is hashed
and falls into one of 64 buckets, of which the smallest hash is kept; an empty bucket borrows from the next (Shrivastava
and Li 2014). The share of buckets that two sketches have in common is about the share of runs that the texts have in
common (Jaccard), with a standard error of at most 6 points. It takes 0.2 ms for 600 words, and nothing depends on the
process: Python's own `hash()` would.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate
from zlib import crc32

_RUN = 4
_BUCKETS = 64
# Two sketches that agree in all buckets of a band are compared: of texts that are alike to 80 % it misses one in 5,000,
# to 70 % one in 80, to 50 % a third.
_BAND = 4
# Texts with fewer words are alike by chance.
_FEWEST = 30
# Above so many letters a word, a text is of a script without spaces, and letters are taken for words.
_LONG_WORDS = 15
# Spreads what CRC leaves close together; a prime near 2^32 divided by the golden ratio (Knuth, 6.4).
_SPREAD = 2_654_435_761
_WORD = re.compile(r"\w+")


def make_sketch(text: str) -> bytes:
    """The sketch of a text; b"" for one that is too short to tell."""
    words = _WORD.findall(text.casefold())
    if words and len(text) > _LONG_WORDS * len(words):
        words = list("".join(words))
    if len(words) < _FEWEST:
        return b""
    parts = [word.encode("utf-8", "surrogatepass") for word in words]
    whole = b" ".join(parts)
    starts = list(accumulate((len(part) + 1 for part in parts), initial=0))
    hashes = {crc32(whole[start:end]) * _SPREAD & 0xFFFFFFFF for start, end in zip(starts, starts[_RUN:], strict=False)}
    smallest = {number % _BUCKETS: number for number in sorted(hashes, reverse=True)}
    return array("I", [_borrow(smallest, bucket) for bucket in range(_BUCKETS)]).tobytes()


def similarity(one: bytes, other: bytes) -> float:
    """The share of two texts that is the same, from 0 to 1."""
    if not one or not other:
        return 0.0
    pairs = zip(memoryview(one).cast("I"), memoryview(other).cast("I"), strict=True)
    return sum(a == b for a, b in pairs) / _BUCKETS


def find_candidates(sketches: Sequence[bytes]) -> Iterator[tuple[int, int]]:
    """Pairs of sketches that are worth comparing, by their places, the earlier one first; pairs may come twice.

    In a crowd of sketches that agree in a band, each is paired with the first ones of it only.
    """
    size = array("I").itemsize * _BAND
    for start in range(0, array("I").itemsize * _BUCKETS, size):
        crowds: dict[bytes, list[int]] = {}
        for place, sketch in enumerate(sketches):
            if sketch:
                crowd = crowds.setdefault(sketch[start : start + size], [])
                yield from ((earlier, place) for earlier in crowd)
                if len(crowd) < _CROWD:
                    crowd.append(place)


_CROWD = 5


def _borrow(smallest: dict[int, int], bucket: int) -> int:
    """The smallest hash of a bucket or of the next that has one; one that was borrowed is marked by its distance."""
    for distance in range(_BUCKETS):
        found = smallest.get((bucket + distance) % _BUCKETS)
        if found is not None:
            return (found + distance * _SPREAD) & 0xFFFFFFFF
    raise AssertionError("a text has words")
