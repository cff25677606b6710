"""What articles ask of the ledger and another article has: kept until the article is read again, and told."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from newsgen.archive.database import decode_path, encode_path
from newsgen.archive.permalinks.claim import UnmetClaim, address_key, is_id
from newsgen.errors import Problem

_HOLDERS = (
    "SELECT u.path, u.permalink, u.is_alias, MIN(l.article), ifnull(a.permalink, '') FROM unmet u"
    " JOIN ledger l ON l.address = u.address LEFT JOIN articles a ON a.path = u.path"
    " LEFT JOIN ledger o ON o.permalink = a.permalink WHERE l.article IS NOT o.article"
    " GROUP BY u.path, u.permalink ORDER BY u.path, u.permalink"
)


class UnmetTable:
    """The table `unmet`."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def put(self, claims: Iterable[UnmetClaim]) -> None:
        """Record what articles do without."""
        self._state.executemany(
            "INSERT OR REPLACE INTO unmet VALUES(?, ?, ?, ?)",
            (
                (encode_path(one.path), encode_path(one.permalink), one.is_alias, encode_path(address_key(one[1])))
                for one in claims
            ),
        )

    def remove(self, paths: Iterable[str]) -> None:
        """Forget what these articles asked for."""
        self._state.executemany("DELETE FROM unmet WHERE path = ?", ((encode_path(path),) for path in paths))

    def clear(self) -> None:
        """Forget all of it."""
        self._state.execute("DELETE FROM unmet")

    def with_free_address(self) -> set[str]:
        """The articles that ask for what nobody has any more."""
        rows = self._state.execute(
            "SELECT path FROM unmet u WHERE NOT EXISTS (SELECT 1 FROM ledger l WHERE l.address = u.address)"
        )
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
            named = f"the article with the {named.replace(':', ' ', 1)}" if is_id(named) else f"{articles}/{named}"
            make = _unmet_alias if is_alias else _unmet_permalink
            yield make(f"{articles}/{decode_path(path)}", decode_path(permalink), named, decode_path(current))


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
