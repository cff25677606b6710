import pytest

from newsgen.archive.archive import Archive
from newsgen.pages.feeds.links import FeedLink, feed_file, group_feeds, site_feeds
from newsgen.pages.listing import plan_group
from newsgen.settings.feeds import FeedSettings
from newsgen.settings.site import Site
from tests.support.records import an_article, daily_articles, make_archive
from tests.support.rendering import page_at, read_html, texts

ARTICLES = [*daily_articles(11, section="Sea & Sky"), an_article("undated.md", section="Attic")]
SITE = Site(title="The Quay", sheet_size=5, feeds=FeedSettings(sections="all"))


def feeds_of(section: str, site: Site) -> tuple[FeedLink, ...]:
    archive = make_archive(ARTICLES, site)
    group = archive.group("sections", section)
    assert group
    return group_feeds(group, archive, site)


def test_the_site_has_a_feed_of_each_format() -> None:
    assert site_feeds(make_archive(ARTICLES, SITE), SITE) == (
        FeedLink("application/atom+xml", "feed.xml"),
        FeedLink("application/feed+json", "feed.json"),
    )


def test_without_any_date_there_is_no_feed() -> None:
    assert site_feeds(make_archive([an_article()], SITE), SITE) == ()
    assert feeds_of("attic", SITE) == ()


@pytest.mark.parametrize(
    ("names", "has_feeds"), [("all", True), (("Sea & sky",), True), (("Attic",), False), ((), False)], ids=str
)
def test_a_listing_has_feeds_if_the_settings_ask_for_them(names: tuple[str, ...], has_feeds: bool) -> None:
    site = Site(feeds=FeedSettings(formats=("json",), sections=names))
    links = (FeedLink("application/feed+json", "sections/sea-sky/feed.json"),)
    assert feeds_of("sea & sky", site) == (links if has_feeds else ())


def test_documents_are_numbered_below_the_newest() -> None:
    assert [feed_file("tags/tide/feed", "atom", number) for number in (0, 7)] == [
        "tags/tide/feed.xml",
        "tags/tide/feed/7.xml",
    ]
    assert feed_file("feed", "json", 1) == "feed/1.json"


@pytest.mark.parametrize(
    ("file", "root"), [("sections/sea-sky.html", "../"), ("sections/sea-sky/sheet-1.html", "../../")]
)
def test_a_listing_links_to_its_own_feeds_first(file: str, root: str) -> None:
    archive: Archive = make_archive(ARTICLES, SITE)
    html = read_html(page_at(file, plan_group("sections", "sea & sky", archive, SITE)), archive, SITE)
    links = html.xpath("//link[@rel='alternate']")
    assert [(link.get("href"), link.get("title")) for link in links] == [
        (f"{root}sections/sea-sky/feed.xml", "The Quay – Sea & Sky"),
        (f"{root}sections/sea-sky/feed.json", "The Quay – Sea & Sky"),
        (f"{root}feed.xml", "The Quay"),
        (f"{root}feed.json", "The Quay"),
    ]
    assert texts(html, "//link[@rel='alternate'][2]/@type") == ["application/feed+json"]
