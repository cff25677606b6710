import posixpath
from collections.abc import Sequence
from itertools import groupby
from urllib.parse import unquote

from newsgen.archive import make_archive
from newsgen.article import Article, Block, Link
from newsgen.config import Site
from newsgen.markup import render_body
from newsgen.pages import plan_pages
from newsgen.pages.page import Page
from newsgen.related import make_lookup
from tests.records import an_article, daily_articles
from tests.rendering import read_html, texts

SITE = Site(title="The Quay", url="https://quay.example", language="en", sheet_size=5)
ARTICLES = [
    *daily_articles(12, section="Sea & Sky", tags=("tide", "C++"), byline=("Ada Quill",)),
    an_article("year.md", published="1998", section="undated", tags=("Index", "404"), related=(Link("Note 03"),)),
    an_article("dam.md", headline="السد", language="ar", direction="rtl", section="ماء", byline=("آدا",)),
    an_article("named.md", permalink="/sections/tide", body=(Block("paragraph", "Water turns it.", 1),)),
]


def planned(articles: Sequence[Article], site: Site = SITE) -> list[Page]:
    archive = make_archive(articles, site)
    bodies = {path: render_body(article.body) for path, article in archive.articles.items()}
    lookup = make_lookup((archive.articles[card.path], card) for card in archive.cards)
    return list(plan_pages(archive, bodies, lookup, {}, site))


def test_kinds_of_pages_come_in_the_order_in_which_they_are_written() -> None:
    assert [template for template, _ in groupby(page.template for page in planned(ARTICLES))] == [
        "story.html",
        *("listing.html", "groups.html") * 3,
        "listing.html",
        "years.html",
        "year.html",
        "listing.html",
        "front.html",
        "404.html",
        "feed.xml",
        "sitemap.xml",
    ]


def test_every_page_has_a_file_of_its_own_inside_the_output() -> None:
    files = [page.file for page in planned(ARTICLES)]
    assert len({file.casefold() for file in files}) == len(files)
    assert all(file == posixpath.normpath(file) and not file.startswith(("/", "..")) for file in files)


def test_the_same_articles_in_another_order_give_the_same_plan() -> None:
    pages, again = planned(ARTICLES), planned(ARTICLES[::-1])
    assert [(page.file, page.template, page.owner) for page in again] == [
        (page.file, page.template, page.owner) for page in pages
    ]
    assert [dict(page.view()) for page in again] == [dict(page.view()) for page in pages]


def test_an_archive_without_articles_has_pages_that_say_so() -> None:
    assert [page.file for page in planned([], Site())] == [
        "sections/index.html",
        "tags/index.html",
        "authors/index.html",
        "undated/index.html",
        "archive.html",
        "index.html",
        "404.html",
    ]


def test_the_site_decides_how_many_articles_a_sheet_and_a_feed_hold() -> None:
    pages = {page.file: page for page in planned(ARTICLES, Site(sheet_size=6, feed_size=2))}
    assert len(pages["sections/sea-sky.html"].view()["cards"]) == 6
    assert len(pages["2024/01/index.html"].view()["cards"]) == 6
    assert len(pages["feed.xml"].view()["entries"]) == 2


def test_every_link_of_every_page_leads_to_a_page() -> None:
    archive = make_archive(ARTICLES, SITE)
    pages = planned(ARTICLES)
    files = {page.file for page in pages} | {"style.css"}
    for page in pages:
        if not page.file.endswith(".html"):
            continue
        for link in texts(read_html(page, archive, SITE), "//@href | //@src"):
            if link.startswith(("#", "https://")):
                continue
            place = posixpath.normpath(posixpath.join(posixpath.dirname(page.file), unquote(link)))
            assert place.lstrip("/") in files, f"{page.file} links to {link}"
