"""Dates that can hardly be right, and dates that can."""

from typing import Any

import pytest

from newsgen.commands.check.rules.implausible_dates import find_implausible_dates
from newsgen.errors import Problem
from newsgen.record.article import Correction
from newsgen.record.dates import PartialDate, parse_date
from tests.support.checking import a_subject

REASON = "The date places the article in the calendar and in every list."
FIX = "Look up when it was published, and correct the one that is wrong."


def test_a_future_date_is_found_with_its_line() -> None:
    assert list(find_implausible_dates(a_subject(published="2042-03-01", path="ferry.md"))) == [
        Problem("articles/ferry.md", 2, "is dated 2042-03-01, which is still to come", REASON, FIX)
    ]


@pytest.mark.parametrize(
    ("path", "fields", "message"),
    [
        ("a.md", {"published": "1204-03-01"}, "is dated 1204-03-01, before there were newspapers"),
        ("a.md", {"published": "2020", "updated": "2025"}, "is dated 2025, which is still to come"),
        (
            *("a.md", {"published": "2020-03-05", "updated": "2020-03-04"}),
            "was updated on 2020-03-04, before it was published on 2020-03-05",
        ),
        (
            *("a.md", {"published": "2020-03", "corrections": (Correction("x", PartialDate(2019)),)}),
            "was corrected on 2019, before it was published on 2020-03",
        ),
        ("2019-03-01-a.md", {"published": "2020-03-01"}, "is dated 2020-03-01, and its name says 2019-03-01"),
        ("2019/a.md", {"published": "2020-03-01 07:15"}, "is dated 2020-03-01, and its folder says 2019"),
        (
            *("a.md", {"published": "2020-03-01", "original_url": "https://x.example/2020/05/02/a/"}),
            "is dated 2020-03-01, and its old address says 2020-05-02",
        ),
    ],
)
def test_implausible_dates_are_found(path: str, fields: dict[str, Any], message: str) -> None:
    assert [problem.message for problem in find_implausible_dates(a_subject(path=path, **fields))] == [message]


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("2020/a.md", {}),
        ("a.md", {"published": "2024-06-02"}),
        ("a.md", {"published": "2020-03-05 09:00", "updated": "2020-03-05 07:00"}),
        ("a.md", {"published": "2020-03", "updated": "2020"}),
        ("2019-03-01-a.md", {"published": "2019-03-06"}),
        ("2019/a.md", {"published": "2020-01-02"}),
        ("2019-12-a.md", {"published": "2020-01-02"}),
        ("2019/03/a.md", {"published": "2019"}),
        ("20191301-a.md", {"published": "2011-01-01"}),
        ("2019-02-31-a.md", {"published": "2019-03-01"}),
        ("a.md", {"published": "2020", "corrections": (Correction("x"),)}),
        ("a.md", {"published": "2020-03-01", "original_url": "https://x.example/2020/"}),
    ],
)
def test_dates_that_agree_as_far_as_they_are_known_are_left_alone(path: str, fields: dict[str, Any]) -> None:
    assert list(find_implausible_dates(a_subject(path=path, **fields))) == []


def test_tomorrow_is_accepted_for_time_zones_in_the_east() -> None:
    assert list(find_implausible_dates(a_subject(published=parse_date("2024-06-03")))) != []
