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


def test_newspapers_places_and_people_are_compared_too() -> None:
    usual = {"places": ("Westmark",), "people": ("Zoë Marlesby",)}
    rare = {"places": ("Westmarc",), "people": ("Zoe Marlesby",)}
    facts = [some_facts(f"{number}.md", publication="Lenne Herald", groups=usual) for number in range(3)]
    problems = find_name_variants([*facts, some_facts("x.md", publication="Lene Herald", groups=rare)])
    assert [(problem.message, problem.fix) for problem in problems] == [
        (f'writes the {noun} "{rare}", and 3 articles "{usual}"', "Write both alike.")
        for noun, rare, usual in (
            ("newspaper", "Lene Herald", "Lenne Herald"),
            ("place", "Westmarc", "Westmark"),
            ("person", "Zoe Marlesby", "Zoë Marlesby"),
        )
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
