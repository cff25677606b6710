"""Spans and phrases, compared with a brute-force search."""

from collections.abc import Sequence
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.search.reader.matching.proximity import find_span, has_phrase

PLACES = st.lists(st.integers(0, 60), min_size=1, max_size=5, unique=True).map(sorted)


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ([[3], [4]], 1),
        ([[4], [3]], 3),
        ([[9, 30], [1, 10], [12]], 3),
        ([[5], [4, 7]], 2),
        ([[5], [4, 9]], 3),
        ([[2], [2]], 0),
    ],
)
def test_a_span_out_of_order_counts_three_times(words: list[list[int]], span: int) -> None:
    assert find_span(words) == span


@given(st.lists(PLACES, min_size=2, max_size=4))
def test_no_choice_of_positions_gives_a_smaller_span(words: Sequence[Sequence[int]]) -> None:
    def span(positions: Sequence[int]) -> int:
        in_order = all(one < other for one, other in pairwise(positions))
        return (max(positions) - min(positions)) * (1 if in_order else 3)

    assert find_span(words) == min(map(span, product(*words)))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([[1, 7], [8]], True),
        ([[1, 7], [9]], False),
        ([[8], [7]], False),
        ([[1, 7], None, [9]], True),
        ([None, [0], None], True),
        ([None, None], True),
        ([[1], []], False),
    ],
)
def test_words_of_a_phrase_follow_each_other(words: list[list[int] | None], expected: bool) -> None:
    assert has_phrase(words) is expected
