"""Articles with nearly the same text."""

from newsgen.commands.check.rules.duplicates import find_duplicates
from newsgen.errors import Problem
from tests.support.checking import STORY, in_order, some_facts

REASON = "Readers would find one story twice."
FIX = "Keep the better one; if it is a later version, say so in its dek or its corrections."


def test_each_later_article_is_found_with_the_most_similar_earlier_one() -> None:
    longer = f"{STORY} So the gulls stayed, and nobody was sorry."
    facts = in_order(
        some_facts("c.md", longer, published="2020-03-03"),
        some_facts("a.md", STORY, published="2020-03-01"),
        some_facts("b.md", longer, published="2020-03-02"),
        some_facts("d.md", "Another story, of crabs. " * 20, published="2020-03-02"),
    )
    assert list(find_duplicates(facts)) == [
        Problem("articles/b.md", 0, "has a text that is about 75% the same as that of articles/a.md", REASON, FIX),
        Problem("articles/c.md", 0, "has the same text as articles/b.md", REASON, FIX),
    ]


def test_different_and_short_texts_are_left_alone() -> None:
    facts = [
        some_facts("a.md", STORY),
        some_facts("b.md", "Crabs walk sideways. " * 20),
        some_facts("c.md", "Gone."),
        some_facts("d.md", "Gone."),
    ]
    assert list(find_duplicates(facts)) == []
    assert list(find_duplicates([])) == []
