"""The database: all records in tables that SQL and Datasette can use, and the same bytes each time."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from newsgen.output.dumps.chunks import gzip_member
from newsgen.output.dumps.sqlite import make_database
from newsgen.record.article import Article, Block
from newsgen.record.serialise import json_line, make_record_parts
from tests.support.records import an_article

ARTICLES = (
    an_article("a.md", headline="Flood", byline=("Ada", "Bo"), tags=("tide",), body=(Block("markdown", "Water.", 1),)),
    an_article("b.md", headline="Ferry", byline=("Bo",), tags=("tide", "ferry"), published="2020-07", extra={"n": "1"}),
)


def make(file: Path, articles: tuple[Article, ...] = ARTICLES) -> sqlite3.Connection:
    lines = [json_line(article.path, f"/{article.path}", "", make_record_parts(article)) for article in articles]
    make_database(file, [gzip_member(b""), *map(gzip_member, lines)])
    return sqlite3.connect(file)


def test_records_are_rows_and_unknown_values_are_null(tmp_path: Path) -> None:
    with closing(make(tmp_path / "new/archive.sqlite")) as database:
        rows = database.execute("SELECT id, path, headline, published, year, byline, extra, text FROM articles")
        assert rows.fetchall() == [
            (1, "a.md", "Flood", None, None, '["Ada", "Bo"]', None, "Water."),
            (2, "b.md", "Ferry", "2020-07", 2020, '["Bo"]', '{"n": "1"}', None),
        ]
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_authors_and_tags_are_joined_in_their_order(tmp_path: Path) -> None:
    with closing(make(tmp_path / "archive.sqlite")) as database:
        for table, column, wanted in (
            ("authors", "author_id", [("a.md", "Ada"), ("a.md", "Bo"), ("b.md", "Bo")]),
            ("tags", "tag_id", [("a.md", "tide"), ("b.md", "tide"), ("b.md", "ferry")]),
        ):
            rows = database.execute(
                f"SELECT path, name FROM article_{table} j JOIN articles a ON a.id = article_id"
                f" JOIN {table} t ON t.id = j.{column} ORDER BY a.id, place"
            )
            assert rows.fetchall() == wanted


def test_words_are_found(tmp_path: Path) -> None:
    with closing(make(tmp_path / "archive.sqlite")) as database:
        query = "SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?"
        assert database.execute(query, ("water",)).fetchall() == [(1,)]
        assert database.execute(query, ("ferry",)).fetchall() == [(2,)]


def test_programs_find_the_search_that_belongs_to_the_table(tmp_path: Path) -> None:
    with closing(make(tmp_path / "archive.sqlite")) as database:
        query = "SELECT name FROM sqlite_master WHERE sql LIKE '%VIRTUAL TABLE%USING FTS%content=\"articles\"%'"
        assert database.execute(query).fetchall() == [("articles_fts",)]


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    many = tuple(
        an_article(f"{number:04}.md", body=(Block("markdown", f"Word {number} of {number % 7}.", 1),))
        for number in range(500)
    )
    make(tmp_path / "one.sqlite", many).close()
    (tmp_path / "other.sqlite").write_bytes(b"what a killed build left")
    make(tmp_path / "other.sqlite", many).close()
    assert (tmp_path / "one.sqlite").read_bytes() == (tmp_path / "other.sqlite").read_bytes()


def test_the_columns_are_the_fields_of_records(tmp_path: Path) -> None:
    with closing(make(tmp_path / "archive.sqlite")) as database:
        columns = [column[1] for column in database.execute("PRAGMA table_info(articles)")]
    record = json.loads(json_line("a.md", "/a.md", "", make_record_parts(ARTICLES[0])))
    assert [column for column in columns if column not in ("id", "year")] == [
        {"id": "declared_id"}.get(name, name) for name in record
    ]
