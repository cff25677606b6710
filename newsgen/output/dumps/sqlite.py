"""The archive as an SQLite database, to be asked with SQL or looked at in Datasette: a table a kind, and a text search.

It is made in one go, in the order of the records, and packed at the end, so that the same records give the same bytes
with the same SQLite; its version stands in bytes 96 to 99 of the file (sqlite.org/fileformat2.html).
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from newsgen.record.serialise import NO_NAMES, PUBLICATION

_TABLES = """
CREATE TABLE articles(
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, permalink TEXT NOT NULL, url TEXT, aliases TEXT,
    headline TEXT, dek TEXT, kicker TEXT, byline TEXT, dateline TEXT, section TEXT, tags TEXT, language TEXT,
    direction TEXT, published TEXT, year INTEGER, updated TEXT, corrections TEXT, related TEXT, images TEXT,
    original_url TEXT, rights TEXT, slug TEXT, declared_id TEXT, print_page TEXT, notice TEXT, delisted TEXT,
    withdrawal TEXT, extra TEXT, text_sha256 TEXT NOT NULL, blocks TEXT, text TEXT
);
CREATE TABLE authors(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE article_authors(
    article_id INTEGER NOT NULL REFERENCES articles(id), author_id INTEGER NOT NULL REFERENCES authors(id),
    place INTEGER NOT NULL, PRIMARY KEY(article_id, author_id)
);
CREATE TABLE tags(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE article_tags(
    article_id INTEGER NOT NULL REFERENCES articles(id), tag_id INTEGER NOT NULL REFERENCES tags(id),
    place INTEGER NOT NULL, PRIMARY KEY(article_id, tag_id)
);
"""
_GROUP_TABLES = """
CREATE TABLE "KIND"(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE "article_KIND"(
    article_id INTEGER NOT NULL REFERENCES articles(id), "KIND_id" INTEGER NOT NULL REFERENCES "KIND"(id),
    place INTEGER NOT NULL, PRIMARY KEY(article_id, "KIND_id")
);
"""
# Datasette and sqlite-utils find the search of a table by `content="articles"`, written just so.
_INDEXES = """
CREATE INDEX articles_published ON articles(published);
CREATE INDEX articles_section ON articles(section);
CREATE INDEX article_authors_author ON article_authors(author_id);
CREATE INDEX article_tags_tag ON article_tags(tag_id);
CREATE VIRTUAL TABLE articles_fts USING fts5(headline, dek, text, content="articles", content_rowid="id");
INSERT INTO articles_fts(articles_fts) VALUES('rebuild');
INSERT INTO articles_fts(articles_fts) VALUES('optimize');
"""
# Lists of names and what has parts of its own stand in their columns as JSON, which SQLite and Datasette look into.
# A table's own numbers are its `id`.
_OTHERWISE = {"id": "declared_id"}
_LISTS = (("authors", "author_id", "byline"), ("tags", "tag_id", "tags"))


def make_database(file: Path, members: Iterable[bytes], columns: Sequence[str] = ()) -> None:
    """Make the database of records, which come in gzip members of lines of JSON; what is at `file` is replaced.

    `columns` are those that not every record has: the newspaper, lists of names, comments, and what it
    is a translation of.
    """
    kinds = [column for column in columns if column not in NO_NAMES]
    lists = (*_LISTS, *((kind, f"{kind}_id", kind) for kind in kinds))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        # Nobody reads it before it is whole, and what is not whole is thrown away.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        database.execute("PRAGMA page_size = 4096")
        database.executescript(_TABLES)
        for column in columns:
            database.execute(f'ALTER TABLE articles ADD COLUMN "{column}" TEXT')
        for kind in kinds:
            database.executescript(_GROUP_TABLES.replace("KIND", kind))
        database.execute("BEGIN")
        for number, record in enumerate(_read_records(members), 1):
            _put(database, number, record, lists)
        database.execute("COMMIT")
        database.executescript(_INDEXES)
        for kind in kinds:
            database.execute(f'CREATE INDEX "article_{kind}_name" ON "article_{kind}"("{kind}_id")')
        if PUBLICATION in columns:
            database.execute("CREATE INDEX articles_publication ON articles(publication)")
        database.execute("VACUUM")


def _read_records(members: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    for member in members:
        for line in zlib.decompress(member, wbits=31).splitlines():
            yield json.loads(line)


def _put(
    database: sqlite3.Connection, number: int, record: dict[str, Any], lists: Iterable[tuple[str, str, str]]
) -> None:
    # Of a date of which only the year is known, no function of SQLite tells it.
    values = [_value(value) for value in record.values()] + [int(record["published"][:4] or 0) or None]
    columns, marks = ", ".join(f'"{_OTHERWISE.get(name, name)}"' for name in record), ", ".join("?" * len(record))
    database.execute(f"INSERT INTO articles(id, {columns}, year) VALUES(?, {marks}, ?)", (number, *values))
    for table, column, field in lists:
        for place, name in enumerate(map(_value, record.get(field, ())), 1):
            database.execute(f'INSERT OR IGNORE INTO "{table}"(name) VALUES(?)', (name,))
            database.execute(
                f'INSERT INTO "article_{table}"(article_id, "{column}", place)'
                f' SELECT ?, id, ? FROM "{table}" WHERE name = ?',
                (number, place, name),
            )


def _value(value: object) -> str | None:
    """A value as a column holds it: NULL where the source does not show it."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) if value else ""
    return text.encode("utf-8", "backslashreplace").decode() or None
