import uuid
from collections.abc import Sequence
from typing import Any

import pytest

from newsgen.pages.feeds.feed import plan_group_feed
from newsgen.pages.page import Page
from newsgen.record.article import Article
from newsgen.settings.feeds import FeedSettings
from newsgen.settings.site import Site
from tests.support.feeds import SITE, plan_site
from tests.support.records import an_article, daily_articles, make_archive
from tests.support.rendering import render, texts
from tests.support.validators import check_atom, check_json_feed

AUTHORS_AND_SECTIONS = ("sections/sea-sky", "sections/wind", "authors/ada-quill")
GROUPED = [
    *daily_articles(5, section="Sea & Sky", tags=("tide",), byline=("Ada Quill",)),
    an_article("wind.md", section="Wind", tags=("Tide", "gale"), published="1998"),
    an_article("calm.md", section="Wind", tags=("calm",)),
]


def plan_groups(articles: Sequence[Article], site: Site) -> list[Page]:
    archive = make_archive(articles, site)
    return [
        page
        for kind in ("sections", "tags", "authors")
        for group in archive.groups(kind)
        for page in plan_group_feed(kind, group.key, archive, site)
    ]


@pytest.mark.parametrize(
    ("feeds", "files"),
    [
        ({}, []),
        ({"sections": ("sea & sky",)}, ["sections/sea-sky/feed.xml"]),
        ({"tags": "all"}, ["tags/gale/feed.xml", "tags/tide/feed.xml", "tags/tide/feed/1.xml"]),
        ({"authors": "all", "sections": "all"}, [f"{name}/feed.xml" for name in AUTHORS_AND_SECTIONS]),
    ],
    ids=str,
)
def test_listings_that_the_settings_name_have_feeds(feeds: dict[str, Any], files: list[str]) -> None:
    """A tag without a dated article has none."""
    site = Site(feed_size=3, feeds=FeedSettings(formats=("atom",), **feeds))
    assert [page.file for page in plan_groups(GROUPED, site)] == files


def test_the_feed_of_a_listing_names_its_listing() -> None:
    site = SITE.model_copy(update={"feed_size": 2, "feeds": FeedSettings(sections="all")})
    archive = make_archive(GROUPED, site)
    pages = {page.file: page for page in plan_group_feed("sections", "sea & sky", archive, site)}
    assert {str(page.target) for page in pages.values()} == {"sections:sea & sky"}
    root = check_atom(render(pages["sections/sea-sky/feed.xml"], archive, site))
    listing = "https://quay.example/news/sections/sea-sky"
    assert texts(root, "atom:id") == [f"{listing}.html"]
    assert texts(root, "atom:title") == ["The <Quay> – Sea & Sky"]
    assert texts(root, "atom:link[@rel='alternate']/@href") == [f"{listing}.html"]
    assert texts(root, "atom:link[@rel='prev-archive']/@href") == [f"{listing}/feed/1.xml"]
    feed = check_json_feed(render(pages["sections/sea-sky/feed.json"], archive, site))
    assert (feed["title"], feed["home_page_url"], feed["feed_url"], feed["next_url"]) == (
        "The <Quay> – Sea & Sky",
        f"{listing}.html",
        f"{listing}/feed.json",
        f"{listing}/feed/1.json",
    )


def test_feeds_of_a_site_without_a_url_have_different_ids() -> None:
    site = Site(title="The Quay", feeds=FeedSettings(sections="all", formats=("atom",)))
    archive = make_archive(GROUPED, site)
    pages = [*plan_site(archive, site), *plan_groups(GROUPED, site)]
    roots = [check_atom(render(page, archive, site)) for page in pages]
    assert [texts(root, "atom:id") for root in roots] == [
        [uuid.uuid5(uuid.NAMESPACE_URL, name).urn]
        for name in ("feed of The Quay", "feed of The Quay: sections:sea & sky", "feed of The Quay: sections:wind")
    ]
    assert texts(roots[1], "atom:link/@href") == ["../../sections/sea-sky.html"]
    assert texts(roots[1], "atom:entry[1]/atom:link/@href") == ["../../2024/01/note-05.html"]


def test_a_listing_and_its_feed_hold_the_same_dated_articles() -> None:
    site = Site(feeds=FeedSettings(sections="all"))
    archive = make_archive(GROUPED, site)
    (page,) = (page for page in plan_group_feed("sections", "wind", archive, site) if page.file.endswith(".xml"))
    assert texts(check_atom(render(page, archive, site)), "atom:entry/atom:title") == ["Wind"]
