"""Codes are read as they were written, whatever comes before and after them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.search.format.bit_reader import BitReader
from newsgen.search.format.codes import (
    encode_bits,
    encode_count,
    encode_far,
    encode_rice,
    encode_text,
    level_codes,
)
from newsgen.search.format.postings import LEVELS

NUMBERS = st.integers(0, 1 << 34)


@given(st.lists(NUMBERS), st.lists(NUMBERS))
def test_counts_and_far_numbers(counts: list[int], far: list[int]) -> None:
    reader = BitReader("".join((*map(encode_count, counts), *map(encode_far, far))))
    assert [reader.count() for _ in counts] == counts
    assert [reader.far() for _ in far] == far


@given(st.lists(st.tuples(st.integers(0, 40), NUMBERS)))
def test_numbers_of_a_width(numbers: list[tuple[int, int]]) -> None:
    cut = [(width, number & (1 << width) - 1) for width, number in numbers]
    reader = BitReader("".join(encode_bits(number, width) for width, number in cut))
    assert [(width, reader.number(width)) for width, _ in cut] == cut


@given(st.lists(st.text(max_size=20), max_size=20))
def test_texts(texts: list[str]) -> None:
    reader = BitReader("".join(encode_text(text.encode()) for text in texts))
    assert [reader.text().decode() for _ in texts] == texts


@given(st.integers(0, 24), st.lists(st.integers(0, 3000)), st.text("01"))
def test_gaps(k: int, gaps: list[int], after: str) -> None:
    reader = BitReader("".join(encode_rice(gap, k) for gap in gaps) + encode_count(7) + after)
    assert (reader.gaps(k, len(gaps)), reader.count()) == (gaps, 7)


@given(st.integers(0, 15), st.lists(st.lists(st.integers(0, 3000), min_size=1, max_size=12)), st.text("01"))
def test_lists_of_gaps(k: int, lists: list[list[int]], after: str) -> None:
    codes = (encode_count(len(gaps) - 1) + "".join(encode_rice(gap, k) for gap in gaps) for gaps in lists)
    reader = BitReader("".join(codes) + encode_count(7) + after)
    assert reader.gap_lists(k, len(lists)) == ([len(gaps) for gaps in lists], [gap for gaps in lists for gap in gaps])
    assert reader.count() == 7


@given(
    st.integers(0, 24),
    st.integers(0, LEVELS - 1),
    st.lists(st.tuples(st.integers(0, 3000), st.integers(0, LEVELS - 1))),
)
def test_gaps_with_levels(k: int, commonest: int, found: list[tuple[int, int]]) -> None:
    codes = level_codes(commonest)
    reader = BitReader("".join(encode_rice(gap, k) + codes[level] for gap, level in found) + encode_count(7))
    gaps, levels = reader.gaps_with_levels(k, commonest, len(found))
    assert (list(zip(gaps, levels, strict=True)), reader.count()) == (found, 7)


@pytest.mark.parametrize("commonest", range(LEVELS))
def test_single_levels(commonest: int) -> None:
    reader = BitReader("".join(level_codes(commonest)))
    assert [reader.level(commonest) for _ in range(LEVELS)] == list(range(LEVELS))


@pytest.mark.parametrize(
    ("bits", "read"),
    [
        ("", BitReader.count),
        ("000", BitReader.count),
        ("001", BitReader.count),
        ("1110", BitReader.far),
        ("0101", BitReader.text),
        ("11", lambda reader: reader.gaps(0, 1)),
        ("1101", lambda reader: reader.gaps(2, 1)),
        ("1011", lambda reader: reader.gaps(2, 2)),
        ("010001", lambda reader: reader.gap_lists(2, 1)),
        ("1000", lambda reader: reader.gap_lists(2, 2)),
        ("000", lambda reader: reader.gap_lists(2, 1)),
        ("0111", lambda reader: reader.gaps_with_levels(0, 1, 1)),
        ("111", lambda reader: reader.level(1)),
    ],
)
def test_truncated_bits_are_an_error(bits: str, read: Callable[[BitReader], object]) -> None:
    with pytest.raises(ValueError, match="the bits end too soon"):
        read(BitReader(bits))
