from collections.abc import Sequence
from typing import Any

from newsgen.archive import Archive
from newsgen.article import Article
from newsgen.config import Site
from newsgen.pages.sitemap import plan_sitemap
from tests.records import an_article, daily_articles, make_archive, open_index
from tests.rendering import read_xml, texts

SITE = Site(url="https://quay.example/news")


def sitemap_of(articles: Sequence[Article]) -> Any:
    archive = make_archive(articles, SITE)
    (page,) = plan_sitemap(archive, SITE)
    return read_xml(page, archive, SITE)


def test_a_site_with_an_address_has_a_sitemap() -> None:
    (page,) = plan_sitemap(make_archive([an_article()], SITE), SITE)
    assert (page.file, page.template, page.owner) == ("sitemap.xml", "sitemap.xml", "sitemap:")


def test_a_site_without_an_address_has_none() -> None:
    assert list(plan_sitemap(make_archive([an_article()], Site()), Site())) == []


def test_a_sitemap_names_the_front_page_and_every_story_by_its_whole_address() -> None:
    sitemap = sitemap_of([*daily_articles(2), an_article("undated.md"), an_article("about.md", permalink="/about/")])
    assert sitemap.tag == "{http://www.sitemaps.org/schemas/sitemap/0.9}urlset"
    assert texts(sitemap, "map:url/map:loc") == [
        "https://quay.example/news/",
        "https://quay.example/news/about/",
        "https://quay.example/news/undated/undated.html",
        "https://quay.example/news/2024/01/note-01.html",
        "https://quay.example/news/2024/01/note-02.html",
    ]


def test_a_story_changed_when_it_was_updated_or_else_published_at_the_precision_that_is_known() -> None:
    articles = [
        an_article("a.md"),
        an_article("b.md", published="1998"),
        an_article("c.md", published="1999-02"),
        an_article("d.md", published="2000-02-03"),
        an_article("e.md", published="2001-02-03 07:15"),
        an_article("f.md", published="2002-02-03 07:15 +01:00"),
        an_article("g.md", published="2003", updated="2024-05-06"),
        an_article("h.md", published="2004", updated="2024-05-06 07:15Z"),
    ]
    sitemap = sitemap_of(articles)
    assert texts(sitemap, "map:url[not(map:lastmod)]/map:loc") == [
        "https://quay.example/news/",
        "https://quay.example/news/undated/a.html",
    ]
    assert texts(sitemap, "map:url/map:lastmod") == [
        "1998",
        "1999-02",
        "2000-02-03",
        "2001-02-03T07:15:00Z",
        "2002-02-03T07:15:00+01:00",
        "2024-05-06",
        "2024-05-06T07:15:00Z",
    ]


def test_addresses_in_a_sitemap_are_escaped() -> None:
    sitemap = sitemap_of([an_article("a.md", permalink="/2024/tide mill & é.html")])
    assert texts(sitemap, "map:url/map:loc")[1] == "https://quay.example/news/2024/tide%20mill%20&%20%C3%A9.html"


def test_no_sitemap_names_more_than_50_000_addresses() -> None:
    """The protocol's limit: https://www.sitemaps.org/protocol.html, "Sitemap file requirements"."""
    state = open_index()
    state.executemany(
        "INSERT INTO articles(position, permalink, published, updated) VALUES(?, ?, '', '')",
        ((f"{number:05}", f"/{number}.html") for number in range(50_000)),
    )
    views = {page.file: page.view() for page in plan_sitemap(Archive(state), SITE)}
    assert views["sitemap.xml"] == {"parts": ("sitemap-1.xml",)}
    assert len(views["sitemap-1.xml"]["stories"]) + views["sitemap-1.xml"]["with_front"] == 50_000
