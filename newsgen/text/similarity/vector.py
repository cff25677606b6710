"""What an article is about: its strongest terms, and how much each of them counts.

A term counts for more the rarer it is in the language and the more often the article has it, by a share that nears 1
(as in Okapi BM25: Robertson and Walker 1994). The strongest terms are kept, scaled to one length, so that the products
of two articles' weights add up to the cosine of the angle between them. All of it is made of whole numbers: it is the
same on every machine.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import repeat
from math import isqrt
from operator import mul
from zlib import crc32

from newsgen.text.language.stemmers import primary_subtag
from newsgen.text.similarity.rarity import rarities_of

# With 40 the nearest articles share their topics as often as with all terms, to about one in a hundred.
_TERMS = 40
# A vector's length, so that a weight is at most a byte's.
_LENGTH = 255
# The likeness of an article with itself.
SAME = _LENGTH**2
# A share in whole numbers; 60 is divided by all numbers up to 6.
_WHOLE = 60
_NUMBER, _WEIGHT = 4, 1
_ZEROS = repeat(0)
# Tells how like a vector another is: from 0 to about SAME.
Compare = Callable[[bytes], int]


def make_vector(counts: Mapping[str, int], language: str) -> bytes:
    """The vector of an article from how often it has each term, the first in it first.

    It has the numbers of its strongest terms, the strongest first, and their weights. Terms of two languages have
    different numbers, even where they are spelled alike.
    """
    rarities = rarities_of(language)
    strengths = [rarities[term] * (_WHOLE * count // (count + 1)) for term, count in counts.items()]
    # Of those that are level the first in the article come first, as its news do.
    places = sorted(range(len(strengths)), key=strengths.__getitem__, reverse=True)[:_TERMS]
    terms = list(counts)
    strongest = [(strengths[place], terms[place]) for place in places if strengths[place]]
    length = isqrt(sum([strength * strength for strength, _ in strongest])) or 1
    weights = [(strength * _LENGTH + length // 2) // length for strength, _ in strongest]
    numbers = [number_of_term(term, language) for _, term in strongest]
    return struct.pack(f"<{len(numbers)}I{len(numbers)}B", *numbers, *weights)


def number_of_term(term: str, language: str) -> int:
    """A term's number, of 32 bits: that two of an article's terms are taken for another's is as good as impossible."""
    return crc32(term.encode("utf-8", "surrogatepass"), _seed(language))


def read_vector(vector: bytes) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The numbers of a vector's terms, the strongest first, and their weights."""
    count = len(vector) // (_NUMBER + _WEIGHT)
    values = struct.unpack(f"<{count}I{count}B", vector)
    return values[:count], values[count:]


def comparing(vector: bytes) -> Compare:
    """What compares others with this vector."""
    weight_of = dict(zip(*read_vector(vector), strict=True)).get

    def compare(other: bytes) -> int:
        count = len(other) // (_NUMBER + _WEIGHT)
        numbers = struct.unpack_from(f"<{count}I", other)
        # The weights need no unpacking: they are the bytes behind the numbers.
        return sum(map(mul, map(weight_of, numbers, _ZEROS), other[_NUMBER * count :]))

    return compare


def shared_weights(one: bytes, other: bytes) -> dict[int, int]:
    """What each term that two vectors share adds to their likeness, by the term's number, the most first."""
    weights = dict(zip(*read_vector(other), strict=True))
    shared = {
        number: weight * weights[number] for number, weight in zip(*read_vector(one), strict=True) if number in weights
    }
    return dict(sorted(shared.items(), key=lambda item: (-item[1], item[0])))


@lru_cache
def _seed(language: str) -> int:
    return crc32(primary_subtag(language).encode("utf-8", "surrogatepass"))
