"""Dates far from all others of their folder."""

from newsgen.commands.check.rules.outlying_dates import find_outlying_dates
from newsgen.errors import Problem
from tests.support.checking import some_facts

OTHERS = [some_facts(f"clips/{number}.md", published=f"{1987 + number % 4}-03-01") for number in range(12)]


def test_an_outlier_is_found() -> None:
    assert list(find_outlying_dates([*OTHERS, some_facts("clips/x.md", published="2009-03-01")])) == [
        Problem(
            "articles/clips/x.md",
            2,
            "is dated 2009, and the 12 others of its folder 1987 to 1990",
            "The date places the article in the calendar and in every list.",
            "Look up when it was published, and correct the date if it is wrong.",
        )
    ]


def test_near_dates_other_folders_and_larger_groups_are_left_alone() -> None:
    assert list(find_outlying_dates([*OTHERS, some_facts("clips/x.md", published="1996")])) == []
    assert list(find_outlying_dates([*OTHERS, some_facts("other/x.md", published="2009")])) == []
    assert (
        list(find_outlying_dates([*OTHERS, *(some_facts(f"clips/x{n}.md", published="2009") for n in range(3))])) == []
    )
    assert (
        list(find_outlying_dates([*OTHERS[:5], some_facts("clips/x.md", published="2009"), some_facts("clips/y.md")]))
        == []
    )
