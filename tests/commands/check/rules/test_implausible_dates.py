"""Dates that can hardly be right, and dates that are."""

from typing import Any

import pytest

from newsgen.commands.check.rules.implausible_dates import find_odd_dates
from newsgen.errors import Problem
from newsgen.record.article import Correction
from newsgen.record.dates import PartialDate, parse_date
from tests.support.checking import a_text

WHY = "The date places the article in the calendar and in every list."
MEND = "Look up when it was published, and correct the one that is wrong."


def test_a_date_to_come_is_told_with_its_line() -> None:
    assert list(find_odd_dates(a_text(published="2042-03-01", path="ferry.md"))) == [
        Problem("articles/ferry.md", 2, "is dated 2042-03-01, which is still to come", WHY, MEND)
    ]


@pytest.mark.parametrize(
    ("path", "fields", "told"),
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
def test_odd_dates_are_told(path: str, fields: dict[str, Any], told: str) -> None:
    assert [problem.message for problem in find_odd_dates(a_text(path=path, **fields))] == [told]


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
    assert list(find_odd_dates(a_text(path=path, **fields))) == []


def test_a_day_of_grace_is_left_for_the_east() -> None:
    assert list(find_odd_dates(a_text(published=parse_date("2024-06-03")))) != []
