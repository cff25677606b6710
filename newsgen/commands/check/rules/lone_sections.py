"""Sections of a single article: mostly a misspelt section, or a tag in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgen.archive.memberships import normalised_name
from newsgen.commands.check.facts import ArticleFacts
from newsgen.errors import Problem

# Articles below which a site may well have one in a section.
_FEWEST = 20


def find_lone_sections(articles: Sequence[ArticleFacts]) -> Iterator[Problem]:
    """The only articles of their sections."""
    if len(articles) < _FEWEST:
        return
    members: dict[str, list[ArticleFacts]] = {}
    for article in articles:
        if article.section:
            members.setdefault(normalised_name(article.section), []).append(article)
    lone = [section[0] for section in members.values() if len(section) == 1]
    # If most sections have one article, the collection is one of single clips.
    if len(lone) * 2 > len(members):
        return
    for article in lone:
        yield article.problem_of(
            "section",
            f'is the only article in the section "{article.section}"',
            "A list of one article helps nobody, and stands in the menu beside the others.",
            "Put it into another section, and make this name a tag; section_names: in site.yaml does it for all.",
        )
