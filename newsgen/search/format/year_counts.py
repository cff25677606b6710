"""How many articles of each year a common term has, as the index holds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsgen.search.format.bit_reader import BitReader
from newsgen.search.format.codes import best_k, encode_bits, encode_count, encode_rice

_K_WIDTH, _MAX_K = 5, 24


def encode_year_counts(counts: Mapping[int, int], years: Sequence[int]) -> str:
    """The bits of counts by year, given all years of the archive in order; those after the last with any are left out.

    So the first article of a new year changes no term that it does not have.
    """
    numbers = [counts.get(year, 0) for year in years]
    while numbers and not numbers[-1]:
        numbers.pop()
    if not numbers:
        return encode_count(0)
    k = best_k(numbers, _MAX_K)
    head = encode_count(len(numbers)) + encode_bits(k, _K_WIDTH)
    return head + "".join(encode_rice(number, k) for number in numbers)


def read_year_counts(reader: BitReader) -> tuple[int, ...]:
    """The counts of the archive's years in order, as far as there are any; none where the index does not have them."""
    years = reader.count()
    return tuple(reader.gaps(reader.number(_K_WIDTH), years)) if years else ()
