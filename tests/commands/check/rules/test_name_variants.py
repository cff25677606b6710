"""Two spellings of one name, and names that only look alike."""

import pytest

from newsgen.commands.check.rules.name_variants import find_spellings
from newsgen.errors import Problem
from tests.support.checking import a_fact

WHY = "If they are one, each has half of the articles on a page of its own."


@pytest.mark.parametrize(
    ("usual", "rare"),
    [
        ("Nadia Sorrenby", "Nadia Sorenby"),
        ("Nadia Sorrenby", "Nadia Sorrenbi"),
        ("Nadia Sorrenby", "Nadia Sorernby"),
        ("Zoë Marlesby", "Zoe Marlesby"),
        ("J. Ray", "J Ray"),
    ],
)
def test_the_rarer_spelling_is_told_where_it_stands_first(usual: str, rare: str) -> None:
    facts = [a_fact(f"{number}.md", byline=(usual,)) for number in range(4)]
    assert list(find_spellings([*facts, a_fact("x.md", byline=(rare,)), a_fact("y.md")])) == [
        Problem(
            "articles/x.md",
            2,
            f'writes the author "{rare}", and 4 articles "{usual}"',
            WHY,
            "Write both alike; authors: and section_names: in site.yaml do it for all articles.",
        )
    ]


def test_tags_and_sections_are_looked_at_too() -> None:
    facts = [a_fact(f"{number}.md", tags=("élections",), section="Environment") for number in range(3)]
    told = find_spellings([*facts, a_fact("x.md", tags=("elections",), section="Enviroment")])
    assert [(problem.message, problem.fix) for problem in told] == [
        ('writes the tag "elections", and 3 articles "élections"', "Write both alike."),
        (
            'writes the section "Enviroment", and 3 articles "Environment"',
            "Write both alike; authors: and section_names: in site.yaml do it for all articles.",
        ),
    ]


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("Nadia Sorrenby", "nadia sorrenby"),
        ("Ann Orr", "Ann Urr"),
        ("Budget 2019", "Budget 2018"),
        ("Bahn", "Bahr"),
        ("Nadia Sorrenby", "Ada Sorrenby"),
    ],
)
def test_names_that_newsgen_sees_as_one_or_that_are_two_are_left_alone(usual: str, other: str) -> None:
    facts = [a_fact(f"{number}.md", byline=(usual,)) for number in range(4)]
    assert list(find_spellings([*facts, a_fact("x.md", byline=(other,))])) == []


def test_two_names_that_are_both_frequent_are_two() -> None:
    facts = [a_fact(f"{number}.md", byline=("Maren Toller", "Karen Toller")) for number in range(4)]
    assert list(find_spellings(facts)) == []
