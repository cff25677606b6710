"""What earlier imports wrote: of each article of a source, where its file is and what it held.

It is kept in `.newsgen/imports.sqlite` of the site's folder. Without it nothing is lost: the ids in the front matter
say which articles are there, and every file that differs counts as edited.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from newsgen.archive.checksum import is_sound
from newsgen.importers.folders import Folders
from newsgen.importers.temporary_database import storable, stored_text
from newsgen.record.inside import names_inside
from newsgen.record.paths import MARKDOWN_ENDINGS

WRITTEN_FILE = ".newsgen/imports.sqlite"
# Front matter of an imported article is far shorter than this many bytes, but for a long list of custom fields, and its
# id stands before these.
_FRONT_MATTER = 1 << 16
_ID = re.compile(rb"^id: (?:\"(?P<quoted>(?:[^\"\\\n]|\\.)*)\"|(?P<plain>[^\n]*))$", re.MULTILINE)
# Articles between two commits: what a killed import wrote since is found in the files themselves.
_BATCH = 500
# The version of an article that was taken back; it sorts behind all others.
KILLED = "~"


class WrittenFile(NamedTuple):
    """Where an article's file was written below the articles folder, and the digest of what it held (None: unknown)."""

    path: str
    digest: bytes | None


class WrittenFiles:
    """The files of all imports into a site, by the ids of their articles, and the folders that they are written to.

    `next_numbers` are the numbers to try next for paths that several articles of this import ask for.
    """

    def __init__(self, root: Path, articles: Path) -> None:
        self._articles = articles
        self.folders = Folders()
        self.next_numbers: dict[str, int] = {}
        file = root / WRITTEN_FILE
        if os.path.lexists(file) and not (file.is_file() and is_sound(file)):
            _set_aside(file)
        # SQLite takes an empty file for a database.
        is_new = not file.exists() or not file.stat().st_size
        file.parent.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(file)
        self._database.text_factory = stored_text
        self._database.execute(
            "CREATE TABLE IF NOT EXISTS written (id TEXT PRIMARY KEY, path TEXT UNIQUE, digest BLOB) WITHOUT ROWID"
        )
        self._database.execute(
            "CREATE TABLE IF NOT EXISTS comments (id TEXT PRIMARY KEY, path TEXT, digest BLOB) WITHOUT ROWID"
        )
        self._database.execute("CREATE TABLE IF NOT EXISTS versions (id TEXT PRIMARY KEY, version TEXT) WITHOUT ROWID")
        # The paths with capitals or other accents, as `_fold` makes them alike; earlier versions had no such table.
        is_old = not self._database.execute("SELECT 1 FROM sqlite_master WHERE name = 'folded'").fetchone()
        self._database.execute("CREATE TABLE IF NOT EXISTS folded (path TEXT PRIMARY KEY) WITHOUT ROWID")
        self._pending = 0
        was_ended = self._database.execute("PRAGMA user_version").fetchone() == (0,)
        self._database.execute("PRAGMA user_version = 1")
        if is_new or not was_ended:
            self._learn_from_files()
        if is_old:
            for (path,) in self._database.execute("SELECT path FROM written").fetchall():
                self._keep_folded(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            if kind is None:
                self._database.execute("PRAGMA user_version = 0")
            self._database.commit()
        finally:
            self._database.close()

    def _execute(self, query: str, values: Iterable[object]) -> sqlite3.Cursor:
        return self._database.execute(query, storable(values))

    def find(self, article_id: str) -> WrittenFile | None:
        """The file of an article, where an import has written one."""
        return self._place("SELECT path, digest FROM written WHERE id = ?", article_id)

    def is_taken(self, path: str) -> bool:
        """Whether an article was written to a path, or to one that Windows and macOS take for the same."""
        query = "SELECT 1 FROM written WHERE path IN (?, ?) UNION ALL SELECT 1 FROM folded WHERE path = ?"
        folded = _fold(path)
        return self._execute(query, (path, folded, folded)).fetchone() is not None

    def add(self, article_id: str, written: WrittenFile) -> None:
        """Keep where an article was written, and what."""
        self._execute(
            "INSERT INTO written VALUES (?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET path = excluded.path, digest = excluded.digest",
            (article_id, *written),
        )
        self._keep_folded(written.path)
        self._pending += 1
        if self._pending >= _BATCH:
            self._database.commit()
            self._pending = 0

    def _keep_folded(self, path: str) -> None:
        folded = _fold(path)
        if folded != path:
            self._execute("INSERT OR IGNORE INTO folded VALUES (?)", (folded,))

    def find_comments(self, article_id: str) -> WrittenFile | None:
        """The file of an article's comments, where an import has written one."""
        return self._place("SELECT path, digest FROM comments WHERE id = ?", article_id)

    def add_comments(self, article_id: str, written: WrittenFile) -> None:
        """Keep where an article's comments were written, and which."""
        self._execute("INSERT OR REPLACE INTO comments VALUES (?, ?, ?)", (article_id, *written))

    def _place(self, query: str, article_id: str) -> WrittenFile | None:
        """The row of an article; None for one that names a place outside of the folder: no import has written it."""
        row = self._execute(query, (article_id,)).fetchone()
        return WrittenFile(*row) if row and names_inside(str(row[0])) else None

    def is_older(self, article_id: str, version: str) -> bool:
        """Whether a later version of an article was written than this one."""
        return version < self._version_of(article_id)

    def is_killed(self, article_id: str) -> bool:
        """Whether an article was taken back by its sender."""
        return self._version_of(article_id) == KILLED

    def _version_of(self, article_id: str) -> str:
        row = self._execute("SELECT version FROM versions WHERE id = ?", (article_id,)).fetchone()
        return row[0] if row else ""

    def add_version(self, article_id: str, version: str) -> None:
        """Keep which version of an article was written, unless it is older than the one that is known."""
        self._execute(
            "INSERT INTO versions VALUES (?, ?) "
            "ON CONFLICT (id) DO UPDATE SET version = max(version, excluded.version)",
            (article_id, version),
        )

    def find_moved(self, article_id: str) -> str:
        """The path of the file that has an article's id now, or ""; every file that was moved is found at once."""
        for found_id, path in _find_ids(self._articles):
            row = self.find(found_id)
            if row and row.path != path and not (self._articles / row.path).exists():
                self.add(found_id, WrittenFile(path, row.digest))
        row = self.find(article_id)
        return row.path if row and (self._articles / row.path).exists() else ""

    def _learn_from_files(self) -> None:
        for found_id, path in _find_ids(self._articles):
            self._execute("INSERT OR IGNORE INTO written VALUES (?, ?, NULL)", (found_id, path))
            self._keep_folded(path)
        self._database.commit()


def _fold(path: str) -> str:
    """A path as disks compare it that take no heed of case."""
    return path.casefold() if path.isascii() else unicodedata.normalize("NFC", path.casefold())


def _set_aside(file: Path) -> None:
    """Put away a database that is damaged: what it knew is found in the files themselves."""
    aside = file.with_name(f"{file.name}-aside")
    for old in (aside, Path(f"{file}-journal")):
        if old.is_dir() and not old.is_symlink():
            shutil.rmtree(old)
        else:
            old.unlink(missing_ok=True)
    file.replace(aside)


def _find_ids(articles: Path) -> Iterator[tuple[str, str]]:
    """The id and path of every Markdown file whose front matter has one."""
    for file in sorted(articles.rglob("*")):
        if not file.name.lower().endswith(MARKDOWN_ENDINGS) or file.is_symlink() or not file.is_file():
            continue
        with file.open("rb") as opened:
            front = opened.read(_FRONT_MATTER)
        found = _ID.search(front) if front.startswith(b"---\n") else None
        if found:
            name = (found["quoted"] or b"").replace(b'\\"', b'"').replace(b"\\\\", b"\\") or found["plain"]
            yield name.decode("utf-8", "replace"), file.relative_to(articles).as_posix()
