"""The addresses of listings in the state: what permalinks.tsv says of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping

from newsgen.archive.database import decode_path, encode_path
from newsgen.archive.permalinks.listing import ListingAddress, listing_permalink, successors
from newsgen.archive.targets import Target, encode_target, is_named_group

_ADDRESS = "permalink, kind, key, is_current"
# What an article has by now, it has.
_FREE = "NOT EXISTS (SELECT 1 FROM ledger WHERE ledger.permalink = listings.permalink)"
_GROUP = "(SELECT 1 FROM groups g WHERE g.kind = listings.kind AND g.key = listings.key)"


class ListingTable:
    """The table `listings`."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def load(self, addresses: Iterable[ListingAddress]) -> None:
        """Replace the table with what the file says."""
        self.clear()
        self._put(addresses)

    def clear(self) -> None:
        """Forget all of it."""
        self._state.execute("DELETE FROM listings")

    def all(self) -> Iterator[ListingAddress]:
        """Every address, but for those that an article has."""
        return self._select(f"WHERE {_FREE}")

    def has_articles(self, group: Target, besides: Collection[str]) -> bool:
        """Whether any article is in a group by now, while articles come and go; `besides` those of these sources."""
        rows = self._state.execute(
            "SELECT a.path FROM groups g JOIN members m ON m.group_id = g.id JOIN articles a ON a.id = m.article_id"
            " WHERE g.kind = ? AND g.key = ?",
            encode_target(group),
        )
        return any(decode_path(path) not in besides for (path,) in rows)

    def of_kind(self, kind: str) -> list[ListingAddress]:
        """The addresses of the listings of a kind, also of those that are gone."""
        return list(self._select(f"WHERE kind = ? AND {_FREE} ORDER BY permalink", kind))

    def of_articles(self, kind: str) -> set[str]:
        """The slugs of a kind whose addresses articles have."""
        rows = self._state.execute(
            "SELECT permalink FROM ledger WHERE permalink > ? AND permalink < ?", (f"/{kind}/", f"/{kind}0")
        )
        return {ListingAddress(decode_path(permalink), kind, "").slug for (permalink,) in rows}

    def unrecorded(self) -> list[ListingAddress]:
        """The addresses of the listings that there are and the table does not have."""
        rows = self._state.execute(
            "SELECT kind, key, slug FROM groups g WHERE slug <> '' AND NOT EXISTS"
            f" (SELECT 1 FROM listings WHERE kind = g.kind AND key = g.key AND is_current AND {_FREE})"
        )
        return [
            ListingAddress(listing_permalink(kind, slug), kind, key) for kind, key, slug in rows if is_named_group(kind)
        ]

    def record(self, addresses: Iterable[ListingAddress]) -> None:
        """Record where listings are published."""
        self._put(addresses)

    def forget(self, groups: Iterable[Target]) -> bool:
        """Forget the addresses of listings that nobody is in any more, for their names may not be kept; whether any."""
        condition = f"kind = ? AND key = ? AND NOT EXISTS {_GROUP}"
        gone = [self._state.execute(f"DELETE FROM listings WHERE {condition}", group).rowcount for group in groups]
        return any(gone)

    def lost(self) -> list[ListingAddress]:
        """The addresses of listings that no article is in any more."""
        return list(self._select(f"WHERE NOT EXISTS {_GROUP} AND {_FREE} ORDER BY permalink"))

    def moves(self) -> list[tuple[str, str]]:
        """Every address that a listing has left, with the one that it leads to, in their order."""
        moved = [(one, one.key) for one in self._select(f"WHERE NOT is_current AND EXISTS {_GROUP} AND {_FREE}")]
        lost = self.lost()
        heirs = successors(lost, self._keys({one.kind for one in lost})) if lost else {}
        moved += ((one, heirs[one.permalink]) for one in lost if one.permalink in heirs)
        pairs = ((one.permalink, self._permalink_of(one.kind, key)) for one, key in moved)
        return sorted((old, new) for old, new in pairs if old != new)

    def _permalink_of(self, kind: str, key: str) -> str:
        row = self._state.execute("SELECT slug FROM groups WHERE kind = ? AND key = ?", (kind, key)).fetchone()
        return listing_permalink(kind, row[0])

    def _keys(self, kinds: Iterable[str]) -> Mapping[str, list[str]]:
        query = "SELECT key FROM groups WHERE kind = ? AND slug <> ''"
        rows = {kind: self._state.execute(query, (kind,)) for kind in kinds}
        return {kind: [key for (key,) in found] for kind, found in rows.items()}

    def _put(self, addresses: Iterable[ListingAddress]) -> None:
        rows = ((encode_path(one.permalink), one.kind, encode_path(one.key), one.is_current) for one in addresses)
        self._state.executemany("INSERT OR IGNORE INTO listings VALUES(?, ?, ?, ?)", rows)

    def _select(self, condition: str, *values: str) -> Iterator[ListingAddress]:
        for permalink, kind, key, is_current in self._state.execute(
            f"SELECT {_ADDRESS} FROM listings {condition}", values
        ).fetchall():
            yield ListingAddress(decode_path(permalink), kind, decode_path(key), bool(is_current))
