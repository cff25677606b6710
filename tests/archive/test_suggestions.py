"""Suggestions: other publications of a text, and what came before and after it on the same matter."""

import sqlite3
from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgen.archive.archive import Archive
from newsgen.archive.suggestions import rebuild_suggestions, suggestion_partners, update_suggestions
from newsgen.record.article import Article
from newsgen.settings.site import Site
from tests.support.records import an_article, make_index
from tests.support.topics import TOPICS, a_report, daily_reports

ARCHIVES = st.lists(
    st.builds(
        a_report,
        path=st.integers(0, 15).map(lambda number: f"{number}.md"),
        topic=st.sampled_from(TOPICS[:2]),
        number=st.integers(0, 5),
        delisted=st.sampled_from([False, False, True]),
        published=st.sampled_from([None, "2014", "2014-02", "2014-02-03"]),
    ),
    max_size=12,
    unique_by=lambda article: article.path,
)


class Lists(NamedTuple):
    """The paths of what a story suggests."""

    copies: tuple[str, ...]
    earlier: tuple[str, ...]
    later: tuple[str, ...]


def suggested(state: sqlite3.Connection, most: int = 5) -> dict[str, Lists]:
    """The suggestions of each article that has any."""
    found = {}
    for path, number in state.execute("SELECT path, id FROM articles ORDER BY path").fetchall():
        lists = Archive(state).suggested(number, most)
        if any(lists):
            found[path] = Lists._make(tuple(card.path for card in cards) for cards in lists)
    return found


def numbers_of(state: sqlite3.Connection) -> dict[str, int]:
    return dict(state.execute("SELECT path, id FROM articles").fetchall())


def test_earlier_and_later_articles_on_the_same_matter_are_suggested() -> None:
    articles = [
        a_report("a.md", "ferry", 1, published="2014"),
        a_report("b.md", "ferry", 2, published="2015"),
        a_report("c.md", "mill", 3, published="2016"),
        a_report("d.md", "ferry", 4, published="2017"),
    ]
    assert suggested(make_index(articles, Site())) == {
        "a.md": ((), (), ("b.md", "d.md")),
        "b.md": ((), ("a.md",), ("d.md",)),
        "d.md": ((), ("b.md", "a.md"), ()),
    }


def test_a_text_that_was_published_twice_is_another_publication_and_no_coverage() -> None:
    articles = [
        a_report("a.md", "ferry", 1, published="2014", headline="Ferry late"),
        a_report("b.md", "ferry", 1, published="2015", headline="Ferry late again"),
        a_report("c.md", "ferry", 2, published="2016"),
    ]
    found = suggested(make_index(articles, Site()))
    assert found["b.md"] == (("a.md",), (), ())
    # One of them stands for both.
    assert found["a.md"] == (("b.md",), (), ("c.md",))
    assert found["c.md"] == ((), ("a.md",), ())


def test_articles_in_other_languages_are_not_suggested() -> None:
    articles = [
        a_report("a.md", "ferry", 1, published="2014", language="en-GB"),
        a_report("b.md", "ferry", 2, published="2015", language="de"),
        a_report("c.md", "ferry", 3, published="2016", language="en"),
    ]
    assert suggested(make_index(articles, Site())) == {"a.md": ((), (), ("c.md",)), "c.md": ((), ("a.md",), ())}


def test_articles_that_are_not_listed_suggest_nothing_and_are_never_suggested() -> None:
    articles = daily_reports(3, "ferry")
    hidden = replace(articles[1], delisted=True)
    assert suggested(make_index([articles[0], hidden, articles[2]], Site())) == {
        "note-01.md": ((), (), ("note-03.md",)),
        "note-03.md": ((), ("note-01.md",), ()),
    }


def test_later_coverage_is_the_soonest_and_no_more_than_a_story_shows() -> None:
    found = suggested(make_index(daily_reports(9, "ferry"), Site(suggestions=2)), 2)
    assert {len(cards) for lists in found.values() for cards in lists} == {0, 1, 2}
    assert all(len(lists.earlier) == 2 for path, lists in found.items() if path > "note-02.md")
    choosing = [path for path, lists in found.items() if "note-01.md" in lists.earlier]
    assert found["note-01.md"].later == tuple(choosing[:2])


def test_a_site_may_want_none() -> None:
    state = make_index(daily_reports(3, "ferry"), Site(suggestions=0))
    assert suggested(state) == {}
    assert state.execute("SELECT COUNT(*) FROM gists").fetchone() == (0,)


def test_texts_of_a_line_are_not_taken_for_the_same_matter() -> None:
    articles = [an_article(f"{day}.md", headline=f"Tide {day}", published=f"2024-01-0{day}") for day in (1, 2, 3)]
    assert suggested(make_index(articles, Site())) == {}


def test_choosing_anew_tells_whose_suggestions_changed_and_why() -> None:
    state = make_index(daily_reports(3, "ferry"), Site())
    numbers = numbers_of(state)
    vectors = dict(state.execute("SELECT article_id, vector FROM gists").fetchall())
    assert list(update_suggestions(state, {}, 5)) == []
    assert list(update_suggestions(state, vectors, 5)) == []
    first, second, third = (numbers[f"note-0{day}.md"] for day in (1, 2, 3))
    assert suggestion_partners(state, second) == sorted((first, third))
    state.execute("UPDATE articles SET position = NULL WHERE id = ?", (second,))
    changed = list(update_suggestions(state, {second: vectors[second]}, 5))
    assert set(changed) == {(first, second), (second, second), (third, second)}
    assert suggested(state) == {"note-01.md": ((), (), ("note-03.md",)), "note-03.md": ((), ("note-01.md",), ())}


@pytest.mark.parametrize("most", [1, 3])
@settings(deadline=None)
@given(ARCHIVES)
def test_choosing_article_by_article_is_choosing_all_at_once(most: int, articles: list[Article]) -> None:
    state = make_index(articles, Site(suggestions=most))
    step_by_step = suggested(state, most)
    postings = state.execute("SELECT * FROM postings ORDER BY term").fetchall()
    rebuild_suggestions(state, most)
    assert suggested(state, most) == step_by_step
    assert state.execute("SELECT * FROM postings ORDER BY term").fetchall() == postings


@settings(deadline=None)
@given(ARCHIVES, ARCHIVES)
def test_newer_articles_change_no_earlier_coverage(articles: list[Article], more: list[Article]) -> None:
    later = [replace(article, path=f"later/{article.path}", published=NEWER) for article in more]
    before, after = (suggested(make_index(found, Site())) for found in (articles, [*articles, *later]))
    assert {path: lists.earlier for path, lists in after.items() if path in before} == {
        path: lists.earlier for path, lists in before.items()
    }
    full = {path: lists.later for path, lists in before.items() if len(lists.later) == 5}
    assert {path: after[path].later for path in full} == full


NEWER = an_article(published="2020").published
