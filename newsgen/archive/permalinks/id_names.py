"""By which name the ledger knows an article that declares an id.

An id is an article's name for ever, whatever its file is called. Translations may share one, each in its own language:
then the ledger goes on calling the article so that has published an address under the id, and calls the others by the
id and their language. Which one has published an address is told by what the index knows, by the language, by how the
text opens, or by being the only one left; a name that cannot be given is left to an article that is gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from newsgen.archive.permalinks.claim import PermalinkClaim, id_of, is_id, is_shared_id, shared_name
from newsgen.archive.permalinks.ledger import LedgerEntry
from newsgen.archive.permalinks.ledger_table import LedgerTable

# The paths of the articles that the index has with an id.
FindPaths = Callable[[str], Collection[str]]


class Naming(NamedTuple):
    """The claims of one id under the names that the ledger has for them, and the names that are others from now on."""

    claims: tuple[PermalinkClaim, ...]
    renamed: tuple[tuple[str, str], ...]


def name_claims(claims: Iterable[PermalinkClaim], lines: Iterable[LedgerEntry], held: Collection[str]) -> Naming:
    """Settle which of the articles of one id has which of its names.

    `lines` are the current ones of these names that no other article holds, and of the claims' paths; `held` are the
    names that others hold.
    """
    left = sorted(claims)
    by_name = {line.article: line for line in lines if line.is_current}
    at_own_path = {claim.path for claim in left if claim.path in by_name}
    free = {name: line for name, line in by_name.items() if is_id(name) and name not in held}
    named: dict[str, str] = {}

    def take(claim: PermalinkClaim, name: str) -> None:
        named[claim.path] = name
        left.remove(claim)
        del free[name]

    for claim in tuple(left):
        if shared_name(claim.id, claim.language) in free:
            take(claim, shared_name(claim.id, claim.language))
    for is_same in (_declares, _opens_as):
        for name, line in sorted(free.items()):
            same = [claim for claim in left if claim.path not in at_own_path and is_same(claim, line)]
            if len(same) == 1:
                take(same[0], name)
    unpublished = [claim for claim in left if claim.path not in at_own_path]
    if len(unpublished) == len(free) == 1:
        take(unpublished[0], next(iter(free)))
    taken = {*held, *free, *named.values()}
    settled: list[PermalinkClaim] = []
    renamed: list[tuple[str, str]] = []
    for claim in sorted(claims):
        name = named.get(claim.path, claim._replace(shares_id=claim._replace(shares_id=False).name in taken).name)
        one = claim._replace(shares_id=is_shared_id(name))
        if one.name != name:
            renamed.append((name, one.name))
        taken.add(one.name)
        settled.append(one)
    return Naming(tuple(settled), tuple(renamed))


def _declares(claim: PermalinkClaim, line: LedgerEntry) -> bool:
    return claim.is_explicit and claim.permalink == line.permalink


def _opens_as(claim: PermalinkClaim, line: LedgerEntry) -> bool:
    return bool(line.fingerprint) and claim.fingerprint == line.fingerprint


class IdNames:
    """The names of the articles that declare an id and that one build reads."""

    def __init__(self, ledger: LedgerTable, find_paths: FindPaths, is_first: bool) -> None:
        self._ledger = ledger
        self._find_paths = find_paths
        self._is_first = is_first
        self.changed = False
        # The article of this build that has the name of an id alone, the others by their paths, and these by their ids.
        self._alone: dict[str, str] = {}
        self._shared: dict[str, str] = {}
        self._shared_of: dict[str, set[str]] = defaultdict(set)
        self._undecided: dict[str, set[str]] = defaultdict(set)
        # The articles that declare an id no more which the index has for them.
        self._left: set[str] = set()
        self._published: Mapping[str, Collection[str]] | None = None

    @property
    def ids(self) -> set[str]:
        """Every id that was declared."""
        return {*self._alone, *self._undecided, *self._shared_of}

    def has_come(self, name: str) -> bool:
        """Whether a name of the ledger is, or may become, that of an article that was read."""
        if not is_id(name):
            return False
        return name in self._shared_of.get(id_of(name), ()) if is_shared_id(name) else id_of(name) in self._alone

    def may_come(self, name: str) -> bool:
        """Whether a name is that of an article that was read, or one of those that are undecided may have it."""
        return self.has_come(name) or (is_id(name) and id_of(name) in self._undecided)

    def leave(self, path: str) -> None:
        """Take note that an article declares another id than the index has for it, or none."""
        self._left.add(path)

    def name(self, claim: PermalinkClaim, known: str) -> PermalinkClaim | None:
        """A claim under its name; None for one that must wait until all are read.

        `known` is the name by which the ledger knows the article that the index has of this source.
        """
        one, shared = claim._replace(shares_id=False), claim._replace(shares_id=True)
        if claim.path in self._shared or shared.name in self._published_names(claim.id):
            return self._settle(shared)
        if known and is_id(known) and id_of(known) == claim.id:
            if is_shared_id(known):
                self._rename(known, shared.name)
                return self._settle(shared)
            return self._settle(one)
        if self._is_first:
            return self._settle(one if self._alone.get(claim.id, claim.path) == claim.path else shared)
        if self._has_sibling(claim):
            self._undecided[claim.id].add(claim.path)
            return None
        return self._settle(one)

    def doubts(self, claim: PermalinkClaim, current: Mapping[str, LedgerEntry]) -> bool:
        """Whether another article may be the one that has published an address under the id; the claim waits then.

        `current` are the entries of permalinks by their articles.
        """
        if not claim.id or claim.shares_id or claim.path in self._undecided.get(claim.id, ()):
            return False
        line = current.get(claim.name)
        is_same = line.fingerprint == claim.fingerprint if line else not self._published_names(claim.id)
        if not is_same:
            del self._alone[claim.id]
            self._undecided[claim.id].add(claim.path)
        return not is_same

    def settle(self, claims: Sequence[PermalinkClaim]) -> dict[str, PermalinkClaim]:
        """The claims that waited under their names, by their paths, once all are read."""
        groups: dict[str, list[PermalinkClaim]] = defaultdict(list)
        for claim in claims:
            if claim.path in self._undecided.get(claim.id, ()):
                groups[claim.id].append(claim._replace(shares_id=False))
        settled: dict[str, PermalinkClaim] = {}
        for name, group in groups.items():
            names = {group[0].name, *self._published_names(name), *(claim.path for claim in group)}
            naming = name_claims(group, self._ledger.entries_of(names), self._held(name))
            for before, after in naming.renamed:
                self._rename(before, after)
            settled |= {claim.path: self._settle(claim) for claim in naming.claims}
        self._undecided.clear()
        return settled

    def _settle(self, claim: PermalinkClaim) -> PermalinkClaim:
        if claim.shares_id:
            self._shared[claim.path] = claim.name
            self._shared_of[claim.id].add(claim.name)
        else:
            self._alone[claim.id] = claim.path
        return claim

    def _rename(self, before: str, after: str) -> None:
        self._ledger.rename(before, after)
        self.changed = True

    def _has_sibling(self, claim: PermalinkClaim) -> bool:
        if self._alone.get(claim.id, claim.path) != claim.path or self._undecided.get(claim.id, set()) - {claim.path}:
            return True
        return any(path != claim.path and path not in self._left for path in self._find_paths(claim.id))

    def _held(self, own_id: str) -> set[str]:
        """The names of an id that articles hold which are settled."""
        paths = set(self._find_paths(own_id)) - self._left - self._undecided[own_id]
        alone = {PermalinkClaim("", "", id=own_id).name} if own_id in self._alone else set()
        return {name for _, name in self._ledger.names_of(paths)} | self._shared_of.get(own_id, set()) | alone

    def _published_names(self, own_id: str) -> Collection[str]:
        """The names of an id that share it, as the ledger had them when this build began."""
        if self._is_first:
            return ()
        if self._published is None:
            found: dict[str, set[str]] = defaultdict(set)
            for name in self._ledger.shared_names():
                found[id_of(name)].add(name)
            self._published = found
        return self._published.get(own_id, ())
