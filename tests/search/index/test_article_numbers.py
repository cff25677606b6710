"""Which articles are searched, and under which numbers."""

import random
import sqlite3

import pytest

from newsgen.archive.database import create_tables
from newsgen.search.format.numbering import year_starts
from newsgen.search.index.article_numbers import Listed, listed_of, number_anew, numbered_of, renumber
from newsgen.search.index.cards import count_years


def _state(articles: dict[str, str]) -> sqlite3.Connection:
    state = sqlite3.connect(":memory:")
    create_tables(state)
    rows = ((path, published, published.encode(), path) for path, published in articles.items())
    state.executemany("INSERT INTO articles(path, published, digest, position) VALUES(?, ?, ?, ?)", rows)
    return state


@pytest.mark.parametrize("seed", range(8))
def test_numbers_after_changes_are_those_of_all_articles(seed: int) -> None:
    choose = random.Random(seed)
    articles = {
        f"{number}.md": choose.choice(("2003-01-05", "2003-11", "2004-02-29", "2004", "")) for number in range(90)
    }
    state = _state(articles)
    number_anew(state)
    news = {}
    for path in choose.sample(sorted(articles), 4):
        before = numbered_of(state, path)
        now = choose.choice((None, Listed(2004, "2004-05-06", b"x")))
        news[path] = (before, now)
        articles.pop(path)
        if now:
            articles[path] = now.published
    moved = renumber(state, news)
    fresh = _state(articles)
    number_anew(fresh)
    wanted = dict(fresh.execute("SELECT path, number FROM numbered").fetchall())
    if moved is None:
        # Nothing less than another beginning of a year that stays asks for that.
        old, new = (year_starts(count_years(one)) for one in (state, fresh))
        assert any(old.get(year, start) != start for year, start in new.items())
        return
    there = {path: number for path, number in state.execute("SELECT path, number FROM numbered") if path in articles}
    assert there | moved == wanted
    assert all(there.get(path) != number for path, number in moved.items())


def test_only_what_is_listed_is_searched() -> None:
    state = _state({"a.md": "2004-05-06"})
    state.execute("INSERT INTO articles(path, published, digest) VALUES('b.md', '2004', x'00')")
    number_anew(state)
    assert listed_of(state, "a.md") == Listed(2004, "2004-05-06", b"2004-05-06")
    assert listed_of(state, "b.md") is None
    assert numbered_of(state, "b.md") is None
    assert listed_of(state, "c.md") is None
