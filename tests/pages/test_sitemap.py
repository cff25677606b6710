from collections.abc import Sequence
from dataclasses import replace

import pytest

from newsgen.archive.archive import Archive
from newsgen.pages import sitemap
from newsgen.pages.page import Page
from newsgen.pages.sitemap import plan_sitemap, plan_stories
from newsgen.record.article import Article
from newsgen.settings.site import Site
from tests.support.records import an_article, daily_articles, make_archive
from tests.support.rendering import render, texts
from tests.support.state import open_state
from tests.support.validators import check_sitemap

SITE = Site(url="https://quay.example/news")


def plan(archive: Archive, site: Site = SITE) -> list[Page]:
    """The pages of all targets with a part of the sitemap."""
    years = (page for year in archive.groups("years") for page in plan_stories("years", year.key, archive, site))
    return [*plan_sitemap(archive, site), *plan_stories("undated", "", archive, site), *years]


def made(articles: Sequence[Article], site: Site = SITE) -> dict[str, bytes]:
    archive = make_archive(articles, site)
    return {page.file: render(page, archive, site) for page in plan(archive, site)}


def addresses(content: bytes) -> list[str]:
    return [text.removeprefix(SITE.url) for text in texts(check_sitemap(content), "*/map:loc")]


ARTICLES = [
    *daily_articles(2, section="Sea & Sky", tags=("tide",), byline=("Ada Quill",)),
    an_article("old.md", published="1987-05"),
    an_article("undated.md"),
    an_article("about.md", permalink="/about/"),
]


def test_the_stories_of_each_year_have_a_part_and_the_index_names_them() -> None:
    found = {file: addresses(content) for file, content in made(ARTICLES).items()}
    assert found == {
        "sitemap.xml": [
            "/sitemap-listings.xml",
            "/sitemap-undated.xml",
            "/sitemap-1987.xml",
            "/sitemap-2024.xml",
        ],
        "sitemap-listings.xml": [
            "/",
            "/sections/sea-sky.html",
            "/tags/tide.html",
            "/authors/ada-quill.html",
            "/1987/",
            "/2024/",
        ],
        "sitemap-undated.xml": ["/about/", "/undated/undated.html"],
        "sitemap-1987.xml": ["/1987/05/old.html"],
        "sitemap-2024.xml": ["/2024/01/note-01.html", "/2024/01/note-02.html"],
    }


def test_a_part_of_the_sitemap_belongs_to_its_year() -> None:
    assert [(page.file, str(page.target), page.template) for page in plan(make_archive(ARTICLES, SITE))] == [
        ("sitemap.xml", "sitemap:", "sitemap_index.xml"),
        ("sitemap-listings.xml", "sitemap:", "sitemap.xml"),
        ("sitemap-undated.xml", "undated:", "sitemap.xml"),
        ("sitemap-1987.xml", "years:1987", "sitemap.xml"),
        ("sitemap-2024.xml", "years:2024", "sitemap.xml"),
    ]


def test_a_site_without_a_url_has_none() -> None:
    assert plan(make_archive(ARTICLES, Site()), Site()) == []


def test_a_year_without_articles_has_no_part() -> None:
    assert list(plan_stories("years", "2001", make_archive(ARTICLES, SITE), SITE)) == []


def test_an_archive_without_articles_has_the_front_page_in_its_sitemap() -> None:
    found = {file: addresses(content) for file, content in made([]).items()}
    assert found == {"sitemap.xml": ["/sitemap-listings.xml"], "sitemap-listings.xml": ["/"]}


def test_a_story_changed_when_it_was_updated_or_else_published_if_the_day_is_known() -> None:
    articles = [
        an_article("b.md", published="2003"),
        an_article("c.md", published="2003-02"),
        an_article("d.md", published="2003-02-03"),
        an_article("e.md", published="2003-02-03 07:15"),
        an_article("f.md", published="2003-02-03 07:15 +01:00"),
        an_article("g.md", published="2003", updated="2024-05-06"),
        an_article("h.md", published="2003-02-04", updated="2024-05-06 07:15Z"),
        an_article("i.md", published="2003-02-05", updated="2024-05"),
    ]
    sitemap = check_sitemap(made(articles)["sitemap-2003.xml"])
    assert texts(sitemap, "map:url[not(map:lastmod)]/map:loc") == [
        f"{SITE.url}/2003/b.html",
        f"{SITE.url}/2003/02/c.html",
        f"{SITE.url}/2003/02/i.html",
    ]
    assert sorted(texts(sitemap, "map:url/map:lastmod")) == [
        "2003-02-03",
        "2003-02-03T07:15:00+01:00",
        "2003-02-03T07:15:00Z",
        "2024-05-06",
        "2024-05-06T07:15:00Z",
    ]


def test_addresses_in_a_sitemap_are_escaped() -> None:
    content = made([an_article("a.md", permalink="/2024/tide mill & é.html")])["sitemap-undated.xml"]
    assert addresses(content) == ["/2024/tide%20mill%20&%20%C3%A9.html"]


def test_one_more_article_changes_the_part_of_its_year_only() -> None:
    before, after = made(ARTICLES), made([*ARTICLES, an_article("new.md", published="1987-06")])
    assert [file for file in after if after[file] != before.get(file)] == ["sitemap-1987.xml"]


def test_an_edited_body_or_headline_changes_no_sitemap() -> None:
    """The date is the record's: no other date says when an article changed."""
    edited = [replace(ARTICLES[0], headline="Note 01", dek="A dek", rights="All"), *ARTICLES[1:]]
    assert made(edited) == made(ARTICLES)


def test_the_same_articles_in_another_order_give_the_same_sitemaps() -> None:
    assert made(ARTICLES[::-1]) == made(ARTICLES)


def test_a_part_holds_as_many_addresses_as_the_protocol_allows() -> None:
    """https://www.sitemaps.org/protocol.html, "Sitemap file requirements"."""
    assert sitemap.MAX_ADDRESSES == 50_000


@pytest.mark.parametrize(
    ("most", "count", "files"),
    [
        (50, 50, {"sitemap-1987.xml": 50}),
        (50, 51, {"sitemap-1987.xml": 50, "sitemap-1987-2.xml": 1}),
        (50, 102, {"sitemap-1987.xml": 50, "sitemap-1987-2.xml": 50, "sitemap-1987-3.xml": 2}),
        pytest.param(50_000, 50_001, {"sitemap-1987.xml": 50_000, "sitemap-1987-2.xml": 1}, marks=pytest.mark.long),
    ],
)
def test_no_part_holds_more_addresses(
    monkeypatch: pytest.MonkeyPatch, most: int, count: int, files: dict[str, int]
) -> None:
    monkeypatch.setattr(sitemap, "MAX_ADDRESSES", most)
    state = open_state()
    state.execute("INSERT INTO groups VALUES(1, 'years', '1987', '', '', '', ?)", (count,))
    state.executemany(
        "INSERT INTO articles(id, sort_key, permalink, published, updated) VALUES(?, ?, ?, '1987', '')",
        ((number, f"1987{number:06}", f"/{number}.html") for number in range(count)),
    )
    state.executemany("INSERT INTO members VALUES(1, ?, '')", ((number,) for number in range(count)))
    archive = Archive(state)
    parts = {page.file: addresses(render(page, archive, SITE)) for page in plan(archive)}
    assert parts.pop("sitemap.xml") == ["/sitemap-listings.xml", *(f"/{file}" for file in files)]
    assert parts.pop("sitemap-listings.xml") == ["/", "/1987/"]
    assert {file: len(found) for file, found in parts.items()} == files
    assert [address for found in parts.values() for address in found] == [f"/{number}.html" for number in range(count)]
