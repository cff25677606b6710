"""One headline over two articles of a day."""

from newsgen.commands.check.rules.repeated_headlines import find_repeated_headlines
from newsgen.errors import Problem
from tests.support.checking import STORY, in_order, some_facts

OTHER = "Crabs walk sideways along the quay. " * 10


def test_the_later_of_two_is_found() -> None:
    first = some_facts("a.md", STORY, headline="In brief", published="2020-03-01 07:00")
    second = some_facts("b.md", OTHER, headline="IN BRIEF", published="2020-03-01 08:00")
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
        some_facts("a.md", STORY, headline="In brief", published="2020-03-01"),
        some_facts("b.md", OTHER, headline="In brief", published="2020-03-02"),
        some_facts("c.md", OTHER, headline="In brief", published="2020-03-01", language="fr"),
        some_facts("d.md", STORY, headline="In brief", published="2020-03-01"),
        some_facts("e.md", OTHER, headline="In brief", published="2020-03"),
        some_facts("f.md", OTHER, headline="In brief"),
    )
    assert list(find_repeated_headlines(facts)) == []
