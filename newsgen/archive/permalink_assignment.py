"""Assign permalinks. Articles keep the one that the ledger records; new and conflicting claims wait until all are read.

An article that has all it asks for gets its permalink at once. One that is new, or that asks for what another has, may
follow one that is gone, so it waits until it is clear which articles are gone. In a ledger that is only now begun none
is gone: only those wait that ask for one address, and what has got that already is read again and waits too, so that
it does not matter in which order they come.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING, NamedTuple, Protocol

from newsgen.archive.entry import IndexEntry, PlacedEntry, place_entry
from newsgen.archive.permalinks.claim import PermalinkClaim, address_key, id_of, is_id
from newsgen.archive.permalinks.contested import find_contested, is_settled
from newsgen.archive.permalinks.duplicate_ids import find_duplicate_ids
from newsgen.archive.permalinks.id_names import IdNames
from newsgen.archive.permalinks.ledger import PATTERNED, LedgerEntry, assign_permalinks
from newsgen.archive.references import id_identifier
from newsgen.errors import NewsgenError, Problem

if TYPE_CHECKING:
    from newsgen.archive.identifiers import IdentifierTable
    from newsgen.archive.permalinks.ledger_table import LedgerTable
    from newsgen.archive.permalinks.own_pages import OwnPages
    from newsgen.archive.permalinks.unmet_table import UnmetTable


class Ledger(NamedTuple):
    """The tables of the ledger: who has which address, who does without one, and what the site's `own` pages have."""

    held: LedgerTable
    unmet: UnmetTable
    own: OwnPages


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

    def unsettle(self) -> set[str]:
        """Take back what was not published and is in question; the articles that must be read and assigned again."""
        ...

    def assign_pending(self) -> list[PlacedEntry]:
        """Place the articles that waited. Raises NewsgenError for addresses that would be gone."""
        ...

    def duplicate_ids(self) -> Iterator[Problem]:
        """The problems of articles that declare an id which another in the same language has."""
        ...


class LedgerAssigner:
    """Articles keep what the ledger in the state gives them; `articles` is the articles folder, as messages name it.

    With `is_public` the entries that it writes are published; else, as in a preview, they are forgotten as soon as
    their article changes. With `reassigns` every article moves to where the site's pattern puts it today.
    """

    def __init__(
        self, identifiers: IdentifierTable, ledger: Ledger, articles: str, is_public: bool, reassigns: bool
    ) -> None:
        self.changed = False
        self._identifiers = identifiers
        self._ledger = ledger.held
        self._unmet = ledger.unmet
        self._own = ledger.own
        self._articles = articles
        self._is_public = is_public
        self._reassigns = reassigns
        self._is_first = ledger.held.is_empty()
        # In a ledger that is only now begun: the addresses in question, and the articles that have had one of them.
        self._contested: set[str] = set()
        self._unsettled: set[str] = set()
        self._waiting: list[IndexEntry] = []
        self._gone: set[str] = set()
        self._ids = IdNames(ledger.held, lambda name: identifiers.paths_of(id_identifier(name)), self._is_first)

    def assign(self, entries: Sequence[IndexEntry]) -> list[PlacedEntry]:
        """Place the articles that need not wait. Raises NewsgenError."""
        return self._assign_first(entries) if self._is_first else self._assign_known(entries)

    def _name(self, entries: Sequence[IndexEntry], known: Mapping[str, str]) -> list[IndexEntry]:
        """The entries under their names in the ledger; those that must wait for theirs are put among the waiting."""
        named: list[IndexEntry] = []
        for entry in entries:
            claim = self._ids.name(entry.claim, known.get(entry.path, "")) if entry.claim.id else entry.claim
            if claim is None:
                self._waiting.append(entry._replace(claim=entry.claim._replace(shares_id=True)))
            else:
                named.append(entry._replace(claim=claim) if claim.shares_id else entry)
        return named

    def _assign_first(self, entries: Sequence[IndexEntry]) -> list[PlacedEntry]:
        """Place the articles that ask for what no other does so far; whoever has what others ask for gives it back."""
        entries = self._name(entries, {})
        claims = [entry.claim for entry in entries]
        asked = {one for claim in claims for one in claim.asked}
        self._contested |= {address_key(one) for one in asked if self._own.has(one)}
        lines = self._ledger.entries_beside(asked)
        found = find_contested(claims, (line for line in lines if line.fingerprint != PATTERNED), self._contested)
        self._contested |= found.addresses
        for name in found.holders:
            held = list(self._ledger.entries_of([name]))
            self._contested |= {address_key(line.permalink) for line in held if line.fingerprint != PATTERNED}
            self._ledger.remove(name)
        self._unsettled |= found.holders
        self._waiting += (entry for entry in entries if entry.claim.name in found.names)
        return self._assign([entry for entry in entries if entry.claim.name not in found.names], set(), ())

    def _assign_known(self, entries: Sequence[IndexEntry]) -> list[PlacedEntry]:
        """Place the articles that the ledger has, with all that they ask for."""
        known = dict(self._ledger.names_of(entry.path for entry in entries))
        self._release_other_ids(entries, known)
        entries = self._name(entries, known)
        self._ledger.remove_private(name for entry in entries for name in (entry.claim.name, entry.path))
        claims = [self._as_wanted(entry.claim) for entry in entries]
        lines = set(self._lines_for(claims, ()))
        held: dict[str, set[str]] = defaultdict(set)
        current: dict[str, LedgerEntry] = {}
        for line in lines:
            held[address_key(line.permalink)].add(line.article)
            if line.is_current:
                current[line.article] = line
        ready: list[IndexEntry] = []
        for entry in entries:
            is_doubtful = not is_id(known.get(entry.path, "")) and self._ids.doubts(entry.claim, current)
            may_stay = not is_doubtful and is_settled(entry.claim, current, held)
            (ready if may_stay else self._waiting).append(entry)
        return self._assign(ready, lines, ())

    def _release_other_ids(self, entries: Sequence[IndexEntry], known: Mapping[str, str]) -> None:
        """Release an article whose source declares another id now, or none."""
        for entry in entries:
            name = known.get(entry.path, "")
            if is_id(name) and id_of(name) != entry.claim.id:
                self._gone.add(name)
                self._ids.leave(entry.path)

    def release(self, path: str) -> None:
        """Take note that the article of a source is gone, while the index still has it."""
        self._unmet.remove([path])
        self._ids.leave(path)
        self._gone.update(name for _, name in self._ledger.names_of([path]))

    def release_all_except(self, paths: Collection[str]) -> None:
        """Take note that of the ledger's articles only those of these sources exist."""
        self._gone |= self._ledger.articles() - set(paths)

    def unsettle(self) -> set[str]:
        """Take back what was not published and is in question; the articles that must be read and assigned again."""
        gone = {name for name in self._gone if not self._ids.may_come(name)}
        # An article that declares an address of one that is gone takes its place, however long ago it was read.
        heirs = self._unmet.asking_for_those_of(gone)
        self._ledger.remove_private(gone)
        waiting = {name for entry in self._waiting for name in (entry.claim.name, entry.path)}
        if not self._is_first:
            asked = {one for entry in self._waiting for one in entry.claim.asked}
            self._unsettled = self._ledger.private_owners(asked) - waiting
            self._ledger.remove_private(self._unsettled)
        paths = {path for name in self._unsettled for path in self._paths_of(name)}
        # Those that wait may leave the listings that have what others ask for.
        in_question = self._unmet.with_free_address() | (self._unmet.asking_for_listings() if waiting else set())
        return (paths | heirs | in_question) - waiting

    def assign_pending(self) -> list[PlacedEntry]:
        """Place the articles that waited. Raises NewsgenError for addresses that would be gone."""
        settled = self._ids.settle([entry.claim for entry in self._waiting])
        self._waiting = [entry._replace(claim=settled.get(entry.path, entry.claim)) for entry in self._waiting]
        self.changed = self.changed or self._ids.changed
        # One with an id may have come again in another file.
        gone = {name for name in self._gone if not self._ids.has_come(name)}
        claims = [entry.claim for entry in self._waiting]
        lines = set(self._lines_for(claims, gone))
        lines.update(self._ledger.entries_beside({one for claim in claims for one in claim.fallbacks}))
        if self._is_first:
            # Nothing is published yet: what a pattern for old addresses made gives way.
            lines = {line for line in lines if line.fingerprint != PATTERNED}
        if any(self._own.has_listing(alias) for claim in claims for alias in claim.aliases):
            self._own.expect({entry.path: entry.listed_card() for entry in self._waiting})
        return self._assign(self._waiting, lines, gone)

    def _paths_of(self, name: str) -> Iterator[str]:
        if is_id(name):
            yield from self._identifiers.paths_of(id_identifier(id_of(name)))
        else:
            yield name

    def duplicate_ids(self) -> Iterator[Problem]:
        """The problems of articles that declare an id which another in the same language has."""
        for name in sorted(self._ids.ids):
            yield from find_duplicate_ids(name, self._identifiers.languages_of(id_identifier(name)), self._articles)

    def _assign(
        self, entries: Sequence[IndexEntry], before: Set[LedgerEntry], gone: Collection[str]
    ) -> list[PlacedEntry]:
        """Place articles; `before` are the entries of all articles and addresses that this concerns."""
        claims = [self._as_wanted(entry.claim) for entry in entries]
        assignment = assign_permalinks(before, claims, gone, self._articles, self._own)
        if assignment.problems:
            raise NewsgenError(assignment.problems)
        after = set(assignment.lines) - before
        self.changed = self.changed or bool(after)
        put = self._ledger.put_first if self._is_first else self._ledger.put
        put(after, self._is_public)
        self._unmet.remove(claim.path for claim in claims)
        self._unmet.put(assignment.unmet)
        former: dict[str, list[str]] = defaultdict(list)
        for line in assignment.lines:
            if not line.is_current:
                former[line.article].append(line.permalink)
        return [
            place_entry(entry, assignment.permalinks[entry.path], former.get(claim.name, ()))
            for entry, claim in zip(entries, claims, strict=True)
        ]

    def _as_wanted(self, claim: PermalinkClaim) -> PermalinkClaim:
        return claim._replace(is_renewed=True) if self._reassigns else claim

    def _lines_for(self, claims: Sequence[PermalinkClaim], gone: Iterable[str]) -> Iterator[LedgerEntry]:
        """All entries of these articles, and of the addresses that they ask for."""
        yield from self._ledger.entries_of({*gone, *(name for claim in claims for name in (claim.name, claim.path))})
        renewed = (one for claim in claims if claim.is_renewed for one in claim.fallbacks)
        yield from self._ledger.entries_beside({*(one for claim in claims for one in claim.asked), *renewed})
        yield from self._ledger.entries_beside({one for claim in claims for one in claim.pattern_aliases})
