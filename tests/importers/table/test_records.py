"""Records of JSON and rows of SQLite become articles as rows of text do."""

import json
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from newsgen.importers.imported import Imported
from newsgen.importers.table.mapping import TableMapping
from newsgen.importers.table.open_table import Choice
from newsgen.importers.table.read import read_tables
from tests.support.importing import (
    TODAY,
    articles_in,
    count_entries,
    markdown_of,
    messages_in,
    only_article,
    read_all,
    reasons_in,
)

MILL = {"id": 7, "headline": "Mill wheel", "text": "It turns.", "published": "2019-05-04"}
FERRY = {"id": 8, "headline": "Ferry", "text": "It sails.", "published": "2019-05-05"}


def read(file: Path, table: str = "") -> list[Imported]:
    return read_all(partial(read_tables, choice=Choice(table), mapping=TableMapping(), today=TODAY), file)


def read_text(tmp_path: Path, text: str | bytes, table: str = "") -> list[Imported]:
    file = tmp_path / "stories.json"
    file.write_bytes(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)
    return read(file, table)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(MILL) + "\n" + json.dumps(FERRY) + "\n",
        json.dumps([MILL, FERRY]),
        json.dumps([MILL, FERRY], indent=2),
        json.dumps({"articles": [MILL, FERRY]}),
        json.dumps({"meta": {"count": 2, "pages": [1]}, "data": {"articles": [MILL, FERRY]}}, indent=1),
        json.dumps({"tags": [{"id": 1, "name": "mill"}], "stories": [MILL, FERRY]}),
        "\ufeff" + json.dumps([MILL, FERRY]),
        "\x1e" + json.dumps(MILL) + "\n\x1e" + json.dumps(FERRY),
    ],
)
def test_each_record_becomes_an_article(tmp_path: Path, text: str) -> None:
    found = articles_in(read_text(tmp_path, text))
    assert [(item.article.id, item.article.headline, markdown_of(item)) for item in found] == [
        ("table:stories:7", "Mill wheel", "It turns."),
        ("table:stories:8", "Ferry", "It sails."),
    ]


@pytest.mark.parametrize("text", [json.dumps(MILL), json.dumps(MILL, indent=1)])
def test_a_file_may_be_one_record(tmp_path: Path, text: str) -> None:
    assert only_article(read_text(tmp_path, text)).article.headline == "Mill wheel"


def test_nested_values_are_read_by_their_names(tmp_path: Path) -> None:
    record = {
        "title": {"rendered": "Mill &amp; wheel"},
        "content": {"rendered": "<p>It <b>turns</b>.</p>", "protected": False},
        "author": {"name": "Ada Quill", "email": "ada@x.example"},
        "tags": [{"name": "mill"}, {"name": "wheel"}],
        "image": {"url": "/i/wheel.jpg", "caption": "It turns", "alt": "A wheel"},
        "score": {"points": 3, "login": "adaq"},
    }
    article = only_article(read_text(tmp_path, json.dumps([record]))).article
    assert (article.headline, article.byline, article.tags) == ("Mill & wheel", ("Ada Quill",), ("mill", "wheel"))
    assert (article.images[0].file, article.images[0].caption) == ("/i/wheel.jpg", "It turns")
    assert article.extra == {"score": {"points": "3"}}
    assert article.body[0].text.strip() == "It **turns**."


HOSTILE = {
    "a broken line costs its own record": (
        json.dumps(MILL) + '\n{"headline": "Fer\n' + json.dumps(FERRY) + "\n",
        ["Mill wheel", "Ferry"],
        ["2: cannot read the row: Unterminated string starting at"],
    ),
    "a line that is no object is told": (
        json.dumps(MILL) + "\n[1]\n",
        ["Mill wheel"],
        ["2: cannot read the row: it is no object"],
    ),
    "a list that is cut off keeps what stands before": (
        json.dumps([MILL, FERRY])[:-20],
        ["Mill wheel"],
        ["1: cannot read JSON: it is cut off"],
    ),
    "deep nesting in a list is told": (
        "[" + json.dumps(MILL) + ',{"x":' + "[" * 200_000 + "]" * 200_000 + "}]",
        ["Mill wheel"],
        ["1: cannot read JSON: too deeply nested"],
    ),
    "deep nesting in a line is told": (
        json.dumps(MILL) + "\n" + '{"x":' + "[" * 200_000 + "]" * 200_000 + "}\n" + json.dumps(FERRY) + "\n",
        ["Mill wheel", "Ferry"],
        ["2: cannot read the row: too deeply nested"],
    ),
    "lone halves of pairs are signs for unknown letters": (
        '{"headline": "Mill \\ud800 wheel", "text": "It turns."}\n',
        ["Mill \ufffd wheel"],
        [],
    ),
    "numbers without a value are nothing": (
        '{"headline": "Mill", "text": "It turns.", "dek": NaN, "x": Infinity}\n',
        ["Mill"],
        [],
    ),
    "an object in a list of texts is told": (
        "[" + json.dumps(MILL) + ', "Ferry"]',
        ["Mill wheel"],
        ["1: cannot read the row: it is no object"],
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_records(tmp_path: Path, name: str) -> None:
    text, headlines, problems = HOSTILE[name]
    found = read_text(tmp_path, text)
    assert ([item.article.headline for item in articles_in(found)], messages_in(found)) == (headlines, problems)


def test_of_several_lists_the_owner_names_one(tmp_path: Path) -> None:
    text = json.dumps({"news": [MILL], "old": [FERRY]})
    assert messages_in(read_text(tmp_path, text)) == ["0: has 2 tables"]
    found = read_text(tmp_path, text, "old")
    assert only_article(found).article.headline == "Ferry"
    assert count_entries(found, "table") == {("news", "left out"): 1}
    assert messages_in(read_text(tmp_path, text, "odl")) == ['0: has no table "odl". Did you mean "old"?']


def database(tmp_path: Path, *statements: str) -> Path:
    file = tmp_path / "stories.sqlite"
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    return file


def test_rows_of_sqlite_become_articles(tmp_path: Path) -> None:
    file = database(
        tmp_path,
        "CREATE TABLE authors (id INTEGER, name TEXT)",
        'CREATE TABLE "news; items" (id INTEGER PRIMARY KEY, title, body TEXT, pubdate TEXT, photo BLOB, hits REAL)',
        "INSERT INTO \"news; items\" VALUES (7, 'Mill wheel', 'It turns.', '2019-05-04', x'ffd8ffe000', 3.0)",
        "INSERT INTO \"news; items\" VALUES (8, 'Ferry', CAST(x'4974207361696cfc' AS TEXT), NULL, NULL, NULL)",
    )
    before = file.read_bytes()
    found = read(file)
    mill, ferry = articles_in(found)
    assert (mill.article.id, mill.article.extra, str(mill.article.published)) == (
        "table:news; items:7",
        {"hits": "3"},
        "2019-05-04",
    )
    assert markdown_of(ferry) == "It sailü"
    assert reasons_in(found, "table") == ["it is not the table of articles"]
    assert count_entries(found, "field")["photo", "left out"] == 1
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["stories.sqlite"]


def test_views_of_sqlite_are_not_run(tmp_path: Path) -> None:
    endless = "WITH RECURSIVE n(title, body) AS (SELECT 'a', 'b' UNION ALL SELECT title, body FROM n) SELECT * FROM n"
    file = database(tmp_path, f"CREATE VIEW articles AS {endless}")
    assert messages_in(read(file)) == ["0: has no table"]


def test_a_broken_file_of_sqlite_is_told(tmp_path: Path) -> None:
    file = tmp_path / "stories.sqlite"
    file.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    assert messages_in(read(file)) == ["0: cannot be read as SQLite: file is not a database"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (
            [{"type": "heading", "text": "Mill"}, {"type": "paragraph", "text": "It turns & turns."}],
            "## Mill\n\nIt turns & turns.",
        ),
        ({"blocks": [{"type": "paragraph", "data": {"text": "It <b>turns</b>."}}]}, "It **turns**."),
        (
            {
                "blocks": [
                    {"type": "list", "data": {"items": ["One", "Two"]}},
                    {"type": "quote", "data": {"text": "Said."}},
                ]
            },
            "- One\n- Two\n\n> Said.",
        ),
        ([{"_type": "block", "style": "h2", "children": [{"_type": "span", "text": "Mill"}]}], "## Mill"),
        (
            {
                "type": "doc",
                "content": [
                    {"type": "paragraph", "content": [{"type": "text", "text": "a", "marks": [{"type": "bold"}]}]}
                ],
            },
            "**a**",
        ),
    ],
)
def test_texts_that_are_lists_of_blocks_are_read(tmp_path: Path, value: object, text: str) -> None:
    found = read_text(tmp_path, json.dumps([{"id": 1, "headline": "Mill", "body": value}]))
    assert markdown_of(only_article(found)) == text


@pytest.mark.parametrize("date", ["2019-05-04T10:00:00Z", 1556964000000, {"$numberLong": "1556964000000"}])
def test_the_values_of_a_database_are_what_they_stand_for(tmp_path: Path, date: object) -> None:
    row = {"_id": {"$oid": "5c1"}, "headline": "Mill", "text": "It turns.", "date": {"$date": date}}
    article = only_article(read_text(tmp_path, json.dumps([row]))).article
    assert (article.id, str(article.published), article.extra) == ("table:stories:5c1", "2019-05-04T10:00:00Z", {})


def test_columns_with_numbers_are_several_of_one_field(tmp_path: Path) -> None:
    row = {
        "headline": "Mill",
        "text": "It turns.",
        "Author 1": "By Ada Quill",
        "author_2": "Bo Fenn",
        "tags": "mill|wheel",
    }
    row |= {"image": "/a.jpg", "image_caption": "The wheel"}
    article = only_article(read_text(tmp_path, json.dumps([row]))).article
    assert (article.byline, article.tags) == (("Ada Quill", "Bo Fenn"), ("mill", "wheel"))
    assert [(image.file, image.caption) for image in article.images] == [("/a.jpg", "The wheel")]
