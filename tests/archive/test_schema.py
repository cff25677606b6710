import sqlite3

import pytest

from tests.support.records import open_index


def insert(state: sqlite3.Connection, table: str, **values: object) -> None:
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    state.execute(f"INSERT INTO {table}({names}) VALUES({marks})", tuple(values.values()))


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("articles", {"path": "a.md"}),
        ("groups", {"kind": "tags", "key": "tide"}),
        ("ledger", {"permalink": "/a.html"}),
        ("outputs", {"place": "a.html"}),
        ("inputs", {"area": "articles", "path": "a.md"}),
    ],
)
def test_nothing_stands_twice(table: str, row: dict[str, object]) -> None:
    state = open_index()
    insert(state, table, **row)
    with pytest.raises(sqlite3.IntegrityError):
        insert(state, table, **row)


@pytest.mark.parametrize(
    "question",
    [
        "SELECT id FROM articles WHERE section_id = 1 AND position < 'x' ORDER BY position DESC",
        "SELECT path FROM articles ORDER BY position",
        "SELECT article_id FROM names WHERE key = 1",
        "SELECT article_id FROM wants WHERE key = 1",
        "SELECT permalink FROM ledger WHERE article = 'a.md' AND NOT is_current",
        "SELECT permalink FROM ledger WHERE article = 'a.md'",
        "DELETE FROM ledger WHERE article = 'a.md' AND NOT is_public",
        "SELECT file FROM outputs WHERE owner = 'front:' AND planned = 1",
    ],
)
def test_what_is_asked_for_each_article_is_answered_by_an_index(question: str) -> None:
    plan = [row[3] for row in open_index().execute(f"EXPLAIN QUERY PLAN {question}")]
    assert all("SEARCH" in step or "USING INDEX" in step or "COVERING INDEX" in step for step in plan), plan
