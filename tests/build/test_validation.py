"""Names of feeds that nothing has are told, with what was meant."""

from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.build.validation import check_feed_names
from newsgen.errors import NewsgenError
from newsgen.settings.feeds import FeedSettings
from newsgen.settings.site import Site
from tests.support.records import an_article, make_archive
from tests.support.site_builder import add_articles

ARTICLES = [an_article("a.md", section="Harbour", tags=("Tide", "ferry"), byline=("Ada Quill",))]


def test_names_in_any_spelling_are_found() -> None:
    feeds = FeedSettings(sections=("harbour",), tags=("TIDE",), authors=("ada quill",))
    check_feed_names(make_archive(ARTICLES, Site()), Site(feeds=feeds))
    check_feed_names(
        make_archive(ARTICLES, Site()), Site(feeds=FeedSettings(sections="all", tags="all", authors="all"))
    )


def test_every_name_that_nothing_has_is_told() -> None:
    feeds = FeedSettings(sections=("Harbor", "Harbour"), tags=("gale",), authors=("Ada Quil",))
    with pytest.raises(NewsgenError) as failed:
        check_feed_names(make_archive(ARTICLES, Site()), Site(feeds=feeds))
    reason = "    Its feed was asked for, and would not be there.\n"
    assert [str(problem) for problem in failed.value.problems] == [
        'site.yaml: feeds.authors names "Ada Quil", which no article has. Did you mean "Ada Quill"?\n'
        f"{reason}    Correct the name, or take it out of feeds.authors.",
        'site.yaml: feeds.sections names "Harbor", which no article has. Did you mean "Harbour"?\n'
        f"{reason}    Correct the name, or take it out of feeds.sections.",
        'site.yaml: feeds.tags names "gale", which no article has.\n'
        f"{reason}    Correct the name, or take it out of feeds.tags.",
    ]


def test_a_section_that_the_site_lists_may_be_empty() -> None:
    site = Site(sections=("Sport",), feeds=FeedSettings(sections=("sport",)))
    check_feed_names(make_archive(ARTICLES, site), site)


def test_a_build_stops_before_it_writes(tmp_path: Path) -> None:
    add_articles(tmp_path, range(2))
    (tmp_path / "site.yaml").write_text("feeds: {tags: [gale]}\n", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        build_site(tmp_path, BuildOptions(workers="1"))
    assert [problem.message for problem in failed.value.problems] == ['feeds.tags names "gale", which no article has.']
    assert not (tmp_path / "public").exists()
