import uuid

import pytest

from newsgen.record.article import Article, Image
from newsgen.settings.feeds import FeedSettings, Format
from newsgen.settings.site import Site
from tests.support.feeds import SITE, documents, feed_of, json_of, plan_site
from tests.support.records import an_article, daily_articles, make_archive
from tests.support.rendering import render, texts
from tests.support.validators import ATOM, check_atom, check_json_feed


def test_there_is_a_feed_in_both_formats_if_an_article_has_a_date() -> None:
    archive = make_archive([an_article("a.md"), an_article("b.md", published="1998")], SITE)
    assert [(page.file, page.template, str(page.target)) for page in plan_site(archive, SITE)] == [
        ("feed.xml", "feed.xml", "feed:"),
        ("feed.json", "feed.json", "feed:"),
    ]


@pytest.mark.parametrize(
    ("formats", "files"), [(("json",), ["feed.json"]), (("atom",), ["feed.xml"]), ((), [])], ids=str
)
def test_the_settings_choose_the_formats(formats: tuple[Format, ...], files: list[str]) -> None:
    site = Site(feeds=FeedSettings(formats=formats))
    assert [page.file for page in plan_site(make_archive(daily_articles(2), site), site)] == files


@pytest.mark.parametrize("articles", [[], [an_article("a.md")]])
def test_an_archive_without_any_date_has_no_feed(articles: list[Article]) -> None:
    archive = make_archive(articles, SITE)
    assert list(plan_site(archive, SITE)) == []


def test_a_feed_has_the_data_of_its_site() -> None:
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


def test_an_entry_has_the_data_of_its_card() -> None:
    article = an_article(
        "a.md",
        headline="Tides & mills",
        dek="Ten <years> on",
        byline=("Ada Quill", "Ben Oar"),
        section="Sea",
        tags=("tide", "C++"),
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
    assert texts(feed, "atom:entry/atom:category/@term") == ["Sea", "tide", "C++"]
    assert texts(feed, "atom:entry/atom:summary") == ["Ten <years> on"]


def test_an_entry_in_the_sites_language_does_not_repeat_it() -> None:
    assert texts(feed_of(daily_articles(1)), "atom:entry/@xml:lang") == []


def test_the_ids_of_a_site_without_a_url_are_urns() -> None:
    site = Site(title="The Quay")
    feed = feed_of(daily_articles(1), site)
    name = uuid.uuid5(uuid.NAMESPACE_URL, "/2024/01/note-01.html")
    assert texts(feed, "atom:id") == [uuid.uuid5(uuid.NAMESPACE_URL, "feed of The Quay").urn]
    assert texts(feed, "atom:entry/atom:id") == [f"urn:uuid:{name}"]
    assert texts(feed, "atom:entry/atom:link/@href") == ["2024/01/note-01.html"]
    assert texts(feed, "atom:link[@rel='alternate']/@href") == ["index.html"]
    assert texts(feed, "atom:link[@rel='self']") == []


def test_a_feed_holds_the_newest_dated_articles_newest_first() -> None:
    site = Site(feed_size=3, feeds=FeedSettings(history=False))
    feed = feed_of([an_article("undated.md"), *daily_articles(5)], site)
    assert texts(feed, "atom:entry/atom:title") == ["Note 05", "Note 04", "Note 03"]
    feed = feed_of([an_article("undated.md"), *daily_articles(2)], site)
    assert texts(feed, "atom:entry/atom:title") == ["Note 02", "Note 01"]


def test_an_id_does_not_change_with_the_article_or_the_archive() -> None:
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


def test_no_date_in_a_feed_is_later_than_its_articles() -> None:
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


def test_the_later_of_two_instants_in_different_zones_counts() -> None:
    article = an_article("a.md", published="2024-01-01 23:00 -05:00", updated="2024-01-02 01:00 +00:00")
    assert texts(feed_of([article]), "atom:entry/atom:updated") == ["2024-01-01T23:00:00-05:00"]


def test_a_feed_without_news_is_the_same_bytes() -> None:
    site = SITE.model_copy(update={"feed_size": 1})
    assert documents(reversed(daily_articles(3)), site) == documents(daily_articles(3), site)


def test_addresses_in_a_feed_are_escaped() -> None:
    feed = feed_of([an_article("a.md", published="2024", permalink="/2024/tide mill é.html")])
    assert texts(feed, "atom:entry/atom:link/@href") == ["https://quay.example/news/2024/tide%20mill%20%C3%A9.html"]


def test_a_document_of_a_json_feed_has_the_same_data() -> None:
    article = an_article(
        "a.md",
        headline="Tides & mills",
        dek="Ten <years> on",
        byline=("Ada Quill", "Ben Oar"),
        section="Sea",
        tags=("tide", "C++"),
        published="2024-01-02 07:15 +01:00",
        updated="2024-02-03",
        language="ar",
        direction="rtl",
    )
    assert json_of([article]) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The <Quay>",
        "home_page_url": "https://quay.example/news/",
        "feed_url": "https://quay.example/news/feed.json",
        "description": "News & tides",
        "language": "en",
        "authors": [{"name": "The <Quay>"}],
        "items": [
            {
                "id": "https://quay.example/news/2024/01/tides-mills.html",
                "url": "https://quay.example/news/2024/01/tides-mills.html",
                "title": "Tides & mills",
                "content_text": "Ten <years> on",
                "summary": "Ten <years> on",
                "date_published": "2024-01-02T07:15:00+01:00",
                "date_modified": "2024-02-03T00:00:00Z",
                "authors": [{"name": "Ada Quill"}, {"name": "Ben Oar"}],
                "tags": ["Sea", "tide", "C++"],
                "language": "ar",
            }
        ],
    }


def test_both_formats_show_the_picture_of_a_card() -> None:
    articles = [an_article("a.md", published="2024", images=(Image("fair day.jpg"),))]
    archive = make_archive(articles, SITE, {("a.md", "fair%20day.jpg"): "media/fair%20day.jpg"})
    atom, items = plan_site(archive, SITE)
    link = check_atom(render(atom, archive, SITE)).find("atom:entry/atom:link[@rel='enclosure']", ATOM)
    assert dict(link.attrib) == {
        "rel": "enclosure",
        "type": "image/jpeg",
        "href": "https://quay.example/news/media/fair%20day.jpg",
    }
    (item,) = check_json_feed(render(items, archive, SITE))["items"]
    assert item["image"] == "https://quay.example/news/media/fair%20day.jpg"
