"""What is known of all pages of a source, in a temporary SQLite file: addresses, what was read of each, groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from newsgen.importers.html.page.reading import PageReading
from newsgen.importers.temporary_database import TemporaryDatabase, storable
from newsgen.importers.web.page_rows import Membership, PageRow, ReadPage, TextSummary, unpack_reading

_SCHEMA = """
PRAGMA cache_size = -16000;
CREATE TABLE pages (
  number INTEGER PRIMARY KEY, address TEXT, label TEXT, url TEXT, path TEXT, base TEXT, canonical TEXT, captured TEXT,
  name TEXT, reason TEXT, target TEXT
);
CREATE TABLE readings (
  number INTEGER PRIMARY KEY, headline TEXT, digest TEXT, words INTEGER, marks BLOB,
  is_dated INTEGER, host TEXT, is_declared INTEGER, reading BLOB
);
CREATE TABLE keys (key TEXT, number INTEGER, PRIMARY KEY (key, number)) WITHOUT ROWID;
CREATE TABLE near (key TEXT, number INTEGER, PRIMARY KEY (key, number)) WITHOUT ROWID;
CREATE TABLE places (key TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID;
CREATE TABLE samples (host TEXT, digest BLOB, address TEXT, PRIMARY KEY (host, digest, address)) WITHOUT ROWID;
CREATE TABLE articles (number INTEGER PRIMARY KEY, lead INTEGER, part INTEGER, role TEXT);
CREATE INDEX by_lead ON articles (lead);
CREATE TABLE links (lead INTEGER PRIMARY KEY, address TEXT);
CREATE TABLE pagers (number INTEGER, key TEXT, PRIMARY KEY (number, key)) WITHOUT ROWID;
CREATE TABLE parts (base TEXT, headline TEXT, part INTEGER, number INTEGER, PRIMARY KEY (base, headline, part, number))
  WITHOUT ROWID;
CREATE TABLE used (address TEXT PRIMARY KEY) WITHOUT ROWID;
"""
# Pages that are in memory.
_LAST_PAGES = 64


class PageIndex(TemporaryDatabase):
    """The index of a source's pages. Its file has no name and is gone when the import ends, however it ends."""

    def __init__(self) -> None:
        super().__init__(_SCHEMA)
        # The last pages that were asked for: what makes an article of one asks for it many times.
        self._last = lru_cache(maxsize=_LAST_PAGES)(self._find_page)

    def add_page(self, row: PageRow, places: Iterable[str], keys: Iterable[str]) -> None:
        """Keep a page: `places` are the keys of the addresses at which it stands, `keys` those that copies share."""
        self._database.execute(f"INSERT INTO pages VALUES ({', '.join('?' * len(row))})", storable(row))
        for place in places:
            self._database.execute("INSERT OR IGNORE INTO places VALUES (?, ?)", storable((place, row.number)))
        self.add_keys(row.number, keys)

    def add_keys(self, number: int, keys: Iterable[str]) -> None:
        """Keep keys that a page shares with its copies."""
        for key in keys:
            self._database.execute("INSERT OR IGNORE INTO keys VALUES (?, ?)", storable((key, number)))

    def add_near_keys(self, number: int, keys: Iterable[str]) -> None:
        """Keep keys that a page shares with pages whose text is nearly its own."""
        for key in keys:
            self._database.execute("INSERT OR IGNORE INTO near VALUES (?, ?)", storable((key, number)))

    def leave_out(self, number: int, name: str, reason: str) -> None:
        """Keep why a page is no article."""
        self._last.cache_clear()
        self._database.execute("UPDATE pages SET name = ?, reason = ? WHERE number = ?", (name, reason, number))

    def last_number(self) -> int:
        """The number of the last page; 0 where there is none."""
        (last,) = self._database.execute("SELECT max(number) FROM pages").fetchone()
        return last or 0

    def page(self, number: int) -> PageRow:
        """The page of a number."""
        return self._last(number)

    def _find_page(self, number: int) -> PageRow:
        return PageRow(*self._database.execute("SELECT * FROM pages WHERE number = ?", (number,)).fetchone())

    def pages(self) -> Iterator[PageRow]:
        """All pages, in the order of the captures."""
        return map(PageRow._make, self._database.execute("SELECT * FROM pages ORDER BY number"))

    def page_at(self, key: str) -> int | None:
        """The number of the page that stands at the address of a key."""
        row = self._database.execute("SELECT number FROM places WHERE key = ?", storable((key,))).fetchone()
        return row[0] if row else None

    def add_sample(self, host: str, digest: bytes, address: str) -> None:
        """Keep a page as one of those by which the template of its host is learnt."""
        self._database.execute("INSERT OR IGNORE INTO samples VALUES (?, ?, ?)", storable((host, digest, address)))

    def join_unknown_hosts(self, share: float) -> str:
        """Count pages of no known host to the one that has this share of the others; that host, "" for none."""
        row = self._database.execute(
            "SELECT host, count(*), (SELECT count(*) FROM samples WHERE host != '') FROM samples WHERE host != '' "
            "GROUP BY host ORDER BY count(*) DESC, host LIMIT 1"
        ).fetchone()
        if row is None or row[1] < share * row[2]:
            return ""
        self._database.execute("UPDATE OR IGNORE samples SET host = ? WHERE host = ''", (row[0],))
        return str(row[0])

    def sample_hosts(self, least: int) -> list[str]:
        """The hosts with at least so many pages."""
        rows = self._database.execute("SELECT host FROM samples GROUP BY host HAVING count(*) >= ?", (least,))
        return [row[0] for row in rows]

    def sample(self, host: str, most: int) -> list[str]:
        """The addresses of at most so many pages of a host, the same ones in whatever order they came."""
        select = "SELECT address FROM samples WHERE host = ? ORDER BY digest LIMIT ?"
        rows = self._database.execute(select, (host, most))
        return [row[0] for row in rows]

    def add_reading(self, page: ReadPage) -> None:
        """Keep what was read of a page."""
        row = (page.number, *page.summary, page.is_dated, page.host, page.is_declared, page.reading)
        self._database.execute("INSERT INTO readings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", storable(row))

    def reading(self, number: int) -> PageReading:
        """What was read of a page."""
        row = self._database.execute("SELECT reading FROM readings WHERE number = ?", (number,)).fetchone()
        return unpack_reading(row[0])

    def leave_out_undeclared(self, most_words: int, least_pages: int, why: tuple[str, str]) -> None:
        """Leave out pages of few words that do not say that they are articles, where others of their host do."""
        hosts = self._database.execute(
            "SELECT host FROM readings GROUP BY host HAVING sum(is_declared) >= ? AND sum(is_declared) * 3 >= count(*)",
            (least_pages,),
        )
        for (host,) in hosts.fetchall():
            numbers = self._database.execute(
                "SELECT number FROM readings WHERE host = ? AND is_declared = 0 AND words < ?", (host, most_words)
            ).fetchall()
            for (number,) in numbers:
                self.leave_out(number, *why)
                self._database.execute("DELETE FROM readings WHERE number = ?", (number,))

    def leave_out_repeated(self, most_words: int, least_pages: int, why: tuple[str, str]) -> None:
        """Leave out the undated pages whose text, of few words, stands at several addresses."""
        digests = self._database.execute(
            "SELECT digest FROM readings WHERE words < ? AND is_dated = 0 GROUP BY digest HAVING count(*) >= ?",
            (most_words, least_pages),
        )
        for (digest,) in digests.fetchall():
            numbers = self._database.execute("SELECT number FROM readings WHERE digest = ?", (digest,)).fetchall()
            for (number,) in numbers:
                self.leave_out(number, *why)
            self._database.execute("DELETE FROM readings WHERE digest = ?", (digest,))

    def summary(self, number: int) -> TextSummary | None:
        """What tells the text of a page from others; None if it was not read."""
        row = self._database.execute(
            "SELECT headline, digest, words, marks FROM readings WHERE number = ?", (number,)
        ).fetchone()
        return TextSummary(*row) if row else None

    def shared_keys(self) -> Iterator[list[int]]:
        """For each key that several pages have, their numbers, in the order of their addresses."""
        return self._shared("keys")

    def shared_near_keys(self) -> Iterator[list[int]]:
        """The same for the keys of pages whose texts are nearly one."""
        return self._shared("near")

    def _shared(self, table: str) -> Iterator[list[int]]:
        keys = self._database.execute(f"SELECT key FROM {table} GROUP BY key HAVING count(*) > 1 ORDER BY key")
        for (key,) in keys:
            rows = self._database.execute(
                f"SELECT {table}.number FROM {table} JOIN pages USING (number) WHERE key = ? ORDER BY address", (key,)
            )
            yield [row[0] for row in rows]

    def add_pager(self, number: int, keys: Iterable[str]) -> None:
        """Keep to which addresses a page leads as other parts of its text."""
        for key in keys:
            self._database.execute("INSERT OR IGNORE INTO pagers VALUES (?, ?)", storable((number, key)))

    def leads_to(self, number: int, key: str) -> bool:
        """Whether a page leads to an address as another part of its text."""
        row = self._database.execute("SELECT 1 FROM pagers WHERE number = ? AND key = ?", storable((number, key)))
        return row.fetchone() is not None

    def add_part(self, base: str, headline: str, part: int, number: int) -> None:
        """Keep that a page may be a part of the article at an address."""
        row = storable((base, headline, part, number))
        self._database.execute("INSERT OR IGNORE INTO parts VALUES (?, ?, ?, ?)", row)

    def parts(self) -> Iterator[list[tuple[int, int]]]:
        """For each address and headline with several pages, the numbers of parts and pages, in their order.

        Those with a first part come first.
        """
        groups = self._database.execute(
            "SELECT base, headline FROM parts GROUP BY base, headline HAVING count(DISTINCT part) > 1 "
            "ORDER BY min(part), base"
        )
        for group in groups:
            rows = self._database.execute(
                "SELECT part, number FROM parts JOIN pages USING (number) WHERE parts.base = ? AND headline = ? "
                "ORDER BY part, address",
                group,
            )
            yield rows.fetchall()

    def add_membership(self, membership: Membership) -> None:
        """Keep which article a page belongs to."""
        self._database.execute("INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?)", membership)

    def membership(self, number: int) -> Membership | None:
        """The article that a page belongs to."""
        row = self._database.execute("SELECT * FROM articles WHERE number = ?", (number,)).fetchone()
        return Membership(*row) if row else None

    def leads(self) -> Iterator[int]:
        """The numbers of the pages that lead an article, in the order of their addresses."""
        rows = self._database.execute(
            "SELECT number FROM articles JOIN pages USING (number) WHERE role = 'lead' ORDER BY address"
        )
        return (row[0] for row in rows)

    def members(self, lead: int) -> list[Membership]:
        """The pages of an article: the one that leads it and its parts in order, then copies by their addresses."""
        rows = self._database.execute(
            "SELECT articles.* FROM articles JOIN pages USING (number) WHERE lead = ? "
            "ORDER BY role = 'copy', part, address",
            (lead,),
        )
        return [Membership(*row) for row in rows]

    def set_link(self, lead: int, address: str) -> None:
        """Keep the address by which texts link to an article."""
        self._database.execute("INSERT OR REPLACE INTO links VALUES (?, ?)", storable((lead, address)))

    def link(self, lead: int) -> str:
        """The address by which texts link to an article, "" if it has none."""
        row = self._database.execute("SELECT address FROM links WHERE lead = ?", (lead,)).fetchone()
        return row[0] if row else ""

    def use(self, address: str) -> None:
        """Keep that an article shows or links to a file, by the address of its capture."""
        self._database.execute("INSERT OR IGNORE INTO used VALUES (?)", storable((address,)))

    def is_used(self, address: str) -> bool:
        """Whether an article shows or links to a file."""
        return (
            self._database.execute("SELECT 1 FROM used WHERE address = ?", storable((address,))).fetchone() is not None
        )
