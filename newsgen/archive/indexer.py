"""Keeping the index: what changes in the tables when articles come, change or go, and which pages that touches.

Pages belong to owners: an article, a group, or the site's single pages. A change touches the owners whose pages it may
change; whether a page of theirs really is stale, its key decides later. So this module may name too many owners, but
never too few.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsgen.archive.archive import PERIODS
from newsgen.archive.database import decode_path, encode_path
from newsgen.archive.entry import IndexEntry, card_from_row
from newsgen.archive.feed_blocks import blocks_since
from newsgen.archive.groups import Membership, memberships, refresh_groups, toggle_date_groups
from newsgen.archive.neighbours import adjacent_articles, adjacent_periods
from newsgen.archive.suggestions import rebuild_suggestions, suggestion_partners, update_suggestions
from newsgen.archive.targets import SITE_TARGETS, all_targets
from newsgen.record.article import Card
from newsgen.settings.site import Site

_COLUMNS = (
    "path, permalink, file, href, headline, dek, kicker, byline, section, tags, language, direction, published,"
    " updated, image, position, digest, content"
)
_VALUES = f"({', '.join('?' * 19)}"
_INSERT = f"INSERT INTO articles({_COLUMNS}, section_id, id) VALUES{_VALUES}, ?)"
# Which file a card's picture is, its addresses tell when they are followed.
_UPDATE = f"UPDATE articles SET ({_COLUMNS}, section_id) = {_VALUES}), picture = NULL WHERE id = ?"
_JOIN = "INSERT OR IGNORE INTO members VALUES(?, ?, ?)"
_GIST = "SELECT a.position, g.vector, g.sample FROM articles a LEFT JOIN gists g ON g.article_id = a.id"


class Placement(NamedTuple):
    """Where a card stood or stands: its place in the order ("": not listed), and its section's group."""

    position: str
    section: int | None


class Indexer:
    """The index while it is being changed; `finish` tells which owners are touched."""

    def __init__(self, state: sqlite3.Connection, site: Site) -> None:
        self.touched: dict[str, str] = {}
        self._state = state
        self._site = site
        self._was_empty = state.execute("SELECT 1 FROM articles LIMIT 1").fetchone() is None
        self._last: int = state.execute("SELECT COALESCE(MAX(id), 0) FROM articles").fetchone()[0]
        switched = toggle_date_groups(state, site)
        rows = state.execute("SELECT kind, key, id FROM groups")
        self._groups: dict[tuple[str, str], int] = {(kind, key): number for kind, key, number in rows}
        self._times = {group for group in self._groups if group[0] in PERIODS}
        self._changed_groups: set[int] = set()
        self._spots: list[tuple[int, Placement, str]] = []
        # By which vectors articles were found whose place or gist is another now, and why it is.
        self._moved: dict[int, tuple[bytes, str]] = {}
        for group, kind, key in switched:
            self._touch_group(group, kind, key, "site.yaml changed")

    def put_all(self, entries: Iterable[IndexEntry]) -> None:
        """Add articles, or take what is new of those that are there."""
        self._add([entry for entry in entries if self._was_empty or not self._renew(entry)])

    def _add(self, entries: Sequence[IndexEntry]) -> None:
        """Add articles that are not there: a statement for all of them costs half as much as one for each."""
        articles: list[tuple[object, ...]] = []
        members: list[tuple[int, int, str]] = []
        numbered = list(enumerate(entries, self._last + 1))
        for number, entry in numbered:
            reason = f"{self._shown(entry.path)} is new"
            self.touched.setdefault(f"article:{entry.path}", reason)
            section = self._join_groups(number, entry, reason, members)
            articles.append((*_row_of(entry), section, number))
            if not self._was_empty:
                self._spots.append((number, Placement(entry.position, section), reason))
                self._moved[number] = (b"", reason)
        self._last += len(entries)
        self._state.executemany(_INSERT, articles)
        self._state.executemany(_JOIN, members)
        self._put_gists(numbered)
        self._put_names(numbered)
        if not self._was_empty:
            for entry in entries:
                self._touch_calling(entry, f"{self._shown(entry.path)} is new")

    def _renew(self, entry: IndexEntry) -> bool:
        """Take what is new of an article; whether it was there."""
        old = self._find(entry.path)
        if old is None:
            return False
        number, digest, content = old
        shown = self._shown(entry.path)
        self._renew_gist(number, entry, f"{shown} changed")
        if (digest, content) == (entry.digest, entry.content):
            # Nothing that a page shows; but messages name the lines of its links.
            self._state.executemany(
                "UPDATE links SET line = ? WHERE article_id = ? AND address = ?",
                ((found.line, number, encode_path(found.address)) for found in entry.addresses),
            )
        elif digest == entry.digest:
            self.touched.setdefault(f"article:{entry.path}", f"the text of {shown} changed")
            self._state.execute("UPDATE articles SET content = ? WHERE id = ?", (entry.content, number))
            self._rename(number, entry, f"{shown} changed")
        else:
            reason = f"the card of {shown} changed"
            self.touched.setdefault(f"article:{entry.path}", reason)
            self._take_out(number, reason)
            members: list[tuple[int, int, str]] = []
            section = self._join_groups(number, entry, reason, members)
            self._state.execute(_UPDATE, (*_row_of(entry), section, number))
            self._state.executemany(_JOIN, members)
            self._spots.append((number, Placement(entry.position, section), reason))
            self._rename(number, entry, reason)
        return True

    def _find(self, path: str) -> tuple[int, bytes, bytes] | None:
        """An article's number, and the digests of its card and of what its page shows of it."""
        known = "SELECT id, digest, content FROM articles WHERE path = ?"
        found: tuple[int, bytes, bytes] | None = self._state.execute(known, (encode_path(path),)).fetchone()
        return found

    def remove(self, path: str) -> None:
        """Take an article out."""
        row = self._find(path)
        if not row:
            return
        reason = f"{self._shown(path)} is gone"
        self._note_move(row[0], reason)
        self._take_out(row[0], reason)
        self._want_again(row[0], reason)
        for table in ("names", "wants", "links", "gists"):
            self._state.execute(f"DELETE FROM {table} WHERE article_id = ?", (row[0],))
        self._state.execute("DELETE FROM articles WHERE id = ?", (row[0],))
        self.touched.setdefault(f"article:{path}", reason)

    def touch_wanting(self, name: int, reason: str) -> None:
        """Touch the articles whose text calls something by this name."""
        rows = self._state.execute(
            "SELECT a.path FROM wants w JOIN articles a ON a.id = w.article_id WHERE w.key = ?", (name,)
        )
        for (path,) in rows:
            self.touched.setdefault(f"article:{decode_path(path)}", reason)

    def finish(self, everything: str = "") -> dict[str, str]:
        """Bring groups, neighbours and suggestions up to date; the touched owners with their reasons.

        `everything` is the reason why all owners are touched, such as a changed setting; "" where they are not.
        """
        most = self._site.suggestions
        if self._was_empty or everything:
            refresh_groups(self._state, self._changed_groups | set(self._groups.values()), self._site)
            rebuild_suggestions(self._state, most)
            for owner in all_targets(self._state):
                self.touched.setdefault(owner, everything or "it is new")
        else:
            if self._spots:
                self._settle_groups()
                self._touch_beside()
                for owner in SITE_TARGETS:
                    self.touched.setdefault(owner, self._spots[0][2])
            self._suggest(most)
        positions = (spot.position for _, spot, _ in self._spots)
        for owner in blocks_since(self._state, positions, self._site.feed_size):
            self.touched.setdefault(owner, self._spots[0][2])
        return self.touched

    def _take_out(self, number: int, reason: str) -> None:
        """Take an article's card out of its groups, and remember where it stood."""
        row = self._state.execute(f"SELECT {_COLUMNS}, section_id FROM articles WHERE id = ?", (number,)).fetchone()
        card = card_from_row(row[:15])
        position = row[15] or ""
        self._spots.append((number, Placement(position, row[18]), reason))
        for kind, key, _ in self._memberships(card, position):
            group = self._groups[kind, key]
            self._state.execute("DELETE FROM members WHERE group_id = ? AND article_id = ?", (group, number))
            self._touch_group(group, kind, key, reason)

    def _join_groups(
        self, number: int, entry: IndexEntry, reason: str, members: list[tuple[int, int, str]]
    ) -> int | None:
        """Put an article's rows of its groups to the others; its section's group."""
        section = None
        for kind, key, name in self._memberships(card_from_row(entry.row), entry.position):
            group = self._groups.get((kind, key))
            if group is None:
                row = self._state.execute("INSERT INTO groups(kind, key) VALUES(?, ?)", (kind, key))
                group = self._groups[kind, key] = row.lastrowid or 0
            members.append((group, number, name))
            self._touch_group(group, kind, key, reason)
            if kind == "sections":
                section = group
        return section

    def _memberships(self, card: Card, position: str) -> Iterator[Membership]:
        """The groups of a card; an article that is not listed has no place in the order, and is in none."""
        return memberships(card, self._site) if position else iter(())

    def _touch_group(self, group: int, kind: str, key: str, reason: str) -> None:
        self._changed_groups.add(group)
        if not self._was_empty:
            self.touched.setdefault(f"{kind}:{key}", reason)

    def _rename(self, number: int, entry: IndexEntry, reason: str) -> None:
        """Know an article by its names of today; touch those who call it by these or by its old ones."""
        self._want_again(number, reason)
        for table in ("names", "wants", "links"):
            self._state.execute(f"DELETE FROM {table} WHERE article_id = ?", (number,))
        self._put_names([(number, entry)])
        self._touch_calling(entry, reason)

    def _put_names(self, entries: Sequence[tuple[int, IndexEntry]]) -> None:
        """Keep by what articles are called, and what their texts call others."""
        self._state.executemany(
            "INSERT INTO names VALUES(?, ?)", ((number, name) for number, entry in entries for name in entry.names)
        )
        self._state.executemany(
            "INSERT INTO wants VALUES(?, ?)", ((number, name) for number, entry in entries for name in entry.wants)
        )
        self._state.executemany(
            "INSERT INTO links VALUES(?, ?, ?, ?, '', '', '')",
            (
                (number, encode_path(found.address), found.is_image, found.line)
                for number, entry in entries
                for found in entry.addresses
            ),
        )

    def _touch_calling(self, entry: IndexEntry, reason: str) -> None:
        for name in entry.names:
            self.touch_wanting(name, reason)

    def _want_again(self, number: int, reason: str) -> None:
        for (name,) in self._state.execute("SELECT key FROM names WHERE article_id = ?", (number,)).fetchall():
            self.touch_wanting(name, reason)

    def _settle_groups(self) -> None:
        renamed = refresh_groups(self._state, self._changed_groups, self._site)
        rows = self._state.execute("SELECT id, kind, key FROM groups").fetchall()
        # The page of a year, month or day links to the ones beside it.
        for (kind, key), beside in adjacent_periods(
            self._times, {(kind, key) for _, kind, key in rows if kind in PERIODS}
        ):
            self.touched.setdefault(":".join(beside), f"{kind}/{key} came or went beside it")
        for group, kind, key in rows:
            if group not in renamed.moved:
                continue
            self.touched.setdefault(f"{kind}:{key}", f"{kind}/{key} has another name")
            members = self._state.execute(
                "SELECT a.path FROM members m JOIN articles a ON a.id = m.article_id WHERE m.group_id = ?", (group,)
            )
            for (path,) in members:
                self.touched.setdefault(f"article:{decode_path(path)}", f"{kind}/{key} has another name")

    def _touch_beside(self) -> None:
        """Stories link to the ones before and after them."""
        for _, spot, reason in self._spots:
            for path in adjacent_articles(self._state, spot.position, spot.section):
                self.touched.setdefault(f"article:{path}", f"{reason}, which stands beside it")

    def _renew_gist(self, number: int, entry: IndexEntry, reason: str) -> None:
        """Take an article's gist of today, and remember by what it was found if that or its place is another."""
        row = self._state.execute(f"{_GIST} WHERE a.id = ?", (number,)).fetchone()
        if row != (entry.position or None, *(entry.gist or (None, None))):
            self._note_move(number, reason)
            self._state.execute("DELETE FROM gists WHERE article_id = ?", (number,))
            self._put_gists([(number, entry)])

    def _note_move(self, number: int, reason: str) -> None:
        position, vector, _ = self._state.execute(f"{_GIST} WHERE a.id = ?", (number,)).fetchone()
        self._moved.setdefault(number, (vector or b"" if position else b"", reason))

    def _put_gists(self, entries: Iterable[tuple[int, IndexEntry]]) -> None:
        rows = ((number, *entry.gist) for number, entry in entries if entry.gist)
        self._state.executemany("INSERT INTO gists VALUES(?, ?, ?)", rows)

    def _suggest(self, most: int) -> None:
        """Choose anew where something moved; pages show the cards of what they suggest and of what suggests them."""
        moved = {number: reason for number, (_, reason) in self._moved.items()}
        for number, reason in (*((number, reason) for number, _, reason in self._spots), *moved.items()):
            for other in suggestion_partners(self._state, number):
                self._touch_number(other, f"{reason}, which it suggests")
        vectors = {number: vector for number, (vector, _) in self._moved.items()}
        for number, cause in update_suggestions(self._state, vectors, most):
            self._touch_number(number, f"{moved[cause]}, which changes what it suggests")

    def _touch_number(self, number: int, reason: str) -> None:
        path = self._path_of(number)
        if path:
            self.touched.setdefault(f"article:{path}", reason)

    def _path_of(self, number: int) -> str:
        row = self._state.execute("SELECT path FROM articles WHERE id = ?", (number,)).fetchone()
        return decode_path(row[0]) if row else ""

    def _shown(self, path: str) -> str:
        return f"{self._site.articles}/{path}"


def _row_of(entry: IndexEntry) -> tuple[object, ...]:
    """An entry's values for the columns of the table of articles."""
    return (encode_path(entry.path), *entry.row[1:], entry.position or None, entry.digest, entry.content)
