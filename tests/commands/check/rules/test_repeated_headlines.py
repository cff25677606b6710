"""One headline over two articles of a day."""

from newsgen.commands.check.rules.repeated_headlines import find_repeated_headlines
from newsgen.errors import Problem
from tests.support.checking import STORY, a_fact, in_order

OTHER = "Crabs walk sideways along the quay. " * 10


def test_the_later_of_two_is_told() -> None:
    first = a_fact("a.md", STORY, headline="In brief", published="2020-03-01 07:00")
    second = a_fact("b.md", OTHER, headline="IN BRIEF", published="2020-03-01 08:00")
    assert list(find_repeated_headlines(in_order(second, first))) == [
        Problem(
            "articles/b.md",
            2,
            "has the headline of articles/a.md, which is of the same day",
            "In every list the two look like one story.",
            "Tell them apart in their headlines, or give both a kicker.",
        )
    ]


def test_other_days_other_languages_and_duplicates_are_left_alone() -> None:
    facts = in_order(
        a_fact("a.md", STORY, headline="In brief", published="2020-03-01"),
        a_fact("b.md", OTHER, headline="In brief", published="2020-03-02"),
        a_fact("c.md", OTHER, headline="In brief", published="2020-03-01", language="fr"),
        a_fact("d.md", STORY, headline="In brief", published="2020-03-01"),
        a_fact("e.md", OTHER, headline="In brief", published="2020-03"),
        a_fact("f.md", OTHER, headline="In brief"),
    )
    assert list(find_repeated_headlines(facts)) == []
