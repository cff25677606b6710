"""Suggestions: other publications of a text, and earlier and later articles on the same matter."""

import sqlite3
from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.archive import Archive
from newsgen.archive.indexer import Indexer
from newsgen.archive.suggestions import SuggestionTable
from newsgen.record.article import Article
from newsgen.settings.site import Site
from tests.support.records import an_article, make_index, place
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
    """The paths of the articles that a story suggests."""

    copies: tuple[str, ...]
    earlier: tuple[str, ...]
    later: tuple[str, ...]


def suggested(state: sqlite3.Connection, most: int = 5) -> dict[str, Lists]:
    """The suggestions of each article that has any."""
    found = {}
    for path, number in numbers_of(state).items():
        lists = Archive(state).suggestions(number, most)
        if any(lists):
            found[path] = Lists._make(tuple(card.path for card in cards) for cards in lists)
    return found


def numbers_of(state: sqlite3.Connection) -> dict[str, int]:
    return dict(state.execute("SELECT path, id FROM articles ORDER BY path").fetchall())


def postings_of(state: sqlite3.Connection) -> list[tuple[int, bytes]]:
    return state.execute("SELECT term, articles FROM postings ORDER BY term").fetchall()


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


def test_a_site_may_have_no_suggestions() -> None:
    state = make_index(daily_reports(3, "ferry"), Site(suggestions=0))
    assert suggested(state) == {}
    assert {SuggestionTable(state).fingerprint(number) for number in numbers_of(state).values()} == {None}


def test_texts_of_a_line_are_not_on_the_same_matter() -> None:
    articles = [an_article(f"{day}.md", headline=f"Tide {day}", published=f"2024-01-0{day}") for day in (1, 2, 3)]
    assert suggested(make_index(articles, Site())) == {}


def test_an_update_names_the_articles_whose_suggestions_changed_and_the_cause() -> None:
    state = make_index(daily_reports(3, "ferry"), Site())
    table, numbers = SuggestionTable(state), numbers_of(state)
    vectors = {number: table.vector_of(number) for number in numbers.values()}
    assert list(table.update({}, 5)) == []
    assert list(table.update(vectors, 5)) == []
    first, second, third = (numbers[f"note-0{day}.md"] for day in (1, 2, 3))
    assert table.partners(second) == sorted((first, third))
    state.execute("UPDATE articles SET sort_key = NULL WHERE id = ?", (second,))
    changed = list(table.update({second: vectors[second]}, 5))
    assert set(changed) == {(first, second), (second, second), (third, second)}
    assert suggested(state) == {"note-01.md": ((), (), ("note-03.md",)), "note-03.md": ((), ("note-01.md",), ())}


def test_a_fingerprint_is_there_until_it_is_removed() -> None:
    state = make_index(daily_reports(1, "ferry"), Site())
    table, (number,) = SuggestionTable(state), numbers_of(state).values()
    found = table.fingerprint(number)
    assert found
    assert found[0] == table.vector_of(number) == Archive(state).similarity_vector(number)
    table.remove_fingerprint(number)
    assert table.fingerprint(number) is None


@pytest.mark.parametrize("most", [1, 3])
@given(ARCHIVES)
def test_choosing_article_by_article_is_choosing_all_at_once(most: int, articles: list[Article]) -> None:
    state, site = make_index(articles[:1], Site(suggestions=most)), Site(suggestions=most)
    for article in articles[1:]:
        indexer = Indexer(state, site)
        indexer.add_or_update([place(article, site)])
        indexer.finish()
    step_by_step, postings = suggested(state, most), postings_of(state)
    SuggestionTable(state).rebuild(most)
    assert suggested(state, most) == step_by_step
    assert postings_of(state) == postings


@pytest.mark.long
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
