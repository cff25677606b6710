"""Articles with nearly the same text."""

from newsgen.commands.check.rules.duplicates import find_duplicates
from newsgen.errors import Problem
from tests.support.checking import STORY, a_fact, in_order

WHY = "Readers would find one story twice."
MEND = "Keep the better one; if it is a later version, say so in its dek or its corrections."


def test_each_later_article_is_told_with_the_earlier_one_that_it_is_most_like() -> None:
    longer = f"{STORY} So the gulls stayed, and nobody was sorry."
    facts = in_order(
        a_fact("c.md", longer, published="2020-03-03"),
        a_fact("a.md", STORY, published="2020-03-01"),
        a_fact("b.md", longer, published="2020-03-02"),
        a_fact("d.md", "Another story, of crabs. " * 20, published="2020-03-02"),
    )
    assert list(find_duplicates(facts)) == [
        Problem("articles/b.md", 0, "has a text that is about 75% the same as that of articles/a.md", WHY, MEND),
        Problem("articles/c.md", 0, "has the same text as articles/b.md", WHY, MEND),
    ]


def test_different_and_short_texts_are_left_alone() -> None:
    facts = [
        a_fact("a.md", STORY),
        a_fact("b.md", "Crabs walk sideways. " * 20),
        a_fact("c.md", "Gone."),
        a_fact("d.md", "Gone."),
    ]
    assert list(find_duplicates(facts)) == []
    assert list(find_duplicates([])) == []
