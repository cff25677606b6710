"""The ledger in the state: the file permalinks.tsv is the truth, and the table is where permalinks are assigned."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from newsgen.archive.database import BuildMemo, decode_path, encode_path
from newsgen.archive.permalinks.claim import address_key, is_shared_id
from newsgen.archive.permalinks.ledger import PATTERNED, LedgerEntry
from newsgen.archive.permalinks.listing import ListingAddress, address_of_entry, entry_of_address
from newsgen.archive.permalinks.listing_table import ListingTable

# The most values that one query to SQLite may hold.
_MOST = 500
_ENTRY = "permalink, article, is_current, fingerprint"
_PUT = (
    "INSERT INTO ledger VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT(permalink) DO UPDATE SET article = excluded.article,"
    " is_current = excluded.is_current, fingerprint = excluded.fingerprint,"
    " is_public = MAX(is_public, excluded.is_public)"
)
# While nothing is published yet, an address made by a pattern does not take the place of another.
_PUT_IF_FREE = "INSERT INTO ledger SELECT ?, ?, ?, ?, ?, ?6 WHERE NOT EXISTS (SELECT 1 FROM ledger WHERE address = ?6)"
_REMOVE_PATTERNED = f"DELETE FROM ledger WHERE address = ? AND fingerprint = '{PATTERNED}'"


class LedgerTable:
    """The table `ledger`."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state
        self._memo = BuildMemo(state)
        self._listings = ListingTable(state)
        self._has_patterned = False

    def is_empty(self) -> bool:
        """Whether no permalink is recorded yet."""
        return self._state.execute("SELECT 1 FROM ledger LIMIT 1").fetchone() is None

    def load(self, entries: Iterable[LedgerEntry], digest: bytes) -> None:
        """Replace the table, and that of listings, with what the file says; `digest` is the file's."""
        articles: list[LedgerEntry] = []
        listings: list[ListingAddress] = []
        for entry in entries:
            listing = address_of_entry(entry)
            if listing:
                listings.append(listing)
            else:
                articles.append(entry)
        self._state.execute("DELETE FROM ledger")
        self._state.executemany("INSERT INTO ledger VALUES(?, ?, ?, ?, ?, ?)", _rows(articles, True))
        self._listings.load(listings)
        self._memo.ledger = digest

    def clear(self) -> None:
        """Forget a ledger that the site no longer keeps."""
        if self._memo.ledger is not None:
            self._state.execute("DELETE FROM ledger")
            self._listings.clear()
            self._memo.ledger = self._memo.has_unpublished = None

    def publish(self) -> list[LedgerEntry]:
        """Mark all entries as published; the entries, with those of listings."""
        self._state.execute("UPDATE ledger SET is_public = 1 WHERE NOT is_public")
        self._listings.record(self._listings.unrecorded())
        entries = list(map(_entry, self._state.execute(f"SELECT {_ENTRY} FROM ledger")))
        return [*entries, *map(entry_of_address, self._listings.all())]

    def entries_of(self, articles: Iterable[str]) -> Iterator[LedgerEntry]:
        """All entries of these articles."""
        yield from self._entries("article", articles)

    def entries_at(self, permalinks: Iterable[str]) -> Iterator[LedgerEntry]:
        """The entries of these permalinks."""
        yield from self._entries("permalink", permalinks)

    def entries_beside(self, permalinks: Iterable[str]) -> Iterator[LedgerEntry]:
        """The entries of these permalinks, and of those that no file system need tell from them."""
        yield from self._entries("address", map(address_key, permalinks))

    def private_owners(self, permalinks: Iterable[str]) -> set[str]:
        """The articles that have these permalinks, or what is as good as these, and have not published them."""
        keys = sorted({encode_path(address_key(one)) for one in permalinks})
        rows = self._select("SELECT article FROM ledger WHERE NOT is_public AND address IN", keys)
        return {decode_path(article) for (article,) in rows}

    def articles(self) -> set[str]:
        """Every article that has an entry."""
        return {decode_path(article) for (article,) in self._state.execute("SELECT DISTINCT article FROM ledger")}

    def names_of(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """By which name the ledger knows the articles of these sources, as the index has them: (path, name)."""
        query = "SELECT a.path, l.article FROM articles a JOIN ledger l ON l.permalink = a.permalink WHERE a.path IN"
        for path, article in self._select(query, map(encode_path, paths)):
            yield decode_path(path), decode_path(article)

    def shared_names(self) -> list[str]:
        """The articles that are known by an id that translations share."""
        rows = self._state.execute("SELECT DISTINCT article FROM ledger WHERE article >= 'id@' AND article < 'idA'")
        return [name for (article,) in rows if is_shared_id(name := decode_path(article))]

    def rename(self, article: str, name: str) -> None:
        """Know an article by another name."""
        self._state.execute(
            "UPDATE ledger SET article = ? WHERE article = ?", (encode_path(name), encode_path(article))
        )

    def put(self, entries: Iterable[LedgerEntry], is_public: bool) -> None:
        """Record entries."""
        self._state.executemany(_PUT, _rows(entries, is_public))

    def put_first(self, entries: Iterable[LedgerEntry], is_public: bool) -> None:
        """Record the entries of a ledger that is only now begun."""
        rows = list(_rows(entries, is_public))
        declared = [row for row in rows if row[3] != PATTERNED]
        if self._has_patterned:
            self._state.executemany(_REMOVE_PATTERNED, ((row[-1],) for row in declared))
        self._state.executemany(_PUT, declared)
        if len(declared) < len(rows):
            self._has_patterned = True
            self._state.executemany(_PUT_IF_FREE, (row for row in rows if row[3] == PATTERNED))

    def remove_private(self, articles: Iterable[str]) -> None:
        """Remove what these articles have that was never published."""
        self._state.executemany(
            "DELETE FROM ledger WHERE article = ? AND NOT is_public", ((encode_path(name),) for name in articles)
        )

    def remove(self, article: str) -> bool:
        """Remove all entries of an article; whether there were any."""
        return self._state.execute("DELETE FROM ledger WHERE article = ?", (encode_path(article),)).rowcount > 0

    def add(self, entry: LedgerEntry) -> str | None:
        """Add an unpublished entry; the article that has the permalink already, if one has."""
        try:
            self._state.executemany("INSERT INTO ledger VALUES(?, ?, ?, ?, ?, ?)", _rows([entry], False))
        except sqlite3.IntegrityError:
            return next(self.entries_at([entry.permalink])).article
        return None

    def former_permalinks(self, permalink: str) -> tuple[str, ...]:
        """The older permalinks of the article that has this one now."""
        rows = self._state.execute(
            "SELECT permalink FROM ledger WHERE NOT is_current"
            " AND article = (SELECT article FROM ledger WHERE permalink = ?) ORDER BY permalink",
            (encode_path(permalink),),
        )
        return tuple(decode_path(former) for (former,) in rows)

    def all_former_permalinks(self) -> dict[str, tuple[str, ...]]:
        """The older permalinks of every article that has some, by the one of today."""
        former: dict[str, list[str]] = {}
        for older, permalink in self._moved():
            former.setdefault(permalink, []).append(older)
        return {permalink: tuple(older) for permalink, older in former.items()}

    def moves(self) -> Iterator[tuple[str, str]]:
        """Every older permalink, with the one that it leads to, in their order; "/about" is no other than "/about/"."""
        return ((old, new) for old, new in self._moved() if old.rstrip("/") != new.rstrip("/"))

    def _moved(self) -> Iterator[tuple[str, str]]:
        rows = self._state.execute(
            "SELECT m.permalink, c.permalink FROM ledger m JOIN ledger c ON c.article = m.article AND c.is_current"
            " WHERE NOT m.is_current ORDER BY m.permalink"
        )
        return ((decode_path(old), decode_path(new)) for old, new in rows)

    def _entries(self, column: str, values: Iterable[str]) -> Iterator[LedgerEntry]:
        wanted = map(encode_path, sorted(set(values)))
        yield from map(_entry, self._select(f"SELECT {_ENTRY} FROM ledger WHERE {column} IN", wanted))

    def _select(self, query: str, values: Iterable[str]) -> Iterator[Any]:
        """The rows for these values."""
        wanted = list(values)
        for start in range(0, len(wanted), _MOST):
            some = wanted[start : start + _MOST]
            yield from self._state.execute(f"{query} ({', '.join('?' * len(some))})", some).fetchall()


def _entry(row: tuple[str, str, int, str]) -> LedgerEntry:
    return LedgerEntry(decode_path(row[0]), decode_path(row[1]), bool(row[2]), row[3])


def _rows(entries: Iterable[LedgerEntry], is_public: bool) -> Iterator[tuple[object, ...]]:
    return (
        (encode_path(one.permalink), encode_path(one.article), *one[2:], is_public, encode_path(address_key(one[0])))
        for one in entries
    )
