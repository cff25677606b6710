"""Texts in two columns are read column by column, and nothing else is."""

from itertools import zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.sources.pasted.columns import in_reading_order
from newsgen.sources.pasted.line import split_lines

LEFT = """\
The council of Lenne voted
seven to five on Tuesday to
close the swimming baths on
Mill Lane, which have stood
there since the year of the
great flood.

"We cannot pay for the roof
and the boilers," said the
mayor on the steps.""".split("\n")
RIGHT = """\
About sixty swimmers stood
outside with towels over
their shoulders, and some of
them sang until it was dark.

The baths close in June, and
the building will be offered
for sale in the autumn, when
the club moves to Tenby
Street.""".split("\n")
TABLE = """\
Baths        412,000      398,000
Roads        1,204,000    1,310,000
Libraries    310,500      310,500
Parks        98,000       97,000
Lamps        12,000       11,000
Drains       64,000       66,000
Quay         70,000       72,000"""
LIST = "\n".join(f"{name:<24}See page {number} of this paper" for number, name in enumerate("abcdefgh", 3))


def beside(left: list[str], right: list[str]) -> str:
    return "\n".join(f"{one:<32}{other}".rstrip() for one, other in zip_longest(left, right, fillvalue=""))


def texts_of(text: str) -> list[str]:
    return [line.text for line in in_reading_order(split_lines(text, 1))]


def words_of(column: list[str]) -> list[str]:
    return [line for line in column if line]


@pytest.mark.parametrize(("left", "right"), [(LEFT, RIGHT), (LEFT[:-2], RIGHT), (LEFT, RIGHT[:-2])])
def test_the_left_column_is_read_before_the_right_one(left: list[str], right: list[str]) -> None:
    text = f"THE BATHS ARE CLOSED\n\n                By Ada Quill\n\n{beside(left, right)}\n\nThe end of the page\n"
    assert texts_of(text) == [
        "THE BATHS ARE CLOSED",
        "By Ada Quill",
        *words_of(left),
        *words_of(right),
        "The end of the page",
    ]


def test_a_blank_row_in_one_column_divides_its_paragraphs() -> None:
    right = [*RIGHT[:3], "", *RIGHT[3:]]
    lines = in_reading_order(split_lines(beside(LEFT, right), 1))
    gaps = {line.text: line.gap for line in lines}
    assert (gaps[RIGHT[3]], gaps[LEFT[7]], gaps[RIGHT[0]]) == (1, 1, 1)


@pytest.mark.parametrize("text", [TABLE, LIST, "\n".join(LEFT), ""], ids=["table", "list", "one column", "nothing"])
def test_tables_lists_and_single_columns_stay_as_they_are(text: str) -> None:
    lines = split_lines(text, 1)
    assert list(in_reading_order(lines)) == lines


@given(
    st.lists(st.text(alphabet="ab A.\t ", max_size=40), max_size=20),
    st.lists(st.text(alphabet="ab .", max_size=30), max_size=20),
)
def test_no_word_is_lost(left: list[str], right: list[str]) -> None:
    lines = split_lines(beside(left, right), 1)
    words = sorted(word for line in lines for word in line.text.split())
    assert sorted(word for line in in_reading_order(lines) for word in line.text.split()) == words
