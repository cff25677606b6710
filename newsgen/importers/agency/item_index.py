"""Which items a source has in which versions, and which belong to each other: kept on disk, as sources are large."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterator
from typing import Any, NamedTuple

from newsgen.importers.agency.item.news_item import NewsItem, Picture
from newsgen.importers.agency.item.picture_details import details_of_picture
from newsgen.importers.temporary_database import TemporaryDatabase

_TABLES = """
CREATE TABLE items (
    place INTEGER PRIMARY KEY, key TEXT NOT NULL, version TEXT NOT NULL, kind TEXT NOT NULL,
    status TEXT NOT NULL, headline TEXT NOT NULL, pictures TEXT NOT NULL, details TEXT NOT NULL
);
CREATE INDEX items_by_key ON items (key);
CREATE TABLE refs (source TEXT NOT NULL, target TEXT NOT NULL);
CREATE INDEX refs_by_target ON refs (target);
CREATE INDEX refs_by_source ON refs (source);
CREATE TABLE picture_names (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE unnamed (path TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE kills (key TEXT PRIMARY KEY) WITHOUT ROWID;
"""


class Known(NamedTuple):
    """What is known of the item that is the last of its versions."""

    place: int
    key: str
    kind: str
    status: str
    headline: str


class ItemIndex(TemporaryDatabase):
    """The items of a source, by their places in it and by their keys."""

    def __init__(self) -> None:
        super().__init__(_TABLES)

    def add(self, place: int, item: NewsItem) -> None:
        """Keep an item."""
        key = item.key or f"place:{place}"
        described = [(part.source, part.caption, part.credit, part.alt) for part in item.pictures if not part.content]
        details = details_of_picture(item) if item.kind == "picture" else {}
        values = (place, key, item.version.sort_key, item.kind, item.status, item.headline)
        self._database.execute(
            "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, json.dumps(described), json.dumps(details, default=str)),
        )
        self._database.executemany("INSERT INTO refs VALUES (?, ?)", [(key, target) for target in item.refers_to])
        names = [(posixpath.basename(part.source).lower(),) for part in item.pictures]
        self._database.executemany("INSERT OR IGNORE INTO picture_names VALUES (?)", names)
        if item.kills:
            self._database.execute("INSERT OR IGNORE INTO kills VALUES (?)", (item.kills,))

    def name_by_path(self, path: str) -> str:
        """A name for an item without a key: that of its file, with a number where another item has it."""
        row = self._database.execute("SELECT count FROM unnamed WHERE path = ?", (path,)).fetchone()
        count = row[0] + 1 if row else 1
        self._database.execute("INSERT OR REPLACE INTO unnamed VALUES (?, ?)", (path, count))
        return f"agency:{path}" if count == 1 else f"agency:{path}#{count}"

    def last_version(self, key: str) -> Known | None:
        """The item of a key that replaces all others of that key."""
        row = self._database.execute(
            "SELECT place, key, kind, status, headline FROM items WHERE key = ? "
            "ORDER BY version DESC, place DESC LIMIT 1",
            (key,),
        ).fetchone()
        return Known(*row) if row else None

    def is_killed(self, key: str) -> bool:
        """Whether another item takes one back."""
        return bool(self._database.execute("SELECT 1 FROM kills WHERE key = ?", (key,)).fetchone())

    def names_picture(self, name: str) -> bool:
        """Whether an item names a picture's file."""
        found = self._database.execute("SELECT 1 FROM picture_names WHERE name = ?", (name.lower(),))
        return bool(found.fetchone())

    def is_shown_elsewhere(self, key: str) -> bool:
        """Whether a text, or a package with a text, has an item of this key."""
        for (source,) in self._database.execute("SELECT source FROM refs WHERE target = ?", (key,)).fetchall():
            owner = self.last_version(source)
            if owner and (owner.kind == "text" or any(part.kind == "text" for part in self._members(owner.key))):
                return True
        return False

    def companions(self, key: str) -> Iterator[Known]:
        """The items that belong to one: those that it names, and those of the packages that it is in."""
        seen = {key}
        packages = self._database.execute("SELECT source FROM refs WHERE target = ?", (key,)).fetchall()
        owners = [key, *(source for (source,) in packages if self._is_package(source))]
        for owner in owners:
            for member in self._members(owner):
                if member.key not in seen:
                    seen.add(member.key)
                    yield member

    def pictures_of(self, known: Known) -> tuple[Picture, ...]:
        """The pictures of an item."""
        row = self._database.execute("SELECT pictures FROM items WHERE place = ?", (known.place,)).fetchone()
        return tuple(Picture(*part) for part in json.loads(row[0])) if row else ()

    def details_of(self, known: Known) -> dict[str, Any]:
        """What is said of a picture besides its caption and credit."""
        row = self._database.execute("SELECT details FROM items WHERE place = ?", (known.place,)).fetchone()
        return dict(json.loads(row[0])) if row else {}

    def packages_of(self, key: str) -> tuple[str, ...]:
        """The headlines of the packages that an item is in."""
        rows = self._database.execute("SELECT DISTINCT source FROM refs WHERE target = ?", (key,)).fetchall()
        found = [self.last_version(source) for (source,) in rows]
        return tuple(part.headline for part in found if part and part.kind == "package" and part.headline)

    def _members(self, key: str) -> Iterator[Known]:
        for (target,) in self._database.execute("SELECT target FROM refs WHERE source = ?", (key,)).fetchall():
            found = self.last_version(target)
            if found:
                yield found

    def _is_package(self, key: str) -> bool:
        found = self.last_version(key)
        return bool(found and found.kind == "package")
