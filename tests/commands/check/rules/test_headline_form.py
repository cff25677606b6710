"""Headlines that look like sentences or paragraphs."""

import pytest

from newsgen.commands.check.rules.headline_form import find_odd_form
from newsgen.errors import Problem
from tests.support.checking import some_facts

OTHERS = [some_facts(f"{number}.md", headline=f"Ferry returns for the {number}th time") for number in range(9)]


def test_a_full_stop_is_found() -> None:
    headline = "The ferry came back to the harbour."
    assert list(find_odd_form([*OTHERS, some_facts(headline=headline)])) == [
        Problem(
            "articles/2024/ferry.md",
            2,
            f'has a headline that ends in a full stop: "{headline}"',
            "It may be the dek or the first sentence.",
            "Write the headline, or take the full stop off.",
        )
    ]


def test_a_paragraph_is_found() -> None:
    assert list(find_odd_form([*OTHERS, some_facts(headline="Ferry " * 40)])) == [
        Problem(
            "articles/2024/ferry.md",
            2,
            f'has a headline of 240 characters: "{"Ferry " * 10}…"',
            "It fills whole screens in lists, and may be a paragraph.",
            "Write a shorter one, and the rest as dek.",
        )
    ]


@pytest.mark.parametrize(
    "headline",
    [
        "Ferry returns to Port Ellery Inc.",
        "Ferry stays in the U.S.",
        "And then…",
        "And then...",
        "Ferry bought by Sorrel Corp.",
        "New boats. New crews.",
        "Will it return?",
    ],
)
def test_other_endings_are_left_alone(headline: str) -> None:
    assert list(find_odd_form([*OTHERS, some_facts(headline=headline)])) == []


def test_the_papers_own_style_is_left_alone() -> None:
    stopped = [some_facts(f"stopped-{number}.md", headline="The ferry came back.") for number in range(5)]
    assert list(find_odd_form([*OTHERS, *stopped])) == []
    assert list(find_odd_form([])) == []
