"""Which blocks of the feed's history a change touches: never too few, and for news the last ones only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.archive import Archive
from newsgen.archive.feed_blocks import BLOCK, all_blocks, blocks_since
from newsgen.pages.feeds.feed import plan_feed
from newsgen.record.article import Article
from newsgen.settings.site import Site
from tests.support.records import an_article, daily_articles, enter, make_index, open_index


def test_every_dated_article_has_a_block() -> None:
    state = open_index()
    assert list(all_blocks(state)) == ["feed:0"]
    state.execute("INSERT INTO groups VALUES(1, 'years', '1987', '', '', '', ?)", (BLOCK - 1,))
    state.execute("INSERT INTO groups VALUES(2, 'undated', '', '', '', '', 9)")
    assert list(all_blocks(state)) == ["feed:0"]
    state.execute("INSERT INTO groups VALUES(3, 'years', '1988', '', '', '', ?)", (BLOCK + 1,))
    assert list(all_blocks(state)) == ["feed:0", "feed:1", "feed:2"]


def test_articles_without_a_date_touch_none() -> None:
    state = make_index([an_article("undated.md"), *daily_articles(3)], Site())
    positions = [enter(an_article("other.md"), Site()).position]
    assert list(blocks_since(state, positions, 2)) == []


def test_news_touch_the_last_blocks_and_a_change_long_ago_all_that_follow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsgen.archive.feed_blocks.BLOCK", 4)
    articles = daily_articles(26)
    state = make_index(articles, Site())
    positions = [enter(article, Site()).position for article in articles]
    assert list(blocks_since(state, positions[25:], 1)) == ["feed:5", "feed:6"]
    assert list(blocks_since(state, positions[12:13], 1)) == ["feed:2", "feed:3", "feed:4", "feed:5", "feed:6"]


ARTICLES = st.lists(st.integers(1, 28), unique=True, max_size=14)


@given(ARTICLES, ARTICLES, st.integers(1, 3))
def test_no_block_that_changes_is_left_out(one: list[int], other: list[int], size: int) -> None:
    site = Site(feed_size=size)

    def look(days: list[int]) -> tuple[list[Article], dict[str, dict[str, bytes]]]:
        articles = [article for article in daily_articles(28) if int(article.path[5:7]) in days]
        archive = Archive(make_index(articles, site))
        blocks = [f"feed:{block}" for block in range(9)]
        plans = {owner: plan_feed(owner.partition(":")[2], archive, site) for owner in blocks}
        return articles, {owner: {page.file: page.data() for page in plan} for owner, plan in plans.items()}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newsgen.archive.feed_blocks.BLOCK", 4)
        patch.setattr("newsgen.pages.feeds.feed.BLOCK", 4)
        (before, old), (after, new) = look(one), look(other)
        moved = [article for article in (*before, *after) if (article in before) != (article in after)]
        positions = [enter(article, site).position for article in moved]
        touched = set(blocks_since(make_index(after, site), positions, size))
    assert {owner for owner in old if old[owner] != new[owner]} <= touched
