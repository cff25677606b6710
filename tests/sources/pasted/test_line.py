from hypothesis import given
from hypothesis import strategies as st

from newsgen.sources.pasted.line import Line, split_lines


def test_blank_lines_are_counted_and_omitted() -> None:
    assert split_lines("One\n\n \u00a0\nTwo \nThree", 7) == [
        Line(7, "One", 0),
        Line(10, "Two", 2),
        Line(11, "Three", 0),
    ]


def test_direction_marks_and_no_break_spaces_are_removed() -> None:
    assert split_lines("\u200fصحيفة\u200f\n\u3000\n\u3000港町", 1) == [
        Line(1, "صحيفة", 0),
        Line(3, "港町", 1, indent=1),
    ]


def test_a_line_of_marks_alone_is_unchanged() -> None:
    assert split_lines("\ufeff\n港町", 1) == [Line(1, "\ufeff", 0), Line(2, "港町", 0)]


@given(st.text(), st.integers(1, 9))
def test_numbers_and_gaps_count_every_line(text: str, first: int) -> None:
    number = first - 1
    for line in split_lines(text, first):
        number += line.gap + 1
        assert line.number == number
        assert line.text in text.split("\n")[number - first]
        assert line.text


def test_a_blank_text_has_no_lines() -> None:
    assert split_lines(" \n\n\t", 1) == []
