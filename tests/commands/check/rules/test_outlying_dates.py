"""Dates far from all others of their folder."""

from newsgen.commands.check.rules.outlying_dates import find_far_dates
from newsgen.errors import Problem
from tests.support.checking import a_fact

OTHERS = [a_fact(f"clips/{number}.md", published=f"{1987 + number % 4}-03-01") for number in range(12)]


def test_an_article_that_stands_apart_is_told() -> None:
    assert list(find_far_dates([*OTHERS, a_fact("clips/x.md", published="2009-03-01")])) == [
        Problem(
            "articles/clips/x.md",
            2,
            "is dated 2009, and the 12 others of its folder 1987 to 1990",
            "The date places the article in the calendar and in every list.",
            "Look up when it was published, and correct the date if it is wrong.",
        )
    ]


def test_what_is_near_elsewhere_or_one_of_many_is_left_alone() -> None:
    assert list(find_far_dates([*OTHERS, a_fact("clips/x.md", published="1996")])) == []
    assert list(find_far_dates([*OTHERS, a_fact("other/x.md", published="2009")])) == []
    assert list(find_far_dates([*OTHERS, *(a_fact(f"clips/x{n}.md", published="2009") for n in range(3))])) == []
    assert list(find_far_dates([*OTHERS[:5], a_fact("clips/x.md", published="2009"), a_fact("clips/y.md")])) == []
