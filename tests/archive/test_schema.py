"""The tables keep their keys apart, and answer what is asked for each article by an index."""

import sqlite3

import pytest

from tests.support.state import open_state


def insert(state: sqlite3.Connection, table: str, **values: object) -> None:
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    state.execute(f"INSERT INTO {table}({names}) VALUES({marks})", tuple(values.values()))


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("articles", {"path": "a.md"}),
        ("groups", {"kind": "tags", "key": "tide"}),
        ("ledger", {"permalink": "/a.html"}),
        ("outputs", {"folded": "a.html"}),
        ("inputs", {"area": "articles", "path": "a.md"}),
    ],
)
def test_a_key_is_in_its_table_once(table: str, row: dict[str, object]) -> None:
    state = open_state()
    insert(state, table, **row)
    with pytest.raises(sqlite3.IntegrityError):
        insert(state, table, **row)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT id FROM articles WHERE section_id = 1 AND sort_key < 'x' ORDER BY sort_key DESC",
        "SELECT path FROM articles ORDER BY sort_key",
        "SELECT article_id FROM identifiers WHERE key = 1",
        "SELECT article_id FROM article_references WHERE key = 1",
        "SELECT permalink FROM ledger WHERE article = 'a.md' AND NOT is_current",
        "SELECT permalink FROM ledger WHERE article = 'a.md'",
        "DELETE FROM ledger WHERE article = 'a.md' AND NOT is_public",
        "SELECT file FROM outputs WHERE kind = 'front' AND key = '' AND is_planned = 1",
        "SELECT article_id FROM links WHERE media = 'a.jpg' AND media <> ''",
        "SELECT path FROM articles WHERE image_media = 'a.jpg'",
    ],
)
def test_a_query_for_each_article_is_answered_by_an_index(query: str) -> None:
    plan = [row[3] for row in open_state().execute(f"EXPLAIN QUERY PLAN {query}")]
    assert all("SEARCH" in step or "USING INDEX" in step or "COVERING INDEX" in step for step in plan), plan
