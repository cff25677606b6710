"""The codes of the search index, sign by sign as docs/search.md has them."""

import pytest
from hypothesis import given
from hypothesis.strategies import integers, lists

from newsgen.search.format.codes import (
    best_k,
    code_after,
    code_bits,
    code_count,
    code_far,
    code_gaps,
    code_rice,
    code_text,
    level_codes,
    level_order,
    shared_length,
)


def test_a_number_in_so_many_bits() -> None:
    assert [code_bits(5, 3), code_bits(5, 6), code_bits(0, 0)] == ["101", "000101", ""]


def test_small_counts_take_few_bits() -> None:
    assert [code_count(value) for value in (0, 1, 2, 3, 6, 7)] == ["1", "010", "011", "00100", "00111", "0001000"]


def test_a_far_number_has_its_lower_part_as_it_is() -> None:
    assert code_far(4_097) == "010" + "000000000001"


def test_bytes_follow_their_number() -> None:
    assert code_text(b"ab") == "011" + "01100001" + "01100010"
    assert code_text(b"") == "1"


def test_a_name_is_told_by_what_it_shares() -> None:
    assert code_after(b"govern", b"governor") == code_count(6) + code_text(b"or")
    assert shared_length("harbour", "harvest") == 3


def test_a_gap_is_ones_a_zero_and_its_lower_bits() -> None:
    assert [code_rice(value, 2) for value in (0, 3, 4, 11)] == ["000", "011", "1000", "11011"]
    assert code_rice(3, 0) == "1110"


@given(lists(integers(0, 20_000), max_size=30), integers(2, 15))
def test_looking_codes_up_gives_the_same(gaps: list[int], k: int) -> None:
    assert list(code_gaps(gaps, k)) == [code_rice(gap, k) for gap in gaps]


@given(lists(integers(0, 5_000), min_size=1, max_size=200))
def test_the_parameter_is_nearly_the_best(gaps: list[int]) -> None:
    sizes = [sum(map(len, code_gaps(gaps, k))) for k in range(15)]
    # Where the gaps are all alike, another parameter may be better by half a bit each.
    assert sizes[best_k(gaps, 24)] <= min(sizes) + 1.2 * len(gaps)


@pytest.mark.parametrize("commonest", range(8))
def test_every_level_has_a_code_and_none_begins_another(commonest: int) -> None:
    codes = level_codes(commonest)
    assert codes[commonest] == "0"
    assert sorted(map(len, codes)) == [1, 2, 3, 4, 5, 6, 7, 7]
    assert not any(one != other and other.startswith(one) for one in codes for other in codes)
    assert [codes.index(code) for code in sorted(codes, key=lambda code: (len(code), code))] == [
        *level_order(commonest)
    ]
