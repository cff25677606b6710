"""The dates of articles as numbers, and the dates that queries ask for."""

from datetime import date, timedelta

import pytest

from newsgen.search.format.dates import YEAR_ONLY, AskedDate, code_of_date, day_of_code, read_date


@pytest.mark.parametrize(
    ("published", "code", "day"),
    [
        ("2024-03-01", 61, 61),
        ("2023-12-31 07:15", 365, 365),
        ("2024-12-31", 366, 366),
        ("2024-01", 367, 0),
        ("2024-12", 378, 0),
        ("2024", YEAR_ONLY, 0),
        ("", YEAR_ONLY, 0),
    ],
)
def test_dates_are_numbers(published: str, code: int, day: int) -> None:
    assert (code_of_date(published), day_of_code(code_of_date(published))) == (code, day)


@pytest.mark.parametrize(
    ("numbers", "asked"),
    [
        (["2024"], AskedDate(2024)),
        (["2024", "3"], AskedDate(2024, 3)),
        (["2024", "02", "29"], AskedDate(2024, 2, 29)),
        (["2023", "02", "29"], None),
        (["2023", "13"], None),
        (["2023", "0"], None),
        (["2023", "00", "01"], None),
        (["2023", "01", "00"], None),
        (["0000"], None),
    ],
)
def test_only_days_of_the_calendar_are_dates(numbers: list[str], asked: AskedDate | None) -> None:
    assert read_date(numbers) == asked


@pytest.mark.parametrize("year", [2023, 2024, 1900, 1])
def test_every_day_is_in_its_month_and_year_only(year: int) -> None:
    day = date(year, 1, 1)
    while day.year == year and day < date(year, 12, 31):
        code = code_of_date(day.isoformat())
        months = [month for month in range(1, 13) if AskedDate(year, month).includes(code)]
        assert months == [day.month]
        assert AskedDate(year, day.month, day.day).includes(code)
        assert not AskedDate(year, day.month, day.day).includes(code + 1)
        day += timedelta(1)
    assert AskedDate(year).includes(YEAR_ONLY)
    assert not AskedDate(year).includes(0)
    assert AskedDate(year, 3).includes(code_of_date(f"{year:04}-03"))
    assert not AskedDate(year, 3).includes(YEAR_ONLY)
