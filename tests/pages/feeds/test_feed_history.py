from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.pages.feeds.feed import block_sheets, plan_feed
from newsgen.pages.pagination import cut_sheets
from newsgen.settings.feeds import FeedSettings
from newsgen.settings.site import Site
from tests.support.feeds import SITE, documents
from tests.support.records import an_article, daily_articles, make_archive
from tests.support.rendering import texts
from tests.support.validators import ATOM, check_atom, walk_atom, walk_json


def links_of(root: Any) -> dict[str, str]:
    links = root.iterfind("atom:link", ATOM)
    return {link.get("rel"): link.get("href") for link in links if link.get("rel") != "alternate"}


def without_next(content: bytes) -> bytes:
    return b"\n".join(line for line in content.split(b"\n") if b'rel="next-archive"' not in line)


@pytest.mark.parametrize("url", ["https://quay.example/news", ""])
def test_every_dated_article_is_once_in_the_history(url: str) -> None:
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


def test_the_documents_of_a_history_link_to_each_other() -> None:
    found = documents(daily_articles(7), SITE.model_copy(update={"feed_size": 2}))
    assert sorted(found) == ["feed.json", "feed.xml", "feed/1.json", "feed/1.xml", "feed/2.json", "feed/2.xml"]
    base = "https://quay.example/news/feed"
    links = {file: links_of(check_atom(content)) for file, content in found.items() if file.endswith(".xml")}
    assert links == {
        "feed.xml": {"self": f"{base}.xml", "prev-archive": f"{base}/2.xml"},
        "feed/2.xml": {"self": f"{base}/2.xml", "current": f"{base}.xml", "prev-archive": f"{base}/1.xml"},
        "feed/1.xml": {"self": f"{base}/1.xml", "current": f"{base}.xml", "next-archive": f"{base}/2.xml"},
    }
    assert texts(check_atom(found["feed/1.xml"]), "atom:id") == texts(check_atom(found["feed.xml"]), "atom:id")
    assert texts(check_atom(found["feed/1.xml"]), "atom:updated") == ["2024-01-02T00:00:00Z"]


@pytest.mark.long
@given(st.integers(0, 24), st.integers(0, 6), st.integers(1, 4))
def test_new_articles_do_not_change_the_documents_of_the_history(before: int, more: int, size: int) -> None:
    """Except for the newest of them, which gets a link to the next."""
    site = SITE.model_copy(update={"feed_size": size})
    old, new = documents(daily_articles(before), site), documents(daily_articles(before + more), site)
    archived = [file for file in old if "/" in file]
    newest = max(0, before // size - 1)
    for file in archived:
        if file == f"feed/{newest}.xml":
            assert without_next(new[file]) == without_next(old[file])
        else:
            assert new[file] == old[file]


@pytest.mark.long
@given(st.integers(0, 13), st.integers(1, 4))
def test_a_corrected_article_changes_the_document_that_holds_it_and_no_other(index: int, size: int) -> None:
    site = SITE.model_copy(update={"feed_size": size})
    articles = daily_articles(14)
    old = documents(articles, site)
    articles[index] = replace(articles[index], dek="Corrected")
    new = documents(articles, site)
    changed = {file.rpartition(".")[0] for file in old if old[file] != new[file]}
    assert old.keys() == new.keys()
    assert len(changed) == 1
    (stem,) = changed
    assert b"Corrected" in new[f"{stem}.xml"]
    assert b"Corrected" in new[f"{stem}.json"]


def test_each_block_holds_the_documents_that_begin_in_it() -> None:
    sheets = cut_sheets(15, "feed", 2)
    assert {block: [sheet.number for sheet in block_sheets(sheets, block, 5)] for block in range(4)} == {
        0: [3, 2, 1],
        1: [5, 4],
        2: [6],
        3: [],
    }


def test_a_block_plans_its_own_documents() -> None:
    site = Site(feed_size=2, feeds=FeedSettings(formats=("atom",)))
    archive = make_archive(daily_articles(7), site)
    plans = {
        block: [(page.file, str(page.target)) for page in plan_feed(block, archive, site)] for block in ("", "0", "1")
    }
    assert plans == {
        "": [("feed.xml", "feed:")],
        "0": [("feed/2.xml", "feed:0"), ("feed/1.xml", "feed:0")],
        "1": [],
    }
