import posixpath
from collections.abc import Sequence
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.archive import Archive
from newsgen.archive.targets import all_targets
from newsgen.pages.page import Page
from newsgen.pages.plan import plan_pages
from newsgen.record.article import Article, Block, Link
from newsgen.settings.appearance import ThemeSettings
from newsgen.settings.feeds import FeedSettings
from newsgen.settings.site import Site
from tests.support.records import an_article, daily_articles, make_archive, make_index, make_read
from tests.support.rendering import read_html, texts

SITE = Site(title="The Quay", url="https://quay.example", language="en", sheet_size=5)
ARTICLES = [
    *daily_articles(12, section="Sea & Sky", tags=("tide", "C++"), byline=("Ada Quill",)),
    an_article("year.md", published="1998", section="undated", tags=("Index", "404"), related=(Link("Note 03"),)),
    an_article("dam.md", headline="السد", language="ar", direction="rtl", section="ماء", byline=("آدا",)),
    an_article("named.md", permalink="/sections/tide", body=(Block("paragraph", "Water turns it.", 1),)),
]
# Archives that are each other's edited versions.
EDITED = st.lists(
    st.builds(
        an_article,
        path=st.sampled_from(["a.md", "b.md", "c.md"]),
        permalink=st.sampled_from(["", "/p.html", "/q.html"]),
        headline=st.sampled_from(["Heron", "Reeds"]),
        dek=st.sampled_from(["", "At last"]),
        section=st.sampled_from(["", "Sea", "sea"]),
        tags=st.lists(st.sampled_from(["tide", "Tide", "mill"]), max_size=2).map(tuple),
        byline=st.sampled_from([(), ("Ada Quill",)]),
        published=st.sampled_from([None, "2014", "2014-02", "2015-01-02", "2015-01-02 07:15", "2016-01-02"]),
        updated=st.sampled_from([None, "2016"]),
        related=st.sampled_from([(), (Link("Heron"), Link("Reeds")), (Link("", "/old/1"), Link("", "/old/2"))]),
        original_url=st.sampled_from(["", "/old/1", "/old/2"]),
        body=st.sampled_from([(), (Block("paragraph", "One.", 1),), (Block("paragraph", "Two.", 1),)]),
        rights=st.sampled_from(["", "All"]),
    ),
    max_size=3,
    unique_by=lambda article: article.path,
)


def planned(articles: Sequence[Article], site: Site = SITE) -> list[Page]:
    """Every page of every owner."""
    state, read = make_index(articles, site), make_read(articles)
    return [page for owner in sorted(all_targets(state)) for page in plan_pages(owner, Archive(state), site, read)]


def test_every_owner_plans_the_pages_of_its_kind() -> None:
    more = {"theme": ThemeSettings(measure=60), "feeds": FeedSettings(sections="all"), "news_sitemap": True}
    site = SITE.model_copy(update=more)
    kinds = {(page.owner.partition(":")[0], page.template) for page in planned(ARTICLES, site)}
    assert kinds == {
        ("article", "story.html"),
        ("sections", "listing.html"),
        ("tags", "listing.html"),
        ("authors", "listing.html"),
        ("index", "groups.html"),
        ("undated", "listing.html"),
        ("calendar", "years.html"),
        ("years", "year.html"),
        ("months", "listing.html"),
        ("days", "listing.html"),
        ("anniversaries", "listing.html"),
        ("index", "anniversaries.html"),
        ("theme", "theme.css"),
        ("front", "front.html"),
        ("missing", "404.html"),
        ("search", "search.html"),
        ("feed", "feed.xml"),
        ("feed", "feed.json"),
        ("sections", "feed.xml"),
        ("sections", "feed.json"),
        ("sitemap", "sitemap_index.xml"),
        ("sitemap", "sitemap.xml"),
        ("sitemap", "sitemap_news.xml"),
        ("years", "sitemap.xml"),
        ("undated", "sitemap.xml"),
        ("robots", "robots.txt"),
    }


def test_an_owner_that_is_gone_has_no_pages() -> None:
    archive, read = make_archive(ARTICLES, SITE), make_read(ARTICLES)
    named = ("article:gone.md", "sections:gone", "tags:gone", "authors:gone")
    for owner in (*named, "years:2001", "months:2001-02", "days:2001-02-03", "anniversaries:02-03", "theme:", "feed:7"):
        assert list(plan_pages(owner, archive, SITE, read)) == []


def test_every_page_tells_its_owner() -> None:
    state, read = make_index(ARTICLES, SITE), make_read(ARTICLES)
    for owner in set(all_targets(state)) - {"theme:", "redirects:", "feed:0"}:
        assert {page.owner for page in plan_pages(owner, Archive(state), SITE, read)} == {owner}


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
    assert [page.data() for page in again] == [page.data() for page in pages]


def test_an_archive_without_articles_has_pages_that_say_so() -> None:
    assert sorted(page.file for page in planned([], Site())) == [
        "404.html",
        "archive.html",
        "authors/index.html",
        "index.html",
        "on-this-day/index.html",
        "robots.txt",
        "search.html",
        "sections/index.html",
        "tags/index.html",
        "undated/index.html",
    ]


def test_the_site_decides_how_many_articles_a_sheet_and_a_feed_hold() -> None:
    pages = {page.file: page for page in planned(ARTICLES, Site(sheet_size=6, feed_size=2))}
    assert len(pages["sections/sea-sky.html"].view()["cards"]) == 6
    assert len(pages["2024/01/index.html"].view()["cards"]) == 6
    assert len(pages["feed/1.xml"].view()["entries"]) == 2


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"day_pages": False},
        {"on_this_day": False},
        {"feeds": FeedSettings(sections="all", tags="all", authors="all")},
        {"feeds": FeedSettings(formats=("json",))},
        {"feeds": FeedSettings(formats=())},
        {"day_pages": False, "on_this_day": False, "theme": ThemeSettings(measure=60)},
    ],
)
def test_every_link_of_every_page_leads_to_a_page(settings: dict[str, object]) -> None:
    site = SITE.model_copy(update=settings)
    archive = make_archive(ARTICLES, site)
    pages = planned(ARTICLES, site)
    files = {page.file for page in pages} | {"favicon.svg", "style.css", "search/scripts/search.js"}
    for page in pages:
        if not page.file.endswith(".html"):
            continue
        for link in texts(read_html(page, archive, site), "//@href | //@src"):
            if link.startswith(("#", "https://")):
                continue
            place = posixpath.normpath(posixpath.join(posixpath.dirname(page.file), unquote(link)))
            assert place.lstrip("/") in files, f"{page.file} links to {link}"


@given(EDITED, EDITED)
def test_a_page_whose_view_is_another_has_another_digest(one: list[Article], other: list[Article]) -> None:
    before, after = ({page.file: page for page in planned(articles)} for articles in (one, other))
    for file in before.keys() & after.keys():
        if dict(before[file].view()) != dict(after[file].view()):
            assert before[file].data() != after[file].data(), file
