"""Two spellings of one name, and names that are only similar."""

import pytest

from newsgen.commands.check.rules.name_variants import find_name_variants
from newsgen.errors import Problem
from tests.support.checking import some_facts

REASON = "If they are one, each has half of the articles on a page of its own."


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
def test_the_rarer_spelling_is_found_in_its_first_article(usual: str, rare: str) -> None:
    facts = [some_facts(f"{number}.md", byline=(usual,)) for number in range(4)]
    assert list(find_name_variants([*facts, some_facts("x.md", byline=(rare,)), some_facts("y.md")])) == [
        Problem(
            "articles/x.md",
            2,
            f'writes the author "{rare}", and 4 articles "{usual}"',
            REASON,
            "Write both alike; authors: and section_names: in site.yaml do it for all articles.",
        )
    ]


def test_tags_and_sections_are_compared_too() -> None:
    facts = [some_facts(f"{number}.md", tags=("élections",), section="Environment") for number in range(3)]
    problems = find_name_variants([*facts, some_facts("x.md", tags=("elections",), section="Enviroment")])
    assert [(problem.message, problem.fix) for problem in problems] == [
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
def test_equal_and_different_names_are_left_alone(usual: str, other: str) -> None:
    facts = [some_facts(f"{number}.md", byline=(usual,)) for number in range(4)]
    assert list(find_name_variants([*facts, some_facts("x.md", byline=(other,))])) == []


def test_two_frequent_names_are_different_names() -> None:
    facts = [some_facts(f"{number}.md", byline=("Maren Toller", "Karen Toller")) for number in range(4)]
    assert list(find_name_variants(facts)) == []
