"""What the rules about outdated targets ask, answered by the archive and the register."""

import sqlite3
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.archive import Archive
from newsgen.archive.facts import Placement
from newsgen.archive.targets import SITE_TARGETS, Target, article_target
from newsgen.build.index_queries import IndexQueries
from newsgen.output.register import OutputRegister, WrittenFile
from newsgen.pages.feeds.feed import plan_feed
from newsgen.record.article import Article, Link
from newsgen.settings.site import Site
from tests.support.records import an_article, daily_articles, make_index, place
from tests.support.state import open_state

DAYS = st.lists(st.integers(1, 28), unique=True, max_size=14)


def queries(state: sqlite3.Connection, site: Site | None = None) -> IndexQueries:
    return IndexQueries(Archive(state), OutputRegister(state), site or Site())


def sort_keys(articles: Sequence[Article]) -> list[str]:
    return [place(article, Site()).sort_key for article in articles]


def blocks(*numbers: int) -> list[Target]:
    return [Target("feed", str(number)) for number in numbers]


def test_all_targets_are_those_that_the_index_knows() -> None:
    dated = an_article("a.md", section="Sea", tags=("tide",), byline=("Ada Quill",), published="2014-02-03")
    state = make_index([dated, an_article("caf\udce9.md", headline="Tea")], Site())
    assert set(queries(state).all_targets()) == {
        *map(article_target, ("a.md", "caf\udce9.md")),
        *(Target("sections", "sea"), Target("tags", "tide"), Target("authors", "ada quill")),
        *(Target("years", "2014"), Target("months", "2014-02")),
        *(Target("days", "2014-02-03"), Target("anniversaries", "02-03")),
        *(Target("feed", "0"), *SITE_TARGETS),
    }
    assert set(queries(open_state()).all_targets()) == {Target("feed", "0"), *SITE_TARGETS}


def test_an_article_is_in_its_groups_and_one_that_is_not_listed_in_none() -> None:
    listed = an_article("a.md", tags=("Tide",), published="2014")
    state = make_index([listed, an_article("b.md", tags=("Tide",), delisted=True)], Site())
    assert queries(state).listings("a.md") == [Target("tags", "tide"), Target("years", "2014")]
    assert queries(state).listings("b.md") == []
    assert queries(state).listings("never.md") == []
    assert queries(state).members(Target("tags", "tide")) == ["a.md"]
    assert queries(state).members(Target("tags", "never")) == []


def test_referrers_are_the_articles_whose_texts_may_mean_one() -> None:
    heron = an_article("heron.md")
    state = make_index([heron, an_article("a.md", related=(Link("Heron"),)), an_article("b.md")], Site())
    assert set(queries(state).referrers(place(heron, Site()).identifiers)) == {"a.md"}
    assert list(queries(state).referrers([])) == []


def test_the_articles_beside_a_place_are_those_of_the_archive() -> None:
    state = make_index(daily_articles(3, section="Sea"), Site())
    second = Archive(state).find_article("note-02.md")
    assert second
    assert second.sort_key
    placement = Placement(second.sort_key, second.section_id)
    assert list(queries(state).adjacent_articles(placement)) == ["note-01.md", "note-03.md"]


def test_the_targets_of_a_template_are_those_of_its_pages() -> None:
    state = make_index([an_article("a.md")], Site())
    register = OutputRegister(state)
    files = [(article_target("a.md"), "a.html"), (Target("front"), "index.html")]
    register.plan([target for target, _ in files], files, "articles")
    register.mark_written([WrittenFile("a.html", "story.html", b"key", b"digest")])
    assert queries(state).targets_of_template("story.html") == {article_target("a.md")}


def test_every_dated_article_has_a_block_of_the_feed() -> None:
    state = make_index([an_article("undated.md"), *daily_articles(3)], Site())
    assert list(queries(state).all_feeds()) == [Target("feed"), *blocks(0)]


def test_articles_without_a_date_change_no_block() -> None:
    state = make_index([an_article("undated.md"), *daily_articles(3)], Site())
    assert list(queries(state).feed_blocks(sort_keys([an_article("other.md")]))) == []
    assert list(queries(state).feed_blocks([""])) == []


def test_news_change_the_last_blocks_and_a_change_long_ago_all_that_follow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsgen.pages.feeds.blocks.BLOCK", 4)
    articles = daily_articles(26)
    index, keys = queries(make_index(articles, Site(feed_size=1)), Site(feed_size=1)), sort_keys(articles)
    assert list(index.feed_blocks(keys[25:])) == blocks(5, 6)
    assert list(index.feed_blocks(keys[12:13])) == blocks(2, 3, 4, 5, 6)


@pytest.mark.long
@given(DAYS, DAYS, st.integers(1, 3))
def test_no_block_that_changes_is_left_out(before: list[int], after: list[int], feed_size: int) -> None:
    site = Site(feed_size=feed_size)
    articles = dict(enumerate(daily_articles(28), 1))

    def digests(index: IndexQueries) -> dict[Target, dict[str, bytes]]:
        return {
            block: {page.file: page.data() for page in plan_feed(block.key, index.archive, site)}
            for block in blocks(*range(9))
        }

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newsgen.pages.feeds.blocks.BLOCK", 4)
        patch.setattr("newsgen.pages.feeds.feed.BLOCK", 4)
        old, new = (
            queries(make_index([articles[day] for day in sorted(days)], site), site) for days in (before, after)
        )
        moved = sort_keys([articles[day] for day in set(before) ^ set(after)])
        was, now = digests(old), digests(new)
        assert {block for block in was if was[block] != now[block]} <= set(new.feed_blocks(moved))
