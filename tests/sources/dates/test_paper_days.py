"""Dates with an offset from UTC are placed on the paper's own day, and all others stay as they are."""

from zoneinfo import ZoneInfo

import pytest

from newsgen.record.article import Article, Correction, Withdrawal
from newsgen.record.dates import PartialDate, parse_date
from newsgen.sources.dates.paper_days import place_date, with_paper_days

DATES = [
    ("2020-03-02T01:30:00Z", "America/New_York", "2020-03-01T20:30:00-05:00"),
    ("2020-07-02T01:30:00Z", "America/New_York", "2020-07-01T21:30:00-04:00"),
    ("2020-03-01T23:30:00Z", "Asia/Tokyo", "2020-03-02T08:30:00+09:00"),
    ("2020-03-01T20:30:00-05:00", "America/New_York", "2020-03-01T20:30:00-05:00"),
    ("2020-03-01T20:30:00-05:00", "UTC", "2020-03-02T01:30:00Z"),
    ("2020-07-01T10:00:00+02:00", "Europe/London", "2020-07-01T09:00:00+01:00"),
    ("1880-01-01T12:00:00Z", "America/New_York", "1880-01-01T07:04:00-04:56"),
    ("0001-01-01T00:00:00Z", "America/New_York", "0001-01-01T00:00:00Z"),
    ("2020-03-02T01:30:00", "America/New_York", "2020-03-02T01:30:00"),
    ("2020-03-02", "America/New_York", "2020-03-02"),
    ("2020-03", "America/New_York", "2020-03"),
    ("2020", "America/New_York", "2020"),
]


@pytest.mark.parametrize(("date", "zone", "placed"), DATES)
def test_an_instant_is_placed_by_the_clocks_of_the_zone(date: str, zone: str, placed: str) -> None:
    once = place_date(parse_date(date), ZoneInfo(zone))
    assert str(once) == placed
    assert place_date(once, ZoneInfo(zone)) == once


EVENING, DAY = parse_date("2020-03-02T01:30:00Z"), parse_date("2020-03-01T20:30:00-05:00")


def test_every_date_of_an_article_is_placed() -> None:
    article = Article(
        path="a.md",
        headline="Mill",
        published=EVENING,
        updated=EVENING,
        corrections=(Correction("No", EVENING), Correction("Yes")),
        withdrawal=Withdrawal("withdrawn", "Untrue", EVENING),
    )
    assert with_paper_days(article, "America/New_York") == Article(
        path="a.md",
        headline="Mill",
        published=DAY,
        updated=DAY,
        corrections=(Correction("No", DAY), Correction("Yes")),
        withdrawal=Withdrawal("withdrawn", "Untrue", DAY),
    )


def test_without_a_time_zone_and_without_dates_nothing_changes() -> None:
    article = Article(path="a.md", headline="Mill", published=EVENING)
    assert with_paper_days(article, "") is article
    undated = Article(path="a.md", headline="Mill", withdrawal=Withdrawal("removed"))
    assert with_paper_days(undated, "Asia/Tokyo") == undated
    assert with_paper_days(Article(path="a.md", headline="Mill", published=PartialDate(2020)), "UTC").published == (
        PartialDate(2020)
    )
