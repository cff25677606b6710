"""Seating: which permalink each article has, while articles come, change and go. The state holds the ledger's lines.

An article that has all it asks for is seated at once. One that is new, or that asks for what another has, may follow
one that is gone, so it waits until it is clear which articles are gone.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Protocol

from newsgen.archive.database import decode_path, encode_path
from newsgen.archive.entry import IndexEntry, at_permalink
from newsgen.archive.permalinks.ledger import PATTERNED, LedgerEntry, PermalinkClaim, assign_permalinks, is_id
from newsgen.archive.permalinks.ledger_table import LINE, line_of
from newsgen.archive.references import id_identifier
from newsgen.errors import NewsgenError, Problem

# How many values one question to SQLite may hold.
_MOST = 500
_KNOWN_BY = "SELECT a.path, l.article FROM articles a JOIN ledger l ON l.permalink = a.permalink WHERE a.path IN"
_PUT = (
    "INSERT INTO ledger VALUES(?, ?, ?, ?, ?) ON CONFLICT(permalink) DO UPDATE SET article = excluded.article,"
    " is_current = excluded.is_current, fingerprint = excluded.fingerprint,"
    " is_public = MAX(is_public, excluded.is_public)"
)
# While nothing is published yet, an address made by a pattern does not take the place of another.
_BEGIN = f"{_PUT} WHERE excluded.fingerprint <> '{PATTERNED}'"


class PermalinkAssigner(Protocol):
    """What tells every article its permalink."""

    @property
    def changed(self) -> bool:
        """Whether any article has other permalinks than before."""
        ...

    def seat(self, entries: Sequence[IndexEntry]) -> list[IndexEntry]:
        """Seat the articles that need not wait, each with its permalink. Raises BuildFailed."""
        ...

    def lose(self, path: str) -> None:
        """Tell that the article of a source is not there any more, while the index still has it."""
        ...

    def lose_all_but(self, paths: Collection[str]) -> None:
        """Tell that only the articles of these sources are there: of the ledger's others, none is."""
        ...

    def seat_waiting(self) -> list[IndexEntry]:
        """Seat the articles that waited. Raises BuildFailed for addresses that would be gone."""
        ...

    def find_doubles(self) -> Iterator[Problem]:
        """What is wrong where two articles of the index declare one id."""
        ...


class LedgerAssigner:
    """Articles keep what the ledger in the state gives them; `shown` names the articles folder.

    With `is_public` the lines that it writes are published; else, as in a preview, they are forgotten as soon as their
    article changes. With `renews` every article moves to where the site's pattern puts it today.
    """

    def __init__(self, state: sqlite3.Connection, shown: str, is_public: bool, renews: bool) -> None:
        self.changed = False
        self._state = state
        self._shown = shown
        self._is_public = is_public
        self._renews = renews
        self._is_new = state.execute("SELECT 1 FROM ledger LIMIT 1").fetchone() is None
        self._has_moved = False
        self._waiting: list[IndexEntry] = []
        self._gone: set[str] = set()
        self._ids: dict[str, str] = {}

    def seat(self, entries: Sequence[IndexEntry]) -> list[IndexEntry]:
        """Seat the articles that need not wait, each with its permalink. Raises BuildFailed."""
        self._ids.update((entry.claim.id, entry.path) for entry in entries if entry.claim.id)
        if self._is_new:
            return self._settle(entries, ())
        self._lose_other_ids(entries)
        self._forget_private(name for entry in entries for name in (entry.claim.name, entry.path))
        lines = list(self._lines_for([entry.claim for entry in entries], ()))
        owners = {line.permalink: line.article for line in lines}
        known = {line.article for line in lines}
        ready: list[IndexEntry] = []
        for entry in entries:
            claim = entry.claim
            names = {claim.name, claim.path}
            asked = (*claim.aliases, *((claim.permalink,) if claim.on_purpose else ()))
            is_settled = not known.isdisjoint(names) and all(owners.get(one, claim.name) in names for one in asked)
            (ready if is_settled else self._waiting).append(entry)
        return self._settle(ready, ())

    def _lose_other_ids(self, entries: Sequence[IndexEntry]) -> None:
        """An article whose source declares another id now, or none, is not there any more."""
        names = {encode_path(entry.path): entry.claim.name for entry in entries}
        for path, article in self._ask(_KNOWN_BY, names):
            if is_id(article) and decode_path(article) != names[path]:
                self._gone.add(decode_path(article))

    def lose(self, path: str) -> None:
        """Tell that the article of a source is not there any more, while the index still has it."""
        self._gone.update(decode_path(article) for _, article in self._ask(_KNOWN_BY, [encode_path(path)]))

    def lose_all_but(self, paths: Collection[str]) -> None:
        """Tell that only the articles of these sources are there: of the ledger's others, none is."""
        rows = self._state.execute("SELECT DISTINCT article FROM ledger")
        self._gone.update(name for (article,) in rows if (name := decode_path(article)) not in paths)

    def seat_waiting(self) -> list[IndexEntry]:
        """Seat the articles that waited. Raises BuildFailed for addresses that would be gone."""
        # What declares an id may have gone from one file and come in another.
        gone = self._gone - {PermalinkClaim("", "", id=name).name for name in self._ids}
        self._forget_private(gone)
        return self._settle(self._waiting, gone)

    def find_doubles(self) -> Iterator[Problem]:
        """What is wrong where two articles of the index declare one id."""
        for name, path in sorted(self._ids.items()):
            rows = self._state.execute(
                "SELECT a.path FROM names n JOIN articles a ON a.id = n.article_id WHERE n.key = ? AND a.path <> ?",
                (id_identifier(name), encode_path(path)),
            )
            for (other,) in rows.fetchall():
                yield Problem(
                    f"{self._shown}/{path}",
                    0,
                    f"has the same id as {self._shown}/{decode_path(other)}: {name}",
                    "An id is by what an article is known when its file gets another name.",
                    "Give one of the two another id.",
                )

    def _settle(self, entries: Sequence[IndexEntry], gone: Collection[str]) -> list[IndexEntry]:
        claims = [self._renewed(entry.claim) for entry in entries]
        before = set(self._lines_for(claims, gone))
        settled = assign_permalinks(before, claims, gone, self._shown)
        if settled.problems:
            raise NewsgenError(settled.problems)
        after = set(settled.lines) - before
        self.changed = self.changed or bool(after)
        self._state.executemany(
            _BEGIN if self._is_new else _PUT,
            ((encode_path(line.permalink), encode_path(line.article), *line[2:], self._is_public) for line in after),
        )
        moved: dict[str, list[str]] = defaultdict(list)
        for line in settled.lines:
            if not line.is_current:
                moved[line.article].append(line.permalink)
        self._has_moved = self._has_moved or bool(moved)
        return [
            at_permalink(entry, settled.permalinks[entry.path], moved.get(claim.name, ()))
            for entry, claim in zip(entries, claims, strict=True)
        ]

    def _renewed(self, claim: PermalinkClaim) -> PermalinkClaim:
        return claim._replace(on_purpose=True) if self._renews else claim

    def _forget_private(self, names: Iterable[str]) -> None:
        """Forget what these articles have that was never published."""
        self._state.executemany(
            "DELETE FROM ledger WHERE article = ? AND NOT is_public", ((encode_path(name),) for name in names)
        )

    def _lines_for(self, claims: Sequence[PermalinkClaim], gone: Iterable[str]) -> Iterator[LedgerEntry]:
        """All lines of these articles, and of the addresses that they ask for."""
        asked = {one for claim in claims for one in (claim.permalink, *claim.aliases, *claim.former)}
        if not self._is_new:
            yield from self._read("article", {*gone, *(name for claim in claims for name in (claim.name, claim.path))})
            yield from self._read("permalink", asked)
        elif self._has_moved or any(claim.aliases for claim in claims):
            # In a ledger that is only now begun, articles come in the way of nothing but each other's old addresses.
            yield from (line for line in self._read("permalink", asked) if line.fingerprint != PATTERNED)

    def _read(self, column: str, values: Iterable[str]) -> Iterator[LedgerEntry]:
        yield from map(
            line_of, self._ask(f"SELECT {LINE} FROM ledger WHERE {column} IN", map(encode_path, sorted(values)))
        )

    def _ask(self, question: str, values: Iterable[str]) -> Iterator[Any]:
        """The rows for these values."""
        wanted = list(values)
        for start in range(0, len(wanted), _MOST):
            some = wanted[start : start + _MOST]
            yield from self._state.execute(f"{question} ({', '.join('?' * len(some))})", some).fetchall()


class PatternAssigner:
    """Articles have the permalinks that they ask for: the site keeps no ledger, but their aliases still lead on."""

    def __init__(self, state: sqlite3.Connection, shown: str) -> None:
        self.changed = False
        self._state = state
        self._shown = shown
        self._claims: list[PermalinkClaim] = []

    def seat(self, entries: Sequence[IndexEntry]) -> list[IndexEntry]:
        """All of them, as they are."""
        for entry in entries:
            self.lose(entry.path)
        self._claims += (entry.claim for entry in entries if entry.claim.aliases)
        return list(entries)

    def lose(self, path: str) -> None:
        """Forget the aliases of an article."""
        forgotten = self._state.execute("DELETE FROM ledger WHERE article = ?", (encode_path(path),)).rowcount
        self.changed = self.changed or forgotten > 0

    def lose_all_but(self, paths: Collection[str]) -> None:
        """Nothing: what is kept is told by those that are there."""

    def find_doubles(self) -> Iterator[Problem]:
        """None: nothing is known by an id."""
        return iter(())

    def seat_waiting(self) -> list[IndexEntry]:
        """Note the aliases of all that were seated; nobody waits. Raises BuildFailed where two have one alias."""
        problems: list[Problem] = []
        for claim in self._claims:
            for permalink in {claim.permalink, *claim.aliases}:
                row = (encode_path(permalink), encode_path(claim.path), permalink == claim.permalink)
                try:
                    self._state.execute("INSERT INTO ledger VALUES(?, ?, ?, '', 0)", row)
                except sqlite3.IntegrityError:
                    problems.append(self._doubled(claim, permalink))
        self.changed = self.changed or bool(self._claims)
        if problems:
            raise NewsgenError(problems)
        return []

    def _doubled(self, claim: PermalinkClaim, permalink: str) -> Problem:
        rows = self._state.execute("SELECT article FROM ledger WHERE permalink = ?", (encode_path(permalink),))
        return Problem(
            f"{self._shown}/{claim.path}",
            0,
            f"has an address that {self._shown}/{decode_path(rows.fetchone()[0])} has too: {permalink}",
            "It can lead to one of the two only.",
            "Take it out of the aliases of one of them.",
        )
