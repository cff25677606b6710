"""The captures of all files of a source, in a temporary SQLite file: what each holds, where it is, and which count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsgen.importers.temporary_database import TemporaryDatabase, storable
from newsgen.importers.warc.records.scan import Place

# What a capture is worth where an address has several: see `CaptureRow.rank`.
WHOLE, CUT, REDIRECT, NEVER = 3, 2, 1, 0

_TABLES = """
PRAGMA cache_size = -16000;
CREATE TABLE captures (
  id INTEGER PRIMARY KEY, key TEXT, url TEXT, moment TEXT, rank INTEGER, is_asked INTEGER, status INTEGER,
  media_type TEXT, charset TEXT, location TEXT, codings TEXT, digest TEXT, file INTEGER, start INTEGER, before INTEGER,
  is_spooled INTEGER, length INTEGER, at INTEGER
);
CREATE TABLE record_ids (record_id TEXT PRIMARY KEY, capture INTEGER) WITHOUT ROWID;
CREATE TABLE revisits (capture INTEGER PRIMARY KEY, of_record TEXT, of_key TEXT, of_moment TEXT);
CREATE TABLE chosen (key TEXT PRIMARY KEY, capture INTEGER) WITHOUT ROWID;
CREATE TABLE compared (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE listed (key TEXT PRIMARY KEY, url TEXT, title TEXT, place TEXT) WITHOUT ROWID;
"""
# Made when all captures are there, because an index that grows with them slows every one down.
_INDEXES = """
CREATE INDEX by_key ON captures (key, moment);
CREATE INDEX by_digest ON captures (digest) WHERE digest != '';
"""
# The best capture of each address, the last one of those that are equally good; at one moment that of the shortest URL,
# which is not that of the file "index.html".
_CHOOSE = """
INSERT INTO chosen SELECT key, id FROM (
  SELECT key, id, row_number() OVER (PARTITION BY key ORDER BY rank DESC, moment DESC, length(url), id DESC) AS place
  FROM captures WHERE rank > 0
) WHERE place = 1
"""
_ANSWER = "status, media_type, charset, location, codings, digest"
_COLUMNS = f"captures.id, captures.key, url, moment, rank, is_asked, {_ANSWER}"
_HOLDS_CONTENT = "status = 200 AND length > 0 AND captures.id NOT IN (SELECT capture FROM revisits)"
_PLACES = "file, start, before, is_spooled, length, at"


class CaptureRow(NamedTuple):
    """A capture of the source. Its `moment` is fourteen digits, in UTC.

    `rank` is WHOLE for a page or file, CUT for one that lacks its end, REDIRECT, and NEVER for errors and all else that
    does not count. `is_asked` says whether the import wants it as a page. `key` is its address as it is compared, and
    `digest` that of its content as the record states it. Its content, with `codings` (names with spaces between,
    outermost first), is `length` bytes at a place in the file of a number; `at` is the offset for messages.
    """

    number: int
    key: str
    url: str
    moment: str
    rank: int
    is_asked: bool
    status: int
    media_type: str
    charset: str
    location: str
    codings: str
    digest: str
    file: int
    place: Place
    length: int
    at: int


class Revisit(NamedTuple):
    """What a revisit says of the record that it refers to: its identifier, or address and moment; "" for neither."""

    record_id: str = ""
    key: str = ""
    moment: str = ""


class CaptureIndex(TemporaryDatabase):
    """The index of a source's captures."""

    def __init__(self) -> None:
        super().__init__(_TABLES)

    def add(self, row: CaptureRow, record_id: str, revisit: Revisit | None = None) -> None:
        """Keep a capture with the number that `row` has."""
        values = (*row[:13], *row.place, row.length, row.at)
        self._database.execute(f"INSERT INTO captures VALUES ({', '.join('?' * len(values))})", storable(values))
        if record_id:
            self._database.execute("INSERT OR IGNORE INTO record_ids VALUES (?, ?)", storable((record_id, row.number)))
        if revisit:
            self._database.execute("INSERT INTO revisits VALUES (?, ?, ?, ?)", storable((row.number, *revisit)))

    def finish(self) -> None:
        """Make captures quick to find; no capture may follow."""
        self._database.executescript(_INDEXES)

    def choose(self) -> None:
        """Choose of each address the capture that counts."""
        self._database.execute(_CHOOSE)
        self._database.execute("CREATE INDEX by_capture ON chosen (capture)")

    def revisits(self) -> Iterator[tuple[CaptureRow, Revisit]]:
        """The revisits, with what they refer to."""
        # They are changed meanwhile, so that a range of them is read at once.
        last = -1
        while True:
            query = f"SELECT {_COLUMNS}, {_PLACES}, of_record, of_key, of_moment FROM revisits "
            query += "JOIN captures ON captures.id = capture WHERE capture > ? ORDER BY capture LIMIT 500"
            rows = self._database.execute(query, (last,)).fetchall()
            if not rows:
                return
            for row in rows:
                yield _row(row[:-3]), Revisit(*row[-3:])
            last = rows[-1][0]

    def update(self, row: CaptureRow) -> None:
        """Replace a capture."""
        names = f"key, url, moment, rank, is_asked, {_ANSWER}, {_PLACES}"
        assigned = names.replace(",", " = ?,") + " = ?"
        values = (*row[1:13], *row.place, row.length, row.at, row.number)
        self._database.execute(f"UPDATE captures SET {assigned} WHERE id = ?", storable(values))

    def by_record_id(self, record_id: str) -> CaptureRow | None:
        """The capture of a record."""
        return self._one("JOIN record_ids ON captures.id = capture WHERE record_id = ?", (record_id,))

    def with_content(self, key: str, moment: str, *, not_revisit: int) -> CaptureRow | None:
        """The last capture of an address up to a moment ("" for any) that is no revisit and holds its content."""
        where = f"WHERE captures.key = ? AND moment <= ? AND captures.id != ? AND {_HOLDS_CONTENT} "
        where += "ORDER BY moment DESC, captures.id DESC LIMIT 1"
        return self._one(where, (key, moment or "9", not_revisit))

    def with_digest(self, digest: str) -> CaptureRow | None:
        """The first capture whose record states this digest, and holds its content."""
        return self._one(f"WHERE digest = ? AND {_HOLDS_CONTENT} ORDER BY captures.id LIMIT 1", (digest,))

    def chosen(self) -> Iterator[CaptureRow]:
        """The captures that count, in the order of the files."""
        query = f"SELECT {_COLUMNS}, {_PLACES} FROM chosen JOIN captures ON captures.id = capture ORDER BY capture"
        return map(_row, self._database.execute(query))

    def cut(self) -> Iterator[str]:
        """The URLs of the captures that count although they lack their end, in the order of the files."""
        query = "SELECT url FROM chosen JOIN captures ON captures.id = capture WHERE rank = ? ORDER BY capture"
        return (url for (url,) in self._database.execute(query, (CUT,)))

    def chosen_of(self, key: str) -> CaptureRow | None:
        """The capture of an address that counts."""
        return self._one("JOIN chosen ON captures.id = capture WHERE chosen.key = ?", (key,))

    def others(self) -> Iterator[CaptureRow]:
        """The captures that do not count because another one of their address does, in the order of the files.

        Those of addresses that are accounted for already are passed over.
        """
        query = f"SELECT {_COLUMNS}, {_PLACES} FROM captures WHERE rank > 0 AND id NOT IN (SELECT capture FROM chosen) "
        return map(_row, self._database.execute(query + "AND key NOT IN (SELECT key FROM compared) ORDER BY id"))

    def mark_compared(self, key: str) -> None:
        """Keep that the captures of an address are accounted for."""
        self._database.execute("INSERT OR IGNORE INTO compared VALUES (?)", storable((key,)))

    def of_key(self, key: str) -> list[CaptureRow]:
        """The captures of an address that could count, the last one first."""
        query = f"SELECT {_COLUMNS}, {_PLACES} FROM captures WHERE key = ? AND rank > 0 ORDER BY moment DESC, id DESC"
        return list(map(_row, self._database.execute(query, storable((key,)))))

    def add_listed(self, key: str, url: str, title: str, place: str) -> None:
        """Keep what a list says of an address; of several, the first counts."""
        self._database.execute("INSERT OR IGNORE INTO listed VALUES (?, ?, ?, ?)", storable((key, url, title, place)))

    def title_of(self, key: str) -> str:
        """The title that a list of pages has for an address, or ""."""
        row = self._database.execute("SELECT title FROM listed WHERE key = ?", storable((key,))).fetchone()
        return row[0] if row else ""

    def missing(self) -> Iterator[tuple[str, str]]:
        """The addresses of lists that no file holds: URL, and the place of the list."""
        query = "SELECT url, place FROM listed WHERE key NOT IN (SELECT key FROM captures) ORDER BY url"
        return iter(self._database.execute(query))

    def _one(self, where: str, values: Sequence[object]) -> CaptureRow | None:
        query = f"SELECT {_COLUMNS}, {_PLACES} FROM captures {where}"
        row = self._database.execute(query, storable(values)).fetchone()
        return _row(row) if row else None


def _row(values: Sequence[object]) -> CaptureRow:
    *told, start, before, is_spooled, length, at = values
    return CaptureRow(*told, Place(start, before, bool(is_spooled)), length, at)  # type: ignore[arg-type, call-arg]
