"""An article's vector: its strongest terms and their weights.

A term weighs more the rarer it is in the language, and the more often it occurs in the article, by a factor that
approaches 1 (as in Okapi BM25: Robertson and Walker 1994). The strongest terms are kept and scaled to one length, so
the products of two articles' weights add up to the cosine of the angle between them. All numbers are whole, which
makes them the same on every machine.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import repeat
from math import isqrt
from operator import mul
from zlib import crc32

from newsgen.text.language.tags import primary_subtag
from newsgen.text.similarity.rarity import rarities_of

# With 40 terms the nearest articles share their topics as often as with all, to about one in a hundred.
_MAX_TERMS = 40
# A vector's length; a weight then fits into a byte.
_LENGTH = 255
# The similarity of an article to itself.
MAX_SIMILARITY = _LENGTH**2
# The factor for an infinite number of occurrences; 60 is divisible by all numbers up to 6.
_FULL_FACTOR = 60
_NUMBER_SIZE, _WEIGHT_SIZE = 4, 1
_ZEROS = repeat(0)
# The similarity of a vector to a fixed one, from 0 to about MAX_SIMILARITY.
Compare = Callable[[bytes], int]


def make_vector(counts: Mapping[str, int], language: str) -> bytes:
    """The vector of an article from the counts of its terms, in the order of their first occurrence.

    It consists of the numbers of the strongest terms, the strongest first, and their weights. Terms of two languages
    have different numbers, even where they are spelled alike.
    """
    rarities = rarities_of(language)
    strengths = [rarities[term] * (_FULL_FACTOR * count // (count + 1)) for term, count in counts.items()]
    # Among equal terms those that occur first in the article come first, as its news does.
    ranked = sorted(range(len(strengths)), key=strengths.__getitem__, reverse=True)[:_MAX_TERMS]
    terms = list(counts)
    strongest = [(strengths[index], terms[index]) for index in ranked if strengths[index]]
    length = isqrt(sum([strength * strength for strength, _ in strongest])) or 1
    weights = [(strength * _LENGTH + length // 2) // length for strength, _ in strongest]
    numbers = [term_number(term, language) for _, term in strongest]
    return struct.pack(f"<{len(numbers)}I{len(numbers)}B", *numbers, *weights)


def term_number(term: str, language: str) -> int:
    """A term's 32-bit number; that two terms of an article share theirs with another's is practically impossible."""
    return crc32(term.encode("utf-8", "surrogatepass"), _seed(language))


def read_vector(vector: bytes) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The numbers of a vector's terms, the strongest first, and their weights."""
    count = len(vector) // (_NUMBER_SIZE + _WEIGHT_SIZE)
    values = struct.unpack(f"<{count}I{count}B", vector)
    return values[:count], values[count:]


def compare_with(vector: bytes) -> Compare:
    """A function that compares other vectors with this one."""
    weight_of = dict(zip(*read_vector(vector), strict=True)).get

    def compare(other: bytes) -> int:
        count = len(other) // (_NUMBER_SIZE + _WEIGHT_SIZE)
        numbers = struct.unpack_from(f"<{count}I", other)
        # The weights need no unpacking: they are the bytes after the numbers.
        return sum(map(mul, map(weight_of, numbers, _ZEROS), other[_NUMBER_SIZE * count :]))

    return compare


def shared_weights(one: bytes, other: bytes) -> dict[int, int]:
    """What each shared term of two vectors adds to their similarity, by the term's number, the most first."""
    weights = dict(zip(*read_vector(other), strict=True))
    shared = {
        number: weight * weights[number] for number, weight in zip(*read_vector(one), strict=True) if number in weights
    }
    return dict(sorted(shared.items(), key=lambda item: (-item[1], item[0])))


@lru_cache
def _seed(language: str) -> int:
    return crc32(primary_subtag(language).encode("utf-8", "surrogatepass"))
