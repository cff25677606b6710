"""What an import must know of the whole source before it reads its first article, in a temporary SQLite file.

Attachments, guest authors, reusable blocks, addresses that are taken: an export has them anywhere, and a large one has
hundreds of thousands of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsgen.importers.temporary_database import TemporaryDatabase
from newsgen.record.paths import case_folded_path

# 32 MB of the index stay in memory.
_TABLES = """
PRAGMA cache_size = -32000;
CREATE TABLE attachments (
  id TEXT PRIMARY KEY, path TEXT, url TEXT, title TEXT, alt TEXT, caption TEXT, credit TEXT, parent TEXT, link TEXT,
  place TEXT
) WITHOUT ROWID;
CREATE TABLE posts (
  id TEXT PRIMARY KEY, place TEXT, is_public INTEGER, permalink TEXT
) WITHOUT ROWID;
CREATE TABLE translations (id TEXT PRIMARY KEY, name TEXT, is_original INTEGER) WITHOUT ROWID;
CREATE INDEX by_name ON translations (name);
CREATE TABLE guests (key TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
CREATE TABLE blocks (id TEXT PRIMARY KEY, content TEXT) WITHOUT ROWID;
CREATE TABLE used (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE permalinks (permalink TEXT PRIMARY KEY, id TEXT) WITHOUT ROWID;
"""


class Attachment(NamedTuple):
    """A file of the media library.

    `path` is its path on the site ("/wp-content/uploads/2019/05/wheel.jpg"), `url` its whole URL, `parent` the id of
    the post that it was uploaded to, and `link` the URL of its own page.
    """

    id: str
    path: str
    url: str
    title: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    parent: str = ""
    link: str = ""
    place: str = ""


class PostRow(NamedTuple):
    """A post of the source: where its last version stands, whether it is public, and its path on the site."""

    id: str
    place: str
    is_public: bool
    permalink: str


_NO_ATTACHMENT = (None, None)


class SourceIndex(TemporaryDatabase):
    """The index of a source."""

    def __init__(self) -> None:
        super().__init__(_TABLES)
        # What was found last: an article shows its lead picture in its text, too.
        self._last_post: PostRow | None = None
        self._last: tuple[str | None, Attachment | None] = _NO_ATTACHMENT

    def add_attachment(self, attachment: Attachment) -> None:
        """Keep an attachment; a later one of the same id replaces it."""
        self._last = _NO_ATTACHMENT
        self._database.execute("INSERT OR REPLACE INTO attachments VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", attachment)

    def finish_attachments(self) -> None:
        """Make attachments quick to find by their paths, and by the posts that they belong to."""
        self._database.execute("CREATE INDEX by_path ON attachments (path)")
        self._database.execute("CREATE INDEX by_parent ON attachments (parent)")

    def attachment(self, attachment_id: str) -> Attachment | None:
        """The attachment of an id."""
        last_id, last = self._last
        if last_id == attachment_id:
            return last
        row = self._database.execute("SELECT * FROM attachments WHERE id = ?", (attachment_id,)).fetchone()
        found = Attachment(*row) if row else None
        self._last = attachment_id, found
        return found

    def attachment_at(self, path: str) -> Attachment | None:
        """The attachment whose file has a path."""
        row = self._database.execute("SELECT * FROM attachments WHERE path = ?", (path,)).fetchone()
        return Attachment(*row) if row else None

    def attachments(self) -> Iterator[Attachment]:
        """All attachments, by their ids."""
        return map(Attachment._make, self._database.execute("SELECT * FROM attachments ORDER BY id"))

    def attachments_of(self, post_id: str) -> list[Attachment]:
        """The attachments that were uploaded to a post, in the order of their ids."""
        rows = self._database.execute(
            "SELECT * FROM attachments WHERE parent = ? ORDER BY CAST(id AS INTEGER), id", (post_id,)
        )
        return [Attachment(*row) for row in rows]

    def add_new_post(self, post: PostRow) -> bool:
        """Keep a post unless there is one of the same id; whether there is none."""
        return self._database.execute("INSERT OR IGNORE INTO posts VALUES (?, ?, ?, ?)", post).rowcount > 0

    def add_post(self, post: PostRow) -> None:
        """Keep a post; a later one of the same id replaces it."""
        self._last_post = None
        self._database.execute("INSERT OR REPLACE INTO posts VALUES (?, ?, ?, ?)", post)

    def post(self, post_id: str) -> PostRow | None:
        """The post of an id."""
        if self._last_post and self._last_post.id == post_id:
            return self._last_post
        row = self._database.execute(
            "SELECT id, place, is_public, permalink FROM posts WHERE id = ?", (post_id,)
        ).fetchone()
        if row:
            self._last_post = PostRow(row[0], row[1], bool(row[2]), row[3])
            return self._last_post
        return None

    def add_translation(self, post_id: str, name: str, is_original: bool | None) -> None:
        """Keep the group of translations that a public post belongs to."""
        self._database.execute("INSERT OR REPLACE INTO translations VALUES (?, ?, ?)", (post_id, name, is_original))

    def translations(self, post_id: str) -> list[tuple[str, bool | None]]:
        """The other posts of a post's group of translations by their ids, each with whether it is the original."""
        rows = self._database.execute(
            "SELECT o.id, o.is_original FROM translations t JOIN translations o ON o.name = t.name AND o.id <> t.id"
            " WHERE t.id = ? ORDER BY CAST(o.id AS INTEGER), o.id",
            (post_id,),
        )
        return [(other, None if is_original is None else bool(is_original)) for other, is_original in rows]

    def add_guest(self, key: str, name: str) -> None:
        """Keep the name of a guest author by a key that posts refer to."""
        self._database.execute("INSERT OR REPLACE INTO guests VALUES (?, ?)", (key, name))

    def guest(self, key: str) -> str:
        """The name of a guest author, or ""."""
        row = self._database.execute("SELECT name FROM guests WHERE key = ?", (key,)).fetchone()
        return row[0] if row else ""

    def guests(self) -> Iterator[tuple[str, str]]:
        """The keys and names of all guest authors."""
        yield from self._database.execute("SELECT key, name FROM guests ORDER BY key")

    def add_block(self, block_id: str, content: str) -> None:
        """Keep a reusable block."""
        self._database.execute("INSERT OR REPLACE INTO blocks VALUES (?, ?)", (block_id, content))

    def block(self, block_id: str) -> str:
        """The content of a reusable block, or ""."""
        row = self._database.execute("SELECT content FROM blocks WHERE id = ?", (block_id,)).fetchone()
        return row[0] if row else ""

    def claim_permalink(self, permalink: str, post_id: str) -> bool:
        """Whether a permalink is this post's: that of the first public one which claims it."""
        folded = case_folded_path(permalink.rstrip("/"))
        cursor = self._database.execute("INSERT OR IGNORE INTO permalinks VALUES (?, ?)", (folded, post_id))
        return cursor.rowcount > 0 or self.owner_of(permalink) == post_id

    def owner_of(self, permalink: str) -> str:
        """The id of the post that has claimed a permalink, or one that differs in case only; "" if none has."""
        folded = case_folded_path(permalink.rstrip("/"))
        row = self._database.execute("SELECT id FROM permalinks WHERE permalink = ?", (folded,)).fetchone()
        return row[0] if row else ""

    def use_file(self, path: str) -> None:
        """Keep that an article shows or links to a file."""
        self._database.execute("INSERT OR IGNORE INTO used VALUES (?)", (path,))

    def is_used(self, path: str) -> bool:
        """Whether an article shows or links to a file."""
        return self._database.execute("SELECT 1 FROM used WHERE path = ?", (path,)).fetchone() is not None
