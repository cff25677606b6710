from calendar import monthrange, weekday

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.pages.month_grid import Day, Grid, make_grid, shade_of
from newsgen.text.language.messages import first_weekday

YEARS, MONTHS = st.integers(1, 9999), st.integers(1, 12)


def numbers(grid: Grid) -> list[list[int]]:
    """The numbers of the days of each week; 0 for a day of another month."""
    return [[day.number if day else 0 for day in week] for week in grid]


def test_weeks_begin_with_the_languages_first_weekday() -> None:
    assert {language: numbers(make_grid(2015, 2, {}, 0, language))[0] for language in ("en", "de", "ar")} == {
        "en": [1, 2, 3, 4, 5, 6, 7],
        "de": [0, 0, 0, 0, 0, 0, 1],
        "ar": [0, 1, 2, 3, 4, 5, 6],
    }


@pytest.mark.parametrize(
    ("year", "month", "language", "weeks"),
    [
        (2015, 2, "en", 4),
        (2015, 2, "de", 5),
        (2024, 9, "de", 6),
        (2024, 2, "de", 5),
    ],
)
def test_a_month_has_the_weeks_that_it_touches(year: int, month: int, language: str, weeks: int) -> None:
    assert len(make_grid(year, month, {}, 0, language)) == weeks


@pytest.mark.parametrize(("year", "last"), [(2023, 28), (2024, 29), (1900, 28), (2000, 29)])
def test_february_has_a_29th_in_leap_years_only(year: int, last: int) -> None:
    assert max(map(max, numbers(make_grid(year, 2, {}, 0, "en")))) == last


def test_a_day_with_articles_links_to_its_page() -> None:
    days = make_grid(987, 3, {"0987-03-04": 3, "0987-03-31": 1, "0988-03-05": 9}, 3, "de")
    assert [day for week in days for day in week if day and day.number in (4, 5, 31)] == [
        Day(4, 3, 4, "0987/03/04/index.html"),
        Day(5, 0, 0, ""),
        Day(31, 1, 2, "0987/03/31/index.html"),
    ]


@pytest.mark.parametrize(
    ("most", "shades"),
    [
        (1, {0: 0, 1: 4}),
        (2, {0: 0, 1: 2, 2: 4}),
        (3, {0: 0, 1: 2, 2: 3, 3: 4}),
        (8, {0: 0, 1: 1, 2: 1, 3: 2, 4: 2, 5: 3, 6: 3, 7: 4, 8: 4}),
        (100, {0: 0, 1: 1, 25: 1, 26: 2, 50: 2, 51: 3, 75: 3, 76: 4, 100: 4}),
        (0, {0: 0}),
    ],
)
def test_there_are_four_shades_of_equal_width(most: int, shades: dict[int, int]) -> None:
    assert {count: shade_of(count, most) for count in shades} == shades


@given(st.integers(1, 100_000).flatmap(lambda most: st.tuples(st.just(most), st.integers(1, most))))
def test_more_articles_never_give_a_lighter_shade(counts: tuple[int, int]) -> None:
    most, count = counts
    assert 1 <= shade_of(count, most) <= shade_of(most, most) == 4
    assert shade_of(count - 1, most) <= shade_of(count, most)


@given(YEARS, MONTHS, st.sampled_from(["en", "en-GB", "ar", "fa", "ja", "tlh"]))
def test_every_day_is_listed_once_under_its_weekday(year: int, month: int, language: str) -> None:
    grid = make_grid(year, month, {}, 0, language)
    assert all(len(week) == 7 for week in grid)
    assert all(any(week) for week in grid)
    places = {day.number: column for week in grid for column, day in enumerate(week) if day}
    assert list(places) == list(range(1, monthrange(year, month)[1] + 1))
    first = first_weekday(language)
    assert all((first + column) % 7 == weekday(year, month, number) for number, column in places.items())
