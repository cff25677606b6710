"""The codes of the search index, bit by bit as docs/format/search.md describes them."""

import pytest
from hypothesis import given
from hypothesis.strategies import integers, lists

from newsgen.search.format.codes import (
    best_k,
    encode_bits,
    encode_count,
    encode_far,
    encode_gaps,
    encode_rice,
    encode_suffix,
    encode_text,
    level_codes,
    level_order,
    shared_length,
)


def test_a_number_of_a_width() -> None:
    assert [encode_bits(5, 3), encode_bits(5, 6), encode_bits(0, 0)] == ["101", "000101", ""]


def test_small_counts_take_few_bits() -> None:
    assert [encode_count(value) for value in (0, 1, 2, 3, 6, 7)] == ["1", "010", "011", "00100", "00111", "0001000"]


def test_a_far_number_ends_with_its_lower_bits() -> None:
    assert encode_far(4_097) == "010" + "000000000001"


def test_bytes_follow_their_count() -> None:
    assert encode_text(b"ab") == "011" + "01100001" + "01100010"
    assert encode_text(b"") == "1"


def test_a_text_shares_its_beginning_with_the_previous_one() -> None:
    assert encode_suffix(b"govern", b"governor") == encode_count(6) + encode_text(b"or")
    assert shared_length("harbour", "harvest") == 3


def test_a_rice_code_is_ones_a_zero_and_the_lower_bits() -> None:
    assert [encode_rice(value, 2) for value in (0, 3, 4, 11)] == ["000", "011", "1000", "11011"]
    assert encode_rice(3, 0) == "1110"


@given(lists(integers(0, 20_000), max_size=30), integers(2, 15))
def test_cached_codes_are_the_same(gaps: list[int], k: int) -> None:
    assert list(encode_gaps(gaps, k)) == [encode_rice(gap, k) for gap in gaps]


@given(lists(integers(0, 5_000), min_size=1, max_size=200))
def test_the_rice_parameter_is_nearly_the_best(gaps: list[int]) -> None:
    sizes = [sum(map(len, encode_gaps(gaps, k))) for k in range(15)]
    # If all gaps are alike, another parameter may save half a bit each.
    assert sizes[best_k(gaps, 24)] <= min(sizes) + 1.2 * len(gaps)


@pytest.mark.parametrize("commonest", range(8))
def test_the_codes_of_levels_are_prefix_free(commonest: int) -> None:
    codes = level_codes(commonest)
    assert codes[commonest] == "0"
    assert sorted(map(len, codes)) == [1, 2, 3, 4, 5, 6, 7, 7]
    assert not any(one != other and other.startswith(one) for one in codes for other in codes)
    assert [codes.index(code) for code in sorted(codes, key=lambda code: (len(code), code))] == [
        *level_order(commonest)
    ]
