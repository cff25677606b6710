"""Assign permalinks without a ledger: articles are where the site's pattern puts them, but for newsgen's own pages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from newsgen.archive.entry import IndexEntry, PlacedEntry, place_entry
from newsgen.archive.permalinks.claim import PermalinkClaim, UnmetClaim
from newsgen.archive.permalinks.ledger import LedgerEntry
from newsgen.errors import NewsgenError, Problem

if TYPE_CHECKING:
    from newsgen.archive.permalink_assignment import Ledger


class PatternAssigner:
    """Articles have the permalinks that they ask for: the site keeps no ledger, but their aliases still lead on."""

    def __init__(self, ledger: Ledger, articles: str) -> None:
        self.changed = False
        self._ledger = ledger.held
        self._unmet = ledger.unmet
        self._own = ledger.own
        self._articles = articles
        self._claims: list[PermalinkClaim] = []

    def assign(self, entries: Sequence[IndexEntry]) -> list[PlacedEntry]:
        """Place all of them."""
        for entry in entries:
            self.release(entry.path)
        claims = [self._beside_own_pages(entry.claim) for entry in entries]
        self._claims += (claim for claim in claims if claim.aliases)
        return [place_entry(entry, claim.permalink) for entry, claim in zip(entries, claims, strict=True)]

    def _beside_own_pages(self, claim: PermalinkClaim) -> PermalinkClaim:
        """What an article asks for without what the site's own pages have, which it does without."""
        reserved = frozenset(filter(self._own.has, claim.asked))
        if not reserved:
            return claim
        permalink = claim.permalink
        if permalink in reserved and not claim.is_explicit:
            permalink = next((one for one in claim.fallbacks if not self._own.has(one)), permalink)
            self._unmet.put([UnmetClaim(claim.path, claim.permalink, False, is_reserved=True)])
        self._unmet.put(UnmetClaim(claim.path, one, True, is_reserved=True) for one in reserved & {*claim.aliases})
        return claim._replace(permalink=permalink, aliases=tuple(one for one in claim.aliases if one not in reserved))

    def release(self, path: str) -> None:
        """Forget the aliases of an article, and what it did without."""
        self._unmet.remove([path])
        self.changed = self._ledger.remove(path) or self.changed

    def release_all_except(self, paths: Collection[str]) -> None:
        """Do nothing: what is recorded comes from the articles that exist."""

    def unsettle(self) -> set[str]:
        """None: all have what they ask for."""
        return set()

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
