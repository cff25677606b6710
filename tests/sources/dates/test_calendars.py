import datetime

import pytest

from newsgen.record.dates import PartialDate
from newsgen.sources.dates.calendars import (
    from_buddhist,
    from_dangi,
    from_era,
    from_islamic,
    from_minguo,
    from_persian,
)


@pytest.mark.parametrize(
    ("date", "gregorian"),
    [
        ((1304, 1, 1), PartialDate(1925, 3, 21)),
        ((1305, 2, 4), PartialDate(1926, 4, 25)),
        ((1357, 11, 22), PartialDate(1979, 2, 11)),
        ((1393, 3, 15), PartialDate(2014, 6, 5)),
        ((1399, 12, 30), PartialDate(2021, 3, 20)),
        ((1400, 1, 1), PartialDate(2021, 3, 21)),
        ((1403, 1, 1), PartialDate(2024, 3, 20)),
        ((1403, 12, 30), PartialDate(2025, 3, 20)),
        ((1402, 12, 30), None),
        ((1393, 7, 31), None),
        ((1303, 1, 1), None),
        ((1393, 3, 0), None),
    ],
)
def test_a_persian_date_is_converted_from_the_law_of_1304_on(
    date: tuple[int, int, int], gregorian: PartialDate | None
) -> None:
    assert from_persian(*date) == gregorian


@pytest.mark.long
def test_persian_days_follow_each_other_without_a_gap() -> None:
    days = [
        date
        for year in range(1304, 1502)
        for month in range(1, 13)
        for day in range(1, 32)
        if (date := from_persian(year, month, day))
    ]
    first = datetime.date(1925, 3, 21)
    assert [date.day_or_first() for date in days] == [first + datetime.timedelta(days=n) for n in range(len(days))]


@pytest.mark.parametrize(
    ("date", "gregorian"),
    [
        ((2557, 6, 6), PartialDate(2014, 6, 6)),
        ((2557, 6, 0), PartialDate(2014, 6)),
        ((2484, 1, 1), PartialDate(1941, 1, 1)),
        ((2483, 12, 31), PartialDate(1940, 12, 31)),
        ((2480, 1, 6), None),
        ((2400, 6, 6), None),
        ((2558, 2, 29), None),
    ],
)
def test_a_thai_date_is_converted_where_its_year_is_certain(
    date: tuple[int, int, int], gregorian: PartialDate | None
) -> None:
    assert from_buddhist(*date) == gregorian


@pytest.mark.parametrize(
    ("date", "gregorian"),
    [
        ((1435, 8, 8), PartialDate(2014, 6)),
        ((1445, 9, 15), PartialDate(2024, 3)),
        ((1400, 1, 10), None),
        ((1435, 8, 31), None),
        ((1435, 13, 1), None),
    ],
)
def test_an_islamic_date_gives_its_month_where_no_reckoning_gives_another(
    date: tuple[int, int, int], gregorian: PartialDate | None
) -> None:
    assert from_islamic(*date) == gregorian


@pytest.mark.parametrize(
    ("era", "date", "gregorian"),
    [
        ("明治", (5, 12, 1), None),
        ("明治", (6, 1, 1), PartialDate(1873, 1, 1)),
        ("明治", (45, 7, 30), PartialDate(1912, 7, 30)),
        ("大正", (1, 7, 30), PartialDate(1912, 7, 30)),
        ("大正", (15, 12, 26), None),
        ("昭和", (64, 1, 7), PartialDate(1989, 1, 7)),
        ("昭和", (64, 1, 8), None),
        ("平成", (1, 1, 0), PartialDate(1989, 1)),
        ("平成", (31, 4, 30), PartialDate(2019, 4, 30)),
        ("平成", (31, 5, 1), None),
        ("令和", (1, 4, 30), None),
        ("令和", (6, 6, 6), PartialDate(2024, 6, 6)),
        ("令和", (0, 6, 6), None),
    ],
)
def test_a_date_of_a_japanese_era_lies_between_its_first_and_last_day(
    era: str, date: tuple[int, int, int], gregorian: PartialDate | None
) -> None:
    assert from_era(era, *date) == gregorian


def test_years_of_the_republic_and_of_dangun_are_converted() -> None:
    dates = [from_minguo(103, 6, 6), from_minguo(0, 6, 6), from_dangi(4292, 6, 6), from_dangi(292, 6, 6)]
    assert dates == [PartialDate(2014, 6, 6), None, PartialDate(1959, 6, 6), None]
