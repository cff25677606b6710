"""Assign permalinks. Articles keep the one that the ledger records; new and conflicting claims wait until all are read.

An article that has all it asks for gets its permalink at once. One that is new, or that asks for what another has, may
follow one that is gone, so it waits until it is clear which articles are gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from newsgen.archive.entry import IndexEntry, PlacedEntry, place_entry
from newsgen.archive.permalinks.ledger import PATTERNED, LedgerEntry, PermalinkClaim, assign_permalinks, is_id
from newsgen.archive.references import id_identifier
from newsgen.errors import NewsgenError, Problem

if TYPE_CHECKING:
    from newsgen.archive.links import IdentifierTable
    from newsgen.archive.permalinks.ledger_table import LedgerTable


class PermalinkAssigner(Protocol):
    """Gives every article its permalink."""

    @property
    def changed(self) -> bool:
        """Whether any article has other permalinks than before."""
        ...

    def assign(self, entries: Sequence[IndexEntry]) -> list[PlacedEntry]:
        """Place the articles that need not wait. Raises NewsgenError."""
        ...

    def release(self, path: str) -> None:
        """Take note that the article of a source is gone, while the index still has it."""
        ...

    def release_all_except(self, paths: Collection[str]) -> None:
        """Take note that of the ledger's articles only those of these sources exist."""
        ...

    def assign_pending(self) -> list[PlacedEntry]:
        """Place the articles that waited. Raises NewsgenError for addresses that would be gone."""
        ...

    def duplicate_ids(self) -> Iterator[Problem]:
        """The problems of articles that declare an id which another has."""
        ...


class LedgerAssigner:
    """Articles keep what the ledger in the state gives them; `articles` is the articles folder, as messages name it.

    With `is_public` the entries that it writes are published; else, as in a preview, they are forgotten as soon as
    their article changes. With `reassigns` every article moves to where the site's pattern puts it today.
    """

    def __init__(
        self, identifiers: IdentifierTable, ledger: LedgerTable, articles: str, is_public: bool, reassigns: bool
    ) -> None:
        self.changed = False
        self._identifiers = identifiers
        self._ledger = ledger
        self._articles = articles
        self._is_public = is_public
        self._reassigns = reassigns
        self._is_first = ledger.is_empty()
        self._has_moved = False
        self._waiting: list[IndexEntry] = []
        self._gone: set[str] = set()
        self._ids: dict[str, str] = {}

    def assign(self, entries: Sequence[IndexEntry]) -> list[PlacedEntry]:
        """Place the articles that need not wait. Raises NewsgenError."""
        self._ids.update((entry.claim.id, entry.path) for entry in entries if entry.claim.id)
        if self._is_first:
            return self._assign(entries, ())
        self._release_other_ids(entries)
        self._ledger.remove_private(name for entry in entries for name in (entry.claim.name, entry.path))
        lines = list(self._lines_for([entry.claim for entry in entries], ()))
        owners = {line.permalink: line.article for line in lines}
        known = {line.article for line in lines}
        ready: list[IndexEntry] = []
        for entry in entries:
            claim = entry.claim
            names = {claim.name, claim.path}
            asked = (*claim.aliases, *((claim.permalink,) if claim.is_explicit else ()))
            is_settled = not known.isdisjoint(names) and all(owners.get(one, claim.name) in names for one in asked)
            (ready if is_settled else self._waiting).append(entry)
        return self._assign(ready, ())

    def _release_other_ids(self, entries: Sequence[IndexEntry]) -> None:
        """Release an article whose source declares another id now, or none."""
        names = {entry.path: entry.claim.name for entry in entries}
        for path, name in self._ledger.names_of(names):
            if is_id(name) and name != names[path]:
                self._gone.add(name)

    def release(self, path: str) -> None:
        """Take note that the article of a source is gone, while the index still has it."""
        self._gone.update(name for _, name in self._ledger.names_of([path]))

    def release_all_except(self, paths: Collection[str]) -> None:
        """Take note that of the ledger's articles only those of these sources exist."""
        self._gone |= self._ledger.articles() - set(paths)

    def assign_pending(self) -> list[PlacedEntry]:
        """Place the articles that waited. Raises NewsgenError for addresses that would be gone."""
        # What declares an id may have gone from one file and come in another.
        gone = self._gone - {PermalinkClaim("", "", id=name).name for name in self._ids}
        self._ledger.remove_private(gone)
        return self._assign(self._waiting, gone)

    def duplicate_ids(self) -> Iterator[Problem]:
        """The problems of articles that declare an id which another has."""
        for name, path in sorted(self._ids.items()):
            for other in self._identifiers.paths_of(id_identifier(name)):
                if other != path:
                    yield Problem(
                        f"{self._articles}/{path}",
                        0,
                        f"has the same id as {self._articles}/{other}: {name}",
                        "An id is by what an article is known when its file gets another name.",
                        "Give one of the two another id.",
                    )

    def _assign(self, entries: Sequence[IndexEntry], gone: Collection[str]) -> list[PlacedEntry]:
        claims = [self._as_wanted(entry.claim) for entry in entries]
        before = set(self._lines_for(claims, gone))
        assignment = assign_permalinks(before, claims, gone, self._articles)
        if assignment.problems:
            raise NewsgenError(assignment.problems)
        after = set(assignment.lines) - before
        self.changed = self.changed or bool(after)
        put = self._ledger.put_first if self._is_first else self._ledger.put
        put(after, self._is_public)
        former: dict[str, list[str]] = defaultdict(list)
        for line in assignment.lines:
            if not line.is_current:
                former[line.article].append(line.permalink)
        self._has_moved = self._has_moved or bool(former)
        return [
            place_entry(entry, assignment.permalinks[entry.path], former.get(claim.name, ()))
            for entry, claim in zip(entries, claims, strict=True)
        ]

    def _as_wanted(self, claim: PermalinkClaim) -> PermalinkClaim:
        return claim._replace(is_explicit=True) if self._reassigns else claim

    def _lines_for(self, claims: Sequence[PermalinkClaim], gone: Iterable[str]) -> Iterator[LedgerEntry]:
        """All entries of these articles, and of the addresses that they ask for."""
        asked = {one for claim in claims for one in (claim.permalink, *claim.aliases, *claim.pattern_aliases)}
        shortened = {one for claim in claims if claim.longer for one in (claim.permalink, claim.longer)}
        if not self._is_first:
            yield from self._ledger.entries_of(
                {*gone, *(name for claim in claims for name in (claim.name, claim.path))}
            )
            yield from self._ledger.entries_at(asked | shortened)
        elif self._has_moved or any(claim.aliases for claim in claims):
            # In a ledger that is only now begun, articles conflict with nothing but each other's old addresses.
            yield from (line for line in self._ledger.entries_at(asked | shortened) if line.fingerprint != PATTERNED)
        elif shortened:
            yield from (line for line in self._ledger.entries_at(shortened) if line.fingerprint != PATTERNED)


class PatternAssigner:
    """Articles have the permalinks that they ask for: the site keeps no ledger, but their aliases still lead on."""

    def __init__(self, ledger: LedgerTable, articles: str) -> None:
        self.changed = False
        self._ledger = ledger
        self._articles = articles
        self._claims: list[PermalinkClaim] = []

    def assign(self, entries: Sequence[IndexEntry]) -> list[PlacedEntry]:
        """Place all of them."""
        for entry in entries:
            self.release(entry.path)
        self._claims += (entry.claim for entry in entries if entry.claim.aliases)
        return [place_entry(entry, entry.claim.permalink) for entry in entries]

    def release(self, path: str) -> None:
        """Forget the aliases of an article."""
        self.changed = self._ledger.remove(path) or self.changed

    def release_all_except(self, paths: Collection[str]) -> None:
        """Do nothing: what is recorded comes from the articles that exist."""

    def duplicate_ids(self) -> Iterator[Problem]:
        """None: nothing is known by an id."""
        return iter(())

    def assign_pending(self) -> list[PlacedEntry]:
        """Record the aliases of all that were placed. Raises NewsgenError where two share an alias."""
        problems: list[Problem] = []
        for claim in self._claims:
            for permalink in {claim.permalink, *claim.aliases}:
                owner = self._ledger.add(LedgerEntry(permalink, claim.path, permalink == claim.permalink, ""))
                if owner is not None:
                    problems.append(self._shared_alias(claim, permalink, owner))
        self.changed = self.changed or bool(self._claims)
        if problems:
            raise NewsgenError(problems)
        return []

    def _shared_alias(self, claim: PermalinkClaim, permalink: str, owner: str) -> Problem:
        return Problem(
            f"{self._articles}/{claim.path}",
            0,
            f"has an address that {self._articles}/{owner} has too: {permalink}",
            "It can lead to one of the two only.",
            "Take it out of the aliases of one of them.",
        )
