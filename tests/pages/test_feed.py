import uuid
from collections.abc import Sequence
from typing import Any

import pytest

from newsgen.article import Article
from newsgen.config import Site
from newsgen.pages.feed import has_feed, plan_feed
from tests.records import an_article, daily_articles, make_archive
from tests.rendering import read_xml, render, texts

SITE = Site(
    title="The <Quay>", description="News & tides", url="https://quay.example/news", rights="© The Quay", language="en"
)


def feed_of(articles: Sequence[Article], site: Site = SITE) -> Any:
    archive = make_archive(articles, site)
    (page,) = plan_feed(archive, site)
    return read_xml(page, archive, site)


def test_there_is_a_feed_where_an_article_has_a_date() -> None:
    archive = make_archive([an_article("a.md"), an_article("b.md", published="1998")], SITE)
    assert has_feed(archive)
    (page,) = plan_feed(archive, SITE)
    assert (page.file, page.template, page.owner) == ("feed.xml", "feed.xml", "feed:")


@pytest.mark.parametrize("articles", [[], [an_article("a.md")]])
def test_an_archive_without_any_date_has_no_feed(articles: list[Article]) -> None:
    archive = make_archive(articles, SITE)
    assert not has_feed(archive)
    assert list(plan_feed(archive, SITE)) == []


def test_the_feed_says_what_it_is() -> None:
    feed = feed_of(daily_articles(1))
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    assert texts(feed, "@xml:lang") == ["en"]
    assert texts(feed, "atom:id") == ["https://quay.example/news/"]
    assert texts(feed, "atom:title") == ["The <Quay>"]
    assert texts(feed, "atom:subtitle") == ["News & tides"]
    assert texts(feed, "atom:author/atom:name") == ["The <Quay>"]
    assert texts(feed, "atom:rights") == ["© The Quay"]
    assert texts(feed, "atom:link[@rel='self']/@href") == ["https://quay.example/news/feed.xml"]
    assert texts(feed, "atom:link[@rel='alternate']/@href") == ["https://quay.example/news/"]


def test_an_entry_says_what_its_card_says() -> None:
    article = an_article(
        "a.md",
        headline="Tides & mills",
        dek="Ten <years> on",
        byline=("Ada Quill", "Ben Oar"),
        section="Sea",
        published="2024-01-02 07:15 +01:00",
        updated="2024-02-03",
        language="ar",
        direction="rtl",
    )
    feed = feed_of([article])
    assert texts(feed, "atom:entry/@xml:lang") == ["ar"]
    assert texts(feed, "atom:entry/atom:id") == ["https://quay.example/news/2024/01/tides-mills.html"]
    assert texts(feed, "atom:entry/atom:title") == ["Tides & mills"]
    assert texts(feed, "atom:entry/atom:link/@href") == ["https://quay.example/news/2024/01/tides-mills.html"]
    assert texts(feed, "atom:entry/atom:published") == ["2024-01-02T07:15:00+01:00"]
    assert texts(feed, "atom:entry/atom:updated") == ["2024-02-03T00:00:00Z"]
    assert texts(feed, "atom:entry/atom:author/atom:name") == ["Ada Quill", "Ben Oar"]
    assert texts(feed, "atom:entry/atom:category/@term") == ["Sea"]
    assert texts(feed, "atom:entry/atom:summary") == ["Ten <years> on"]


def test_an_entry_in_the_sites_language_does_not_repeat_it() -> None:
    assert texts(feed_of(daily_articles(1)), "atom:entry/@xml:lang") == []


def test_a_site_without_an_address_has_identities_that_are_no_addresses() -> None:
    site = Site(title="The Quay")
    feed = feed_of(daily_articles(1), site)
    name = uuid.uuid5(uuid.NAMESPACE_URL, "/2024/01/note-01.html")
    assert texts(feed, "atom:id") == [uuid.uuid5(uuid.NAMESPACE_URL, "feed of The Quay").urn]
    assert texts(feed, "atom:entry/atom:id") == [f"urn:uuid:{name}"]
    assert texts(feed, "atom:entry/atom:link/@href") == ["2024/01/note-01.html"]
    assert texts(feed, "atom:link[@rel='alternate']/@href") == ["index.html"]
    assert texts(feed, "atom:link[@rel='self']") == []


def test_the_feed_holds_the_newest_dated_articles_the_newest_first() -> None:
    site = Site(feed_size=3)
    feed = feed_of([an_article("undated.md"), *daily_articles(5)], site)
    assert texts(feed, "atom:entry/atom:title") == ["Note 05", "Note 04", "Note 03"]
    feed = feed_of([an_article("undated.md"), *daily_articles(2)], site)
    assert texts(feed, "atom:entry/atom:title") == ["Note 02", "Note 01"]


def test_an_identity_stays_when_the_article_or_the_archive_changes() -> None:
    before = feed_of(daily_articles(2))
    changed = an_article("note-01.md", published="2024-01-01", dek="Now with a dek", updated="2024-03")
    after = feed_of([changed, *daily_articles(4)[1:]])
    assert texts(after, "atom:id") == texts(before, "atom:id")
    assert texts(after, "atom:entry/atom:id")[-2:] == texts(before, "atom:entry/atom:id")


def test_the_feed_was_updated_when_its_newest_article_was() -> None:
    articles = [*daily_articles(3), an_article("old.md", published="2023", updated="2024-02-03 07:15Z")]
    feed = feed_of(articles)
    assert texts(feed, "atom:updated") == ["2024-02-03T07:15:00Z"]
    assert texts(feed_of(daily_articles(3)), "atom:updated") == ["2024-01-03T00:00:00Z"]


def test_nothing_in_a_feed_is_later_than_its_articles_say() -> None:
    articles = [
        an_article("a.md", published="2024"),
        an_article("b.md", published="2023-05", updated="2023-06-01"),
        an_article("c.md", published="2022-01-01 10:00", updated="2021"),
    ]
    feed = feed_of(articles)
    assert texts(feed, "atom:entry/atom:published") == [
        "2024-01-01T00:00:00Z",
        "2023-05-01T00:00:00Z",
        "2022-01-01T10:00:00Z",
    ]
    assert texts(feed, "atom:entry/atom:updated") == [
        "2024-01-01T00:00:00Z",
        "2023-06-01T00:00:00Z",
        "2022-01-01T10:00:00Z",
    ]
    assert texts(feed, "atom:updated") == ["2024-01-01T00:00:00Z"]


def test_of_two_instants_in_different_zones_the_later_one_counts() -> None:
    article = an_article("a.md", published="2024-01-01 23:00 -05:00", updated="2024-01-02 01:00 +00:00")
    assert texts(feed_of([article]), "atom:entry/atom:updated") == ["2024-01-01T23:00:00-05:00"]


def test_a_feed_without_news_is_the_same_bytes() -> None:
    archive = make_archive(daily_articles(3), SITE)
    (page,) = plan_feed(archive, SITE)
    (again,) = plan_feed(make_archive(reversed(daily_articles(3)), SITE), SITE)
    assert render(again, archive, SITE) == render(page, archive, SITE)


def test_addresses_in_a_feed_are_escaped() -> None:
    feed = feed_of([an_article("a.md", published="2024", permalink="/2024/tide mill é.html")])
    assert texts(feed, "atom:entry/atom:link/@href") == ["https://quay.example/news/2024/tide%20mill%20%C3%A9.html"]
