"""What stands beside an article or a time: the nearest before and after, of its own kind only."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.archive import Archive
from newsgen.archive.neighbours import Period, adjacent_articles, adjacent_periods
from newsgen.settings.site import Site
from tests.support.records import an_article, make_index

SITE = Site()
KEYS = st.sampled_from(["2019", "2020", "2021-01", "2021-02", "2021-02-03"])
TIMES = st.sets(st.tuples(st.sampled_from(["days", "months", "years"]), KEYS))
ARTICLES = [
    an_article("a.md", published="2024-03-13", section="Sea"),
    an_article("b.md", published="2024-03-14", section="Wind"),
    an_article("c.md", published="2024-03-14 09:00", section="Sea"),
    an_article("d.md", published="2024-03-14 21:00"),
    an_article("e.md", published="2024-03-15", section="Sea"),
    an_article("month.md", published="2024-03"),
    an_article("caf\udce9.md", headline="Café", published="2024-03", section="Wind"),
    an_article("undated.md", section="Wind"),
]


def beside(path: str, state: sqlite3.Connection) -> list[str]:
    filed = Archive(state).find_entry(path)
    assert filed
    assert filed.position
    return list(adjacent_articles(state, filed.position, filed.section_id))


def moves(before: set[Period], now: set[Period]) -> dict[Period, list[str]]:
    """The keys of those beside each time that came or went."""
    found: dict[Period, list[str]] = {}
    for moved, (_, key) in adjacent_periods(before, now):
        found.setdefault(moved, []).append(key)
    return found


@pytest.mark.parametrize(
    ("path", "paths"),
    [
        ("a.md", ["c.md"]),
        ("b.md", ["caf\udce9.md", "c.md"]),
        ("c.md", ["a.md", "e.md", "b.md", "d.md"]),
        ("d.md", ["c.md"]),
        ("e.md", ["c.md"]),
        ("month.md", []),
        ("caf\udce9.md", ["undated.md", "b.md"]),
        ("undated.md", ["caf\udce9.md"]),
    ],
)
def test_articles_stand_beside_those_of_their_section_and_of_their_day(path: str, paths: list[str]) -> None:
    assert beside(path, make_index(ARTICLES, SITE)) == paths


@pytest.mark.parametrize("path", [article.path for article in ARTICLES])
def test_where_an_article_went_those_are_told_that_stood_beside_it(path: str) -> None:
    state = make_index(ARTICLES, SITE)
    filed = Archive(state).find_entry(path)
    assert filed
    assert filed.position
    before = beside(path, state)
    state.execute("DELETE FROM articles WHERE id = ?", (filed.id,))
    assert list(adjacent_articles(state, filed.position, filed.section_id)) == before


def test_the_articles_beside_one_are_those_that_its_page_shows() -> None:
    state = make_index(ARTICLES, SITE)
    archive = Archive(state)
    for article in ARTICLES:
        filed = archive.find_entry(article.path)
        assert filed
        assert beside(article.path, state) == [card.path for card in archive.neighbours(filed) if card]


def test_a_time_that_came_stands_between_the_nearest_of_its_kind() -> None:
    before = {("days", "2020-01-01"), ("days", "2020-01-09"), ("months", "2020-01"), ("years", "2020")}
    assert moves(before, {*before, ("days", "2020-01-05")}) == {
        ("days", "2020-01-05"): ["2020-01-01", "2020-01-09"],
    }
    assert moves(before, {*before, ("days", "2020-02-05"), ("months", "2020-02")}) == {
        ("days", "2020-02-05"): ["2020-01-09"],
        ("months", "2020-02"): ["2020-01"],
    }


def test_a_time_that_went_stood_between_the_nearest_of_its_kind() -> None:
    now = {("days", "2020-01-01"), ("days", "2020-01-09"), ("years", "2020")}
    assert moves({*now, ("days", "2020-01-05"), ("months", "2020-01")}, now) == {
        ("days", "2020-01-05"): ["2020-01-01", "2020-01-09"],
    }


def test_where_no_time_came_or_went_nothing_is_beside() -> None:
    assert moves({("days", "2020-01-01")}, {("days", "2020-01-01")}) == {}


@given(TIMES, TIMES)
def test_whatever_has_another_neighbour_now_stands_beside_something_that_moved(
    before: set[Period], now: set[Period]
) -> None:
    def neighbours(time: Period, times: set[Period]) -> list[Period]:
        same = sorted(other for other in times if other[0] == time[0])
        place = same.index(time)
        return [*same[max(0, place - 1) : place], *same[place + 1 : place + 2]]

    told = {other for _, other in adjacent_periods(before, now)}
    assert told <= now
    assert told >= {time for time in before & now if neighbours(time, before) != neighbours(time, now)}
