"""Headlines of one case among others."""

import pytest

from newsgen.commands.check.rules.headline_case import find_odd_case
from newsgen.errors import Problem
from tests.support.checking import some_facts

OTHERS = [some_facts(f"{number}.md", headline=f"Ferry returns for the {number}th time") for number in range(9)]


@pytest.mark.parametrize(
    ("headline", "case"),
    [
        ("FERRY RETURNS AT LAST", "in capitals only"),
        ("ferry returns at last", "in small letters only"),
        ("ПАРОМ ВЕРНУЛСЯ В ГАВАНЬ", "in capitals only"),
    ],
)
def test_a_headline_of_one_case_is_found(headline: str, case: str) -> None:
    assert list(find_odd_case([*OTHERS, some_facts(headline=headline)])) == [
        Problem(
            "articles/2024/ferry.md",
            2,
            f'has a headline {case}: "{headline}"',
            "Among the others it looks like a mistake, and screen readers may spell capitals out.",
            "Write it as the other headlines are.",
        )
    ]


@pytest.mark.parametrize(
    "headline", ["NATO", "NATO UN EU", "6 ways to mend a net", "عادت العبّارة إلى الميناء اليوم", "iPhone"]
)
def test_other_headlines_are_left_alone(headline: str) -> None:
    assert list(find_odd_case([*OTHERS, some_facts(headline=headline)])) == []


def test_the_papers_own_style_is_left_alone() -> None:
    loud = [some_facts(f"loud-{number}.md", headline=f"FERRY RETURNS AGAIN {number}") for number in range(5)]
    assert list(find_odd_case([*OTHERS, *loud])) == []
    assert list(find_odd_case([])) == []
