import posixpath
from collections.abc import Sequence
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.archive import Archive
from newsgen.archive.targets import Target
from newsgen.build.index_queries import IndexQueries
from newsgen.output.register import OutputRegister
from newsgen.pages.page import Page
from newsgen.pages.plan import PageSource, plan_pages
from newsgen.record.article import Article, Block, Link
from newsgen.settings.about import AboutSettings
from newsgen.settings.appearance import ThemeSettings
from newsgen.settings.feeds import FeedSettings
from newsgen.settings.site import Site
from tests.support.records import an_article, daily_articles, make_archive, make_index, make_read
from tests.support.rendering import no_text, read_html, texts

SITE = Site(title="The Quay", url="https://quay.example", language="en", sheet_size=5)
ARTICLES = [
    *daily_articles(12, section="Sea & Sky", tags=("tide", "C++"), byline=("Ada Quill",)),
    an_article("year.md", published="1998", section="undated", tags=("Index", "404"), related=(Link("Note 03"),)),
    an_article("dam.md", headline="السد", language="ar", direction="rtl", section="ماء", byline=("آدا",)),
    an_article("named.md", permalink="/sections/tide", body=(Block("paragraph", "Water turns it.", 1),)),
    an_article("clip.md", published="1998-05", publication="The Quay", groups={"places": ("Old Quay",)}),
    an_article("event.md", groups={"people": ("Bo Fenn",), "events": ("Flood",)}),
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
        publication=st.sampled_from(["", "The Quay", "the quay", "Courier"]),
        groups=st.sampled_from([{}, {"people": ("Bo Fenn",)}, {"people": ("Bo Fenn",), "events": ("Flood",)}]),
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


def targets_of(articles: Sequence[Article], site: Site = SITE) -> tuple[list[Target], PageSource]:
    """Every target of a site, and what their pages are planned from."""
    state = make_index(articles, site)
    index = IndexQueries(Archive(state), OutputRegister(state), site)
    return sorted(index.all_targets()), PageSource(index.archive, site)


def planned(articles: Sequence[Article], site: Site = SITE) -> list[Page]:
    """All pages of all targets."""
    targets, source = targets_of(articles, site)
    return [page for target in targets for page in plan_pages(target, source)]


def test_every_target_has_the_pages_of_its_kind() -> None:
    more = {"theme": ThemeSettings(measure=60), "feeds": FeedSettings(sections="all"), "news_sitemap": True}
    more |= {"about": AboutSettings()}
    site = SITE.model_copy(update=more)
    kinds = {(str(page.target).partition(":")[0], page.template) for page in planned(ARTICLES, site)}
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
        ("about", "about.html"),
        ("publications", "listing.html"),
        ("publication-years", "year.html"),
        ("publication-months", "listing.html"),
        ("places", "listing.html"),
        ("people", "listing.html"),
        ("events", "listing.html"),
        ("front", "front.html"),
        ("missing", "404.html"),
        ("search", "search.html"),
        ("search", "words.html"),
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


def test_a_target_without_articles_has_no_pages() -> None:
    source = PageSource(make_archive(ARTICLES, SITE), SITE)
    gone = {"article": "gone.md", "sections": "gone", "tags": "gone", "authors": "gone", "years": "2001"}
    gone |= {
        "months": "2001-02",
        "days": "2001-02-03",
        "anniversaries": "02-03",
        "theme": "",
        "about": "",
        "comments": "",
        "feed": "7",
    }
    for kind, key in gone.items():
        assert list(plan_pages(Target(kind, key), source)) == []


def test_a_site_with_its_own_robots_txt_plans_none() -> None:
    source = PageSource(make_archive(ARTICLES, SITE), SITE, has_own_robots=True)
    assert list(plan_pages(Target("robots"), source)) == []


def test_every_page_has_its_target() -> None:
    targets, source = targets_of(ARTICLES)
    without = {*map(Target, ("about", "theme", "comments", "redirects")), Target("feed", "0")}
    for target in set(targets) - without:
        assert {page.target for page in plan_pages(target, source)} == {target}


def test_every_page_has_its_own_file_inside_the_output() -> None:
    files = [page.file for page in planned(ARTICLES)]
    assert len({file.casefold() for file in files}) == len(files)
    assert all(file == posixpath.normpath(file) and not file.startswith(("/", "..")) for file in files)


def test_the_same_articles_in_another_order_give_the_same_plan() -> None:
    pages, again = planned(ARTICLES), planned(ARTICLES[::-1])
    assert [(page.file, page.template, str(page.target)) for page in again] == [
        (page.file, page.template, str(page.target)) for page in pages
    ]
    read = make_read(ARTICLES)
    assert [dict(page.view(read)) for page in again] == [dict(page.view(read)) for page in pages]
    assert [page.data() for page in again] == [page.data() for page in pages]


def test_an_archive_without_articles_has_pages() -> None:
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
        "words/index.html",
    ]


def test_settings_limit_how_many_articles_a_sheet_and_a_feed_hold() -> None:
    pages = {page.file: page for page in planned(ARTICLES, Site(sheet_size=6, feed_size=2))}
    assert len(pages["sections/sea-sky.html"].view(no_text)["cards"]) == 6
    assert len(pages["2024/01/index.html"].view(no_text)["cards"]) == 6
    assert len(pages["feed/1.xml"].view(no_text)["entries"]) == 2


@pytest.mark.long
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
    archive, read = make_archive(ARTICLES, site), make_read(ARTICLES)
    pages = planned(ARTICLES, site)
    files = {page.file for page in pages} | {
        "favicon.svg",
        "style.css",
        "search/scripts/search.js",
        "search/scripts/words.js",
    }
    for page in pages:
        if not page.file.endswith(".html"):
            continue
        for link in texts(read_html(page, archive, site, read), "//@href | //@src"):
            if link.startswith(("#", "https://")):
                continue
            file = posixpath.normpath(posixpath.join(posixpath.dirname(page.file), unquote(link)))
            assert file.lstrip("/") in files, f"{page.file} links to {link}"


@pytest.mark.long
@given(EDITED, EDITED)
def test_pages_with_different_views_have_different_digests(one: list[Article], other: list[Article]) -> None:
    before, after = ({page.file: page for page in planned(articles)} for articles in (one, other))
    for file in before.keys() & after.keys():
        if dict(before[file].view(make_read(one))) != dict(after[file].view(make_read(other))):
            assert before[file].data() != after[file].data(), file
