"""Sections of a single article: mostly a misspelt section, or a tag in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgen.archive.groups import normalised_name
from newsgen.commands.check.facts import ArticleFacts
from newsgen.errors import Problem

# Smaller sites may well have one article in a section.
_FEWEST = 20


def find_lone_sections(facts: Sequence[ArticleFacts]) -> Iterator[Problem]:
    """The articles that are alone in their sections."""
    if len(facts) < _FEWEST:
        return
    members: dict[str, list[ArticleFacts]] = {}
    for fact in facts:
        if fact.section:
            members.setdefault(normalised_name(fact.section), []).append(fact)
    lone = [section[0] for section in members.values() if len(section) == 1]
    # Where most are so, the collection is one of single clips.
    if len(lone) * 2 > len(members):
        return
    for fact in lone:
        yield fact.problem_of(
            "section",
            f'is the only article in the section "{fact.section}"',
            "A list of one article helps nobody, and stands in the menu beside the others.",
            "Put it into another section, and make this name a tag; section_names: in site.yaml does it for all.",
        )
