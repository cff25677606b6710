import json
import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.archive import Archive
from newsgen.pages.feeds.feed import plan_feed, plan_group_feed
from newsgen.pages.page import Page
from newsgen.record.article import Article, Image
from newsgen.settings.feeds import FeedSettings, Format
from newsgen.settings.site import Site
from tests.support.paths import ROOT
from tests.support.records import an_article, daily_articles, make_archive
from tests.support.rendering import page_at, render, texts
from tests.support.validators import ATOM, check_atom, check_json_feed, walk_atom, walk_json

SITE = Site(
    title="The <Quay>", description="News & tides", url="https://quay.example/news", rights="© The Quay", language="en"
)

AUTHORS_AND_SECTIONS = ("sections/sea-sky", "sections/wind", "authors/ada-quill")
# XML 1.0, production 2 "Char".
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LISTS = ROOT.parent / "shared" / "data" / "hostile"


def plan_site(archive: Archive, site: Site) -> Iterator[Page]:
    """All documents of the site's feed."""
    yield from plan_feed("", archive, site)
    yield from plan_feed("0", archive, site)


def feed_of(articles: Sequence[Article], site: Site = SITE) -> Any:
    """The newest document in Atom."""
    archive = make_archive(articles, site)
    return check_atom(render(page_at("feed.xml", plan_site(archive, site)), archive, site))


def json_of(articles: Sequence[Article], site: Site = SITE) -> Any:
    """The newest document in JSON."""
    archive = make_archive(articles, site)
    return check_json_feed(render(page_at("feed.json", plan_site(archive, site)), archive, site))


def documents(articles: Iterable[Article], site: Site) -> dict[str, bytes]:
    """All documents of the site's feed, by their files."""
    archive = make_archive(articles, site)
    return {page.file: render(page, archive, site) for page in plan_site(archive, site)}


def test_there_is_a_feed_in_both_formats_where_an_article_has_a_date() -> None:
    archive = make_archive([an_article("a.md"), an_article("b.md", published="1998")], SITE)
    assert [(page.file, page.template, page.owner) for page in plan_site(archive, SITE)] == [
        ("feed.xml", "feed.xml", "feed:"),
        ("feed.json", "feed.json", "feed:"),
    ]


@pytest.mark.parametrize(
    ("formats", "files"), [(("json",), ["feed.json"]), (("atom",), ["feed.xml"]), ((), [])], ids=str
)
def test_the_site_decides_in_which_formats(formats: tuple[Format, ...], files: list[str]) -> None:
    site = Site(feeds=FeedSettings(formats=formats))
    assert [page.file for page in plan_site(make_archive(daily_articles(2), site), site)] == files


@pytest.mark.parametrize("articles", [[], [an_article("a.md")]])
def test_an_archive_without_any_date_has_no_feed(articles: list[Article]) -> None:
    archive = make_archive(articles, SITE)
    assert list(plan_site(archive, SITE)) == []


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
    site = Site(feed_size=3, feeds=FeedSettings(history=False))
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
    site = SITE.model_copy(update={"feed_size": 1})
    assert documents(reversed(daily_articles(3)), site) == documents(daily_articles(3), site)


def test_addresses_in_a_feed_are_escaped() -> None:
    feed = feed_of([an_article("a.md", published="2024", permalink="/2024/tide mill é.html")])
    assert texts(feed, "atom:entry/atom:link/@href") == ["https://quay.example/news/2024/tide%20mill%20%C3%A9.html"]


def test_a_document_of_a_json_feed_says_the_same() -> None:
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


@pytest.mark.parametrize("url", ["https://quay.example/news", ""])
def test_every_dated_article_stands_once_in_the_history(url: str) -> None:
    site = Site(url=url, feed_size=4)
    several = (an_article(f"{number}.md", published=f"{1990 + number % 7}-05") for number in range(30))
    found = documents([an_article("undated.md"), *several, *daily_articles(9)], site)
    base = "https://quay.example/news/" if url else "file:///quay/"
    read = {f"{base}{file}": content for file, content in found.items()}
    atom = [
        title
        for _, root in walk_atom(read.__getitem__, f"{base}feed.xml")
        for title in texts(root, "atom:entry/atom:title")
    ]
    items = [item["title"] for _, feed in walk_json(read.__getitem__, f"{base}feed.json") for item in feed["items"]]
    assert len(read) == 2 * (1 + 8)
    assert atom[:2] == ["Note 09", "Note 08"]
    assert items == atom
    assert len(atom) == len(set(atom)) == 39


def test_a_history_shows_where_its_documents_are() -> None:
    found = documents(daily_articles(7), SITE.model_copy(update={"feed_size": 2}))
    assert sorted(found) == ["feed.json", "feed.xml", "feed/1.json", "feed/1.xml", "feed/2.json", "feed/2.xml"]
    base = "https://quay.example/news/feed"
    ways = {file: links_of(check_atom(content)) for file, content in found.items() if file.endswith(".xml")}
    assert ways == {
        "feed.xml": {"self": f"{base}.xml", "prev-archive": f"{base}/2.xml"},
        "feed/2.xml": {"self": f"{base}/2.xml", "current": f"{base}.xml", "prev-archive": f"{base}/1.xml"},
        "feed/1.xml": {"self": f"{base}/1.xml", "current": f"{base}.xml", "next-archive": f"{base}/2.xml"},
    }
    assert texts(check_atom(found["feed/1.xml"]), "atom:id") == texts(check_atom(found["feed.xml"]), "atom:id")
    assert texts(check_atom(found["feed/1.xml"]), "atom:updated") == ["2024-01-02T00:00:00Z"]


def links_of(root: Any) -> dict[str, str]:
    links = root.iterfind("atom:link", ATOM)
    return {link.get("rel"): link.get("href") for link in links if link.get("rel") != "alternate"}


@given(st.integers(0, 24), st.integers(0, 6), st.integers(1, 4))
def test_new_articles_leave_the_documents_of_the_history_as_they_were(before: int, more: int, size: int) -> None:
    """But for the newest of them, which comes to lead to the next one."""
    site = SITE.model_copy(update={"feed_size": size})
    old, new = documents(daily_articles(before), site), documents(daily_articles(before + more), site)
    archived = [file for file in old if "/" in file]
    newest = max(0, before // size - 1)
    for file in archived:
        if file == f"feed/{newest}.xml":
            assert without_next(new[file]) == without_next(old[file])
        else:
            assert new[file] == old[file]


def without_next(content: bytes) -> bytes:
    return b"\n".join(line for line in content.split(b"\n") if b'rel="next-archive"' not in line)


@given(st.integers(0, 13), st.integers(1, 4))
def test_a_corrected_article_changes_the_document_that_holds_it_and_no_other(place: int, size: int) -> None:
    site = SITE.model_copy(update={"feed_size": size})
    articles = daily_articles(14)
    old = documents(articles, site)
    articles[place] = replace(articles[place], dek="Corrected")
    new = documents(articles, site)
    changed = {file.rpartition(".")[0] for file in old if old[file] != new[file]}
    assert old.keys() == new.keys()
    assert len(changed) == 1
    (stem,) = changed
    assert b"Corrected" in new[f"{stem}.xml"]
    assert b"Corrected" in new[f"{stem}.json"]


def test_each_block_holds_the_documents_that_begin_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsgen.pages.feeds.feed.BLOCK", 5)
    site = Site(feed_size=2, feeds=FeedSettings(formats=("atom",)))
    archive = make_archive(daily_articles(15), site)
    blocks = {block: [page.file for page in plan_feed(block, archive, site)] for block in ("", "0", "1", "2", "3")}
    assert blocks == {
        "": ["feed.xml"],
        "0": ["feed/3.xml", "feed/2.xml", "feed/1.xml"],
        "1": ["feed/5.xml", "feed/4.xml"],
        "2": ["feed/6.xml"],
        "3": [],
    }
    assert {page.owner for page in plan_feed("1", archive, site)} == {"feed:1"}


def plan_groups(articles: Sequence[Article], site: Site) -> list[Page]:
    archive = make_archive(articles, site)
    return [
        page
        for kind in ("sections", "tags", "authors")
        for group in archive.groups(kind)
        for page in plan_group_feed(kind, group.key, archive, site)
    ]


GROUPED = [
    *daily_articles(5, section="Sea & Sky", tags=("tide",), byline=("Ada Quill",)),
    an_article("wind.md", section="Wind", tags=("Tide", "gale"), published="1998"),
    an_article("calm.md", section="Wind", tags=("calm",)),
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
def test_a_listing_that_asks_for_a_feed_has_its_own(feeds: dict[str, Any], files: list[str]) -> None:
    """A tag without a dated article has none."""
    site = Site(feed_size=3, feeds=FeedSettings(formats=("atom",), **feeds))
    assert [page.file for page in plan_groups(GROUPED, site)] == files


def test_the_feed_of_a_listing_says_whose_it_is() -> None:
    site = SITE.model_copy(update={"feed_size": 2, "feeds": FeedSettings(sections="all")})
    archive = make_archive(GROUPED, site)
    pages = {page.file: page for page in plan_group_feed("sections", "sea & sky", archive, site)}
    assert {page.owner for page in pages.values()} == {"sections:sea & sky"}
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


def test_feeds_of_a_site_without_an_address_have_identities_of_their_own() -> None:
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


HOSTILE = [
    "]]><script>alert(1)</script>",
    "bell \x07 and \x00 and \x0b",
    "last \ufffe of \uffff",
    "<![CDATA[x]]> &amp; &unknown; <?xml?> <!-- --",
    "\u202eright\u2028line\u2029\x85 \U0010ffff \U0001f40b",
    "\" ' \\ / </title>",
    "{{ 7 * 7 }} {% raw %}",
]


@pytest.mark.parametrize("text", HOSTILE, ids=repr)
def test_hostile_text_leaves_a_feed_whole(text: str) -> None:
    site = SITE.model_copy(update={"title": text, "description": text, "rights": text})
    article = an_article(
        "a.md", headline=text, dek=text, byline=(text,), section=text, tags=(text,), published="2024", slug="a"
    )
    shown = " ".join(NOT_XML.sub("\ufffd", text).split())
    root = feed_of([article], site)
    for path in (
        "title",
        "subtitle",
        "rights",
        "entry/atom:title",
        "entry/atom:summary",
        "entry/atom:author/atom:name",
    ):
        assert texts(root, f"atom:{path}") == [shown]
    assert texts(root, "atom:entry/atom:category/@term") == [shown, shown]
    (item,) = json_of([article], site)["items"]
    assert (item["title"], item["summary"], item["tags"]) == (text, text, [text, text])


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_text_leaves_a_feed_whole(text: str) -> None:
    article = an_article("a.md", headline=text, dek=text, published="2024", slug="a")
    feed_of([article], SITE.model_copy(update={"title": text}))
    (item,) = json_of([article], SITE)["items"]
    assert (item["title"], item["content_text"]) == (text, text)


@pytest.mark.skipif(not LISTS.is_dir(), reason="the lists of hostile texts are not here")
def test_lists_of_hostile_text_leave_feeds_whole() -> None:
    lines = [*json.loads((LISTS / "blns.json").read_text(encoding="utf-8"))]
    lines += (LISTS / "payloadbox.txt").read_text(encoding="utf-8").splitlines()
    texts_of = [line for line in dict.fromkeys(lines) if line.strip()]
    articles = [
        an_article(f"{number}.md", headline=text, dek=text, tags=(text,), published="2024", slug=f"a-{number}")
        for number, text in enumerate(texts_of)
    ]
    site = SITE.model_copy(update={"feed_size": 1000})
    found = documents(articles, site)
    read = {f"https://quay.example/news/{file}": content for file, content in found.items()}
    count = sum(
        len(root.findall("atom:entry", ATOM)) for _, root in walk_atom(read.__getitem__, f"{SITE.url}/feed.xml")
    )
    titles = [
        item["title"] for _, feed in walk_json(read.__getitem__, f"{SITE.url}/feed.json") for item in feed["items"]
    ]
    assert count == len(texts_of)
    assert sorted(titles) == sorted(texts_of)
