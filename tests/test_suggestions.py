"""Suggestions: earlier articles that share most tags, the nearest first."""

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive import Archive
from newsgen.article import Article
from newsgen.config import Site
from newsgen.suggestions import choose, followers, suggest_again, suggest_all
from tests.records import an_article, daily_articles, make_index

TAGS = st.lists(st.sampled_from(["tide", "Tide", "mill", "Mill-", "frost", "🐦"]), max_size=4).map(tuple)
ARCHIVES = st.lists(
    st.builds(
        an_article,
        path=st.integers(0, 15).map(lambda number: f"{number}.md"),
        tags=TAGS,
        published=st.sampled_from([None, "2014", "2014-02", "2014-02-03"]),
    ),
    max_size=12,
    unique_by=lambda article: article.path,
)


def suggested(state: sqlite3.Connection) -> dict[str, list[str]]:
    """The suggestions of each article by their paths."""
    rows = state.execute("SELECT path, id FROM articles ORDER BY path").fetchall()
    return {path: [card.path for card in Archive(state).suggested(number)] for path, number in rows}


def number_of(path: str, state: sqlite3.Connection) -> int:
    (number,) = state.execute("SELECT id FROM articles WHERE path = ?", (path,)).fetchone()
    return int(number)


@pytest.mark.parametrize(
    ("nearest", "most", "chosen"),
    [
        ([], 5, []),
        ([[]], 5, []),
        ([[1, 2, 3]], 5, [3, 2, 1]),
        ([[1, 2, 3]], 2, [3, 2]),
        ([[1, 2, 3], [1]], 2, [1, 3]),
        ([[1, 4], [2, 4], [1, 2], [5]], 5, [4, 2, 1, 5]),
    ],
)
def test_those_that_share_most_are_chosen_and_of_these_the_latest(
    nearest: list[list[int]], most: int, chosen: list[int]
) -> None:
    assert choose(nearest, most) == chosen


def test_only_earlier_articles_of_the_same_tags_are_suggested() -> None:
    articles = [
        an_article("a.md", published="2014", tags=("tide", "mill")),
        an_article("b.md", published="2015", tags=("Tide",)),
        an_article("c.md", published="2016", tags=("frost",)),
        an_article("d.md", published="2017", tags=("mill", "tide")),
        an_article("e.md", published="2018"),
    ]
    assert suggested(make_index(articles, Site())) == {
        "a.md": [],
        "b.md": ["a.md"],
        "c.md": [],
        "d.md": ["a.md", "b.md"],
        "e.md": [],
    }


def test_a_tag_that_an_article_spells_twice_counts_once() -> None:
    articles = [
        an_article("a.md", published="2014", tags=("tide", "Tide")),
        an_article("b.md", published="2015", tags=("mill",)),
        an_article("c.md", published="2016", tags=("tide", "TIDE", "mill")),
    ]
    assert suggested(make_index(articles, Site()))["c.md"] == ["b.md", "a.md"]


def test_a_tag_is_followed_to_the_fifty_articles_before() -> None:
    old = an_article("old.md", published="2013", tags=("tide", "rare"))
    between = [an_article(f"{n:02}.md", published=f"2014-01-01 00:{n:02}", tags=("tide",)) for n in range(50)]
    article = an_article("new.md", published="2015", tags=("tide", "rare"))
    for articles, first in (([old, *between[1:], article], "old.md"), ([old, *between, article], "49.md")):
        assert suggested(make_index(articles, Site()))["new.md"][0] == first


def test_a_site_may_want_none() -> None:
    state = make_index(daily_articles(3, tags=("tide",)), Site(suggestions=0))
    assert suggested(state) == {"note-01.md": [], "note-02.md": [], "note-03.md": []}
    assert list(suggest_again(state, [1, 2, 3], 0)) == []


def test_choosing_anew_tells_whose_suggestions_changed() -> None:
    state = make_index(daily_articles(3, tags=("tide",)), Site())
    assert list(suggest_again(state, [1, 2, 3], 5)) == []
    assert list(suggest_again(state, [1, 2, 3], 1)) == [3]
    assert suggested(state) == {"note-01.md": [], "note-02.md": ["note-01.md"], "note-03.md": ["note-02.md"]}


def test_followers_are_the_articles_that_may_suggest_one() -> None:
    articles = [*daily_articles(60, published="2014", tags=("tide",)), an_article("mill.md", published="2015")]
    state = make_index(articles, Site())
    rows = state.execute("SELECT id, position FROM articles ORDER BY position").fetchall()
    numbers = [number for number, _ in rows]
    assert list(followers(state, rows[3][1], ("Tide", "frost"))) == numbers[4:54]
    assert list(followers(state, rows[55][1], ("tide",))) == numbers[56:60]
    assert list(followers(state, rows[3][1], ("frost",))) == []


@given(ARCHIVES, st.integers(0, 4))
def test_choosing_article_by_article_is_choosing_all_at_once(articles: list[Article], most: int) -> None:
    state = make_index(articles, Site())
    suggest_all(state, most)
    at_once = suggested(state)
    state.execute("DELETE FROM suggested")
    numbers = [number_of(article.path, state) for article in articles]
    assert sorted(suggest_again(state, numbers, most)) == sorted(
        number_of(path, state) for path, others in at_once.items() if others
    )
    assert suggested(state) == at_once


@given(ARCHIVES, ARCHIVES)
def test_newer_articles_change_no_suggestion_of_older_ones(articles: list[Article], more: list[Article]) -> None:
    later = [replace(an_article(f"later/{article.path}", published="2020"), tags=article.tags) for article in more]
    before, after = (suggested(make_index(found, Site())) for found in (articles, [*articles, *later]))
    assert {path: others for path, others in after.items() if not path.startswith("later/")} == before
