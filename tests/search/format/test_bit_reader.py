"""Codes are read as they were written, whatever stands before and behind them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.search.format.bit_reader import Bits
from newsgen.search.format.codes import code_bits, code_count, code_far, code_rice, code_text, level_codes
from newsgen.search.format.postings import LEVELS

NUMBERS = st.integers(0, 1 << 34)


@given(st.lists(NUMBERS), st.lists(NUMBERS))
def test_counts_and_far_numbers(counts: list[int], far: list[int]) -> None:
    bits = Bits("".join((*map(code_count, counts), *map(code_far, far))))
    assert [bits.count() for _ in counts] == counts
    assert [bits.far() for _ in far] == far


@given(st.lists(st.tuples(st.integers(0, 40), NUMBERS)))
def test_numbers_of_so_many_bits(numbers: list[tuple[int, int]]) -> None:
    cut = [(width, number & (1 << width) - 1) for width, number in numbers]
    bits = Bits("".join(code_bits(number, width) for width, number in cut))
    assert [(width, bits.number(width)) for width, _ in cut] == cut


@given(st.lists(st.text()))
def test_texts(texts: list[str]) -> None:
    bits = Bits("".join(code_text(text.encode()) for text in texts))
    assert [bits.text().decode() for _ in texts] == texts


@given(st.integers(0, 24), st.lists(st.integers(0, 3000)), st.text("01"))
def test_gaps(k: int, gaps: list[int], behind: str) -> None:
    bits = Bits("".join(code_rice(gap, k) for gap in gaps) + code_count(7) + behind)
    assert (bits.gaps(k, len(gaps)), bits.count()) == (gaps, 7)


@given(st.integers(0, 15), st.lists(st.lists(st.integers(0, 3000), min_size=1, max_size=12)), st.text("01"))
def test_lists_of_gaps(k: int, lists: list[list[int]], behind: str) -> None:
    codes = (code_count(len(gaps) - 1) + "".join(code_rice(gap, k) for gap in gaps) for gaps in lists)
    bits = Bits("".join(codes) + code_count(7) + behind)
    assert bits.gap_lists(k, len(lists)) == ([len(gaps) for gaps in lists], [gap for gaps in lists for gap in gaps])
    assert bits.count() == 7


@given(
    st.integers(0, 24),
    st.integers(0, LEVELS - 1),
    st.lists(st.tuples(st.integers(0, 3000), st.integers(0, LEVELS - 1))),
)
def test_gaps_with_levels(k: int, commonest: int, found: list[tuple[int, int]]) -> None:
    codes = level_codes(commonest)
    bits = Bits("".join(code_rice(gap, k) + codes[level] for gap, level in found) + code_count(7))
    gaps, levels = bits.levelled_gaps(k, commonest, len(found))
    assert (list(zip(gaps, levels, strict=True)), bits.count()) == (found, 7)


@pytest.mark.parametrize("commonest", range(LEVELS))
def test_levels_by_themselves(commonest: int) -> None:
    bits = Bits("".join(level_codes(commonest)))
    assert [bits.level(commonest) for _ in range(LEVELS)] == list(range(LEVELS))


@pytest.mark.parametrize(
    ("signs", "read"),
    [
        ("", Bits.count),
        ("000", Bits.count),
        ("001", Bits.count),
        ("1110", Bits.far),
        ("0101", Bits.text),
        ("11", lambda bits: bits.gaps(0, 1)),
        ("1101", lambda bits: bits.gaps(2, 1)),
        ("1011", lambda bits: bits.gaps(2, 2)),
        ("010001", lambda bits: bits.gap_lists(2, 1)),
        ("1000", lambda bits: bits.gap_lists(2, 2)),
        ("000", lambda bits: bits.gap_lists(2, 1)),
        ("0111", lambda bits: bits.levelled_gaps(0, 1, 1)),
        ("111", lambda bits: bits.level(1)),
    ],
)
def test_what_is_cut_short_is_told(signs: str, read: Callable[[Bits], object]) -> None:
    with pytest.raises(ValueError, match="the bits end too soon"):
        read(Bits(signs))
