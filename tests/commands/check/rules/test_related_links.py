"""Related articles that the archive does not have."""

import pytest

from newsgen.archive.archive import Archive
from newsgen.commands.check.rules.related_links import find_lost_related
from newsgen.errors import Problem
from newsgen.record.article import Link
from newsgen.settings.site import Site
from tests.support.checking import a_fact
from tests.support.records import an_article, make_index

SITE = Site(url="https://courant.example", original_url="http://www.old.example")


def lost(*links: Link) -> list[Problem]:
    archive = Archive(make_index([an_article("flood.md", headline="The flood: a night")], SITE))
    return list(find_lost_related([a_fact(related=links)], archive, SITE))


@pytest.mark.parametrize(
    "link",
    [Link("The fire"), Link("The fire", "/2014/fire.html"), Link("", "https://courant.example/2014/fire.html"),
     Link("", "https://old.example/fire")],
)  # fmt: skip
def test_what_the_archive_does_not_have_is_told_by_its_headline_or_address(link: Link) -> None:
    told = f'the related article "{link.headline or link.url}" is not in the archive'
    reason, fix = "Readers see it and cannot follow it.", "Correct it, put the article in, or take the line out."
    assert lost(link) == [Problem("articles/2024/ferry.md", 2, told, reason, fix)]


@pytest.mark.parametrize(
    "link",
    [Link("The Flood – A Night"), Link("Flood", "../flood.md"), Link("flood.md"), Link("", "https://x.example/")],
)
def test_what_it_has_and_what_is_of_others_is_left_alone(link: Link) -> None:
    assert lost(link) == []
