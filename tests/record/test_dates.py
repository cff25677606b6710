"""Dates of every precision: how they are read, written and ordered."""

import datetime
import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsgen.record.dates import PartialDate, parse_date


def write_zone(minutes: int) -> str:
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


ZONES = st.sampled_from(["", "Z"]) | st.integers(-14 * 60, 14 * 60).map(write_zone)
CLOCKS = st.builds(
    lambda time, zone: time.replace(microsecond=0).isoformat() + zone,
    st.times(),
    ZONES,
)
WHOLE = st.dates().map(lambda day: PartialDate(day.year, day.month, day.day))
DATES = (
    st.builds(PartialDate, st.integers(1, 9999))
    | st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12))
    | WHOLE
    | st.builds(lambda day, clock: PartialDate(day.year, day.month, day.day, clock), WHOLE, CLOCKS)
)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1998", PartialDate(1998)),
        ("2014-02", PartialDate(2014, 2)),
        ("2014-2", PartialDate(2014, 2)),
        ("2014-02-03", PartialDate(2014, 2, 3)),
        ("2014-2-3", PartialDate(2014, 2, 3)),
        ("  2014-02-03\n", PartialDate(2014, 2, 3)),
        ("2024-02-29", PartialDate(2024, 2, 29)),
        ("0001-01-01", PartialDate(1, 1, 1)),
        ("9999-12-31", PartialDate(9999, 12, 31)),
        ("2014-02-03 07:15", PartialDate(2014, 2, 3, "07:15:00")),
        ("2014-02-03T07:15", PartialDate(2014, 2, 3, "07:15:00")),
        ("2014-02-03 7:15", PartialDate(2014, 2, 3, "07:15:00")),
        ("2014-02-03   07:15:08", PartialDate(2014, 2, 3, "07:15:08")),
        ("2014-02-03 00:00", PartialDate(2014, 2, 3, "00:00:00")),
        ("2014-02-03 23:59:59", PartialDate(2014, 2, 3, "23:59:59")),
        ("2014-02-03T07:15:08.123456Z", PartialDate(2014, 2, 3, "07:15:08Z")),
        ("2014-02-03 07:15 UTC", PartialDate(2014, 2, 3, "07:15:00Z")),
        ("2014-02-03 07:15 +01:00", PartialDate(2014, 2, 3, "07:15:00+01:00")),
        ("2014-02-03 07:15-0530", PartialDate(2014, 2, 3, "07:15:00-05:30")),
        ("2014-02-03 07:15 +1", PartialDate(2014, 2, 3, "07:15:00+01:00")),
        ("2014-02-03 07:15 -3:30", PartialDate(2014, 2, 3, "07:15:00-03:30")),
        ("2014-02-03 07:15 +14", PartialDate(2014, 2, 3, "07:15:00+14:00")),
    ],
)
def test_a_date_is_read_at_its_own_precision(text: str, date: PartialDate) -> None:
    assert parse_date(text) == date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "3 February 2014",
        "02/03/2014",
        "2014/02/03",
        "20140203",
        "2014-02-",
        "2014-02-030",
        "2014-02-03T",
        "2014-02-03 07",
        "2014-02-03 07:5",
        "2014-02-03 07:15 PST",
        "2014-02-03 07:15 Z+01",
        "2014-02 07:15",
        "-2014",
        "2014-02-03 and more",
    ],
)
def test_other_text_is_not_a_date(text: str) -> None:
    with pytest.raises(ValueError, match="not a date") as failed:
        parse_date(text)
    assert str(failed.value) == f"not a date: {text!r}"


@pytest.mark.parametrize("text", ["2014-00", "2014-0", "2014-00-05", "2014-02-00"])
def test_months_and_days_count_from_one(text: str) -> None:
    with pytest.raises(ValueError, match="count") as failed:
        parse_date(text)
    assert str(failed.value) == "months and days count from 1"


# These messages are Python's, and differ a little between its versions.
@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("0000", "year"),
        ("2014-13", "month"),
        ("2014-02-29", "day"),
        ("2014-04-31", "day"),
        ("2014-02-03 24:00", "hour"),
        ("2014-02-03 07:60", "minute"),
        ("2014-02-03 07:15:60", "second"),
    ],
)
def test_an_impossible_date_or_time_is_refused(text: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        parse_date(text)


@pytest.mark.parametrize("zone", ["+24:00", "+25", "-99:00", "+01:60", "+0199"])
def test_an_impossible_offset_is_refused(zone: str) -> None:
    text = f"2014-02-03 07:15 {zone}"
    with pytest.raises(ValueError, match="not a date") as failed:
        parse_date(text)
    assert str(failed.value) == f"not a date: {text!r}"


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (PartialDate(1998), "1998"),
        (PartialDate(45), "0045"),
        (PartialDate(2014, 2), "2014-02"),
        (PartialDate(2014, 2, 3), "2014-02-03"),
        (PartialDate(2014, 2, 3, "07:15:00+01:00"), "2014-02-03T07:15:00+01:00"),
    ],
)
def test_a_date_is_written_at_its_own_precision(date: PartialDate, text: str) -> None:
    assert str(date) == text


@given(DATES)
@example(PartialDate(1))
@example(PartialDate(9999, 12, 31, "23:59:59-14:00"))
def test_a_written_date_is_read_as_the_same_date(date: PartialDate) -> None:
    assert parse_date(str(date)) == date


@given(st.text() | st.from_regex(r"\d{4}-\d{1,2}-\d{1,2}[T ]\d{1,2}:\d\d(:\d\d)?( ?[+-]\d{1,4})?", fullmatch=True))
def test_no_text_raises_anything_but_a_value_error(text: str) -> None:
    try:
        date = parse_date(text)
    except ValueError:
        return
    assert parse_date(str(date)) == date


@given(WHOLE, WHOLE)
def test_whole_dates_are_ordered_as_their_iso_text(one: PartialDate, other: PartialDate) -> None:
    assert (one < other) == (str(one) < str(other))


@given(DATES, DATES)
def test_dates_of_any_precision_are_totally_ordered(one: PartialDate, other: PartialDate) -> None:
    assert (one < other) + (other < one) + (one == other) == 1


def test_an_unknown_part_comes_before_every_known_one() -> None:
    dates = [
        PartialDate(1998),
        PartialDate(2014),
        PartialDate(2014, 1),
        PartialDate(2014, 1, 1),
        PartialDate(2014, 1, 1, "00:00:00"),
        PartialDate(2014, 1, 1, "07:15:00"),
        PartialDate(2014, 1, 2),
        PartialDate(2014, 2),
    ]
    assert sorted(random.Random(1).sample(dates, len(dates))) == dates


@pytest.mark.parametrize(
    ("year", "month", "day", "wrong"),
    [(2014, 2, 30, "day"), (2014, 13, 0, "month"), (0, 0, 0, "year"), (10_000, 0, 0, "year")],
)
def test_a_partial_date_must_exist_in_the_calendar(year: int, month: int, day: int, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        PartialDate(year, month, day)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(ValueError, match="month"):
        PartialDate(2014, 0, 5)


def test_a_time_needs_its_day() -> None:
    with pytest.raises(ValueError, match="day"):
        PartialDate(2014, 2, 0, "07:15:00")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1998", datetime.date(1998, 1, 1)),
        ("2014-02", datetime.date(2014, 2, 1)),
        ("2014-02-03", datetime.date(2014, 2, 3)),
        ("2014-02-03 23:30 -05:00", datetime.date(2014, 2, 3)),
    ],
)
def test_an_unknown_day_is_the_first_of_its_month_or_year(text: str, day: datetime.date) -> None:
    assert parse_date(text).day_or_first() == day


@pytest.mark.parametrize(("text", "month"), [("2024-02-03 07:15", "2024-02"), ("2024-02", "2024-02"), ("1998", "1998")])
def test_a_date_without_its_day_is_its_month(text: str, month: str) -> None:
    assert parse_date(text).without_day() == parse_date(month)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("1998", "1998-01-01T00:00:00Z"),
        ("2014-02", "2014-02-01T00:00:00Z"),
        ("2014-02-03", "2014-02-03T00:00:00Z"),
        ("2014-02-03 07:15", "2014-02-03T07:15:00Z"),
        ("2014-02-03 07:15Z", "2014-02-03T07:15:00Z"),
        ("2014-02-03 07:15 +01:00", "2014-02-03T07:15:00+01:00"),
        ("2014-02-03 07:15 -05:30", "2014-02-03T07:15:00-05:30"),
    ],
)
def test_an_instant_is_the_earliest_that_the_date_can_mean(text: str, instant: str) -> None:
    assert parse_date(text).instant() == instant


@given(DATES)
def test_every_instant_has_a_zone(date: PartialDate) -> None:
    instant = datetime.datetime.fromisoformat(date.instant())
    assert instant.tzinfo is not None
    assert instant.date() == date.day_or_first()
