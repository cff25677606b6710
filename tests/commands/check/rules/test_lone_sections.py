"""Sections of a single article."""

from newsgen.commands.check.rules.lone_sections import find_lone_sections
from newsgen.errors import Problem
from tests.support.checking import some_facts


def test_the_only_article_of_a_section_is_found() -> None:
    facts = [some_facts(f"{number}.md", section=("News", "Sport")[number % 2]) for number in range(20)]
    assert list(find_lone_sections([*facts, some_facts(section="Newz"), some_facts("b.md")])) == [
        Problem(
            "articles/2024/ferry.md",
            2,
            'is the only article in the section "Newz"',
            "A list of one article helps nobody, and stands in the menu beside the others.",
            "Put it into another section, and make this name a tag; section_names: in site.yaml does it for all.",
        )
    ]


def test_small_sites_and_collections_of_clips_are_left_alone() -> None:
    assert list(find_lone_sections([some_facts(f"{number}.md", section=f"S{number}") for number in range(19)])) == []
    assert list(find_lone_sections([some_facts(f"{number}.md", section=f"S{number}") for number in range(40)])) == []
