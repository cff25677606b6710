import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.record.dates import PartialDate
from newsgen.sources.pasted.written_dates import find_date


@pytest.mark.parametrize(
    "text",
    [
        "12 March 2019",
        "Published 12 March 2019 at 07:15 GMT",
        "March 12, 2019",
        "Tue, Mar 12th 2019",
        "12 mars 2019",
        "le 12 mars 2019 à 7h15",
        "12. März 2019",
        "12 de marzo de 2019",
        "12 марта 2019 г.",
        "12 marca 2019",
        "١٢ مارس ٢٠١٩",
        "12 آذار 2019",
        "2019年3月12日",
        "2019년 3월 12일",
        "2019-03-12",
        "2019/3/12",
        "12.3.2019",
        "12.03.2019 07:15",
    ],
)
def test_a_date_is_read_in_many_languages(text: str) -> None:
    assert find_date(text) == PartialDate(2019, 3, 12)


@pytest.mark.parametrize(
    "text",
    ["3/4/2019", "20 hours ago", "March 2019", "Yesterday", "12 March", "Chapter 11", "31 February 2019", "2019"],
)
def test_an_ambiguous_or_incomplete_date_is_not_read(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    ("text", "date"), [("13/4/2019", PartialDate(2019, 4, 13)), ("4/13/2019", PartialDate(2019, 4, 13))]
)
def test_a_day_above_twelve_decides_the_order(text: str, date: PartialDate) -> None:
    assert find_date(text) == date


def test_a_month_name_with_two_meanings_is_not_read() -> None:
    """ "Listopad" is October in Croatian and November in Czech and Polish."""
    assert find_date("12 listopad 2019") is None


@given(st.text())
def test_no_text_raises(text: str) -> None:
    find_date(text)
