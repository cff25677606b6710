"""Related articles that the archive does not have."""

import pytest

from newsgen.archive.archive import Archive
from newsgen.commands.check.rules.related_links import find_missing_related
from newsgen.errors import Problem
from newsgen.record.article import Link
from newsgen.settings.site import Site
from tests.support.checking import some_facts
from tests.support.records import an_article, make_index


def lost(*links: Link) -> list[Problem]:
    archive = Archive(make_index([an_article("flood.md", headline="The flood: a night")], Site()))
    return list(find_missing_related([some_facts(related=links)], archive))


@pytest.mark.parametrize("name", ["The fire", "2014/fire.md"])
def test_a_missing_related_article_is_found(name: str) -> None:
    message = f'the related article "{name}" is not in the archive'
    reason, fix = "Readers see it and cannot follow it.", "Correct it, put the article in, or take the line out."
    assert lost(Link(name)) == [Problem("articles/2024/ferry.md", 2, message, reason, fix)]


@pytest.mark.parametrize(
    "link",
    [Link("The Flood – A Night"), Link("flood.md"), Link("", "/gone.html"), Link("Fire", "https://x.example/")],
)
def test_articles_of_the_archive_and_addresses_are_left_alone(link: Link) -> None:
    assert lost(link) == []
