"""What articles ask of the ledger and do not get: kept until the article is read again, and told."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from newsgen.archive.database import decode_path, encode_path
from newsgen.archive.permalinks.claim import UnmetClaim, address_key, describe_name, is_id
from newsgen.errors import Problem

_HOLDERS = (
    "SELECT u.path, u.permalink, u.is_alias, MIN(l.article), ifnull(a.permalink, '') FROM unmet u"
    " JOIN ledger l ON l.address = u.address LEFT JOIN articles a ON a.path = u.path"
    " LEFT JOIN ledger o ON o.permalink = a.permalink WHERE l.article IS NOT o.article"
    " GROUP BY u.path, u.permalink ORDER BY u.path, u.permalink"
)
_LISTING = "SELECT 1 FROM listings s WHERE s.permalink = u.permalink"
_EMPTY_LISTING = (
    f"EXISTS ({_LISTING} AND NOT EXISTS"
    " (SELECT 1 FROM groups g JOIN members m ON m.group_id = g.id WHERE g.kind = s.kind AND g.key = s.key))"
)
_RESERVED = (
    "SELECT u.path, u.permalink, u.is_alias, ifnull(a.permalink, '') FROM unmet u"
    " LEFT JOIN articles a ON a.path = u.path WHERE u.is_reserved ORDER BY u.path, u.permalink"
)


class UnmetTable:
    """The table `unmet`."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def put(self, claims: Iterable[UnmetClaim]) -> None:
        """Record what articles do without."""
        self._state.executemany(
            "INSERT OR REPLACE INTO unmet VALUES(?, ?, ?, ?, ?)",
            (
                (encode_path(one.path), encode_path(one.permalink), *one[2:], encode_path(address_key(one.permalink)))
                for one in claims
            ),
        )

    def remove(self, paths: Iterable[str]) -> None:
        """Forget what these articles asked for."""
        self._state.executemany("DELETE FROM unmet WHERE path = ?", ((encode_path(path),) for path in paths))

    def with_free_address(self) -> set[str]:
        """The articles that ask for what nobody has any more."""
        rows = self._state.execute(
            "SELECT path FROM unmet u WHERE NOT EXISTS (SELECT 1 FROM ledger l WHERE l.address = u.address)"
            f" AND (NOT is_reserved OR is_alias AND {_EMPTY_LISTING})"
        )
        return {decode_path(path) for (path,) in rows}

    def asking_for_listings(self) -> set[str]:
        """The articles with an alias at a listing that was published."""
        rows = self._state.execute(f"SELECT path FROM unmet u WHERE is_reserved AND is_alias AND EXISTS ({_LISTING})")
        return {decode_path(path) for (path,) in rows}

    def asking_for_those_of(self, articles: Iterable[str]) -> set[str]:
        """The articles that ask for what these have, by the names that the ledger has for them."""
        query = "SELECT u.path FROM ledger l JOIN unmet u ON u.address = l.address WHERE l.article = ?"
        rows = (self._state.execute(query, (encode_path(name),)).fetchall() for name in articles)
        return {decode_path(path) for found in rows for (path,) in found}

    def problems(self, articles: str) -> Iterator[Problem]:
        """What the articles do without; `articles` is the articles folder, as messages name it."""
        for path, permalink, is_alias, holder, current in self._state.execute(_HOLDERS):
            named = decode_path(holder)
            named = describe_name(named) if is_id(named) else f"{articles}/{named}"
            make = _unmet_alias if is_alias else _unmet_permalink
            yield make(f"{articles}/{decode_path(path)}", decode_path(permalink), named, decode_path(current))
        for path, permalink, is_alias, current in self._state.execute(_RESERVED):
            tell = _reserved_alias if is_alias else _reserved_permalink
            yield tell(f"{articles}/{decode_path(path)}", decode_path(permalink), decode_path(current))


def _unmet_alias(path: str, permalink: str, holder: str, current: str) -> Problem:
    return Problem(
        path,
        0,
        f"has {permalink} among its aliases, an address of {holder}",
        "It can lead to one of the two only, and leads there.",
        "Take it out of the aliases of one of them.",
    )


def _unmet_permalink(path: str, permalink: str, holder: str, current: str) -> Problem:
    return Problem(
        path,
        0,
        f"has the address {current}, for {permalink} belongs to {holder}",
        "Their slugs or headlines make one address for both.",
        f'Leave it so, with "permalink: {current}"; or write another "slug: …".',
    )


def _reserved_alias(path: str, permalink: str, current: str) -> Problem:
    return Problem(
        path,
        0,
        f"has {permalink} among its aliases, an address of newsgen's own pages",
        "Whoever follows it finds that page, where there is one, and not the article.",
        "Take it out of the aliases.",
    )


def _reserved_permalink(path: str, permalink: str, current: str) -> Problem:
    return Problem(
        path,
        0,
        f"has the address {current}, for {permalink} is one of newsgen's own pages",
        "Its slug or headline makes an address at which the site has, or may have, another page.",
        f'Leave it so, with "permalink: {current}"; or write another "slug: …".',
    )
