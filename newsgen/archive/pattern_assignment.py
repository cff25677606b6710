"""Assign permalinks without a ledger: articles are where the site's pattern puts them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from newsgen.archive.entry import IndexEntry, PlacedEntry, place_entry
from newsgen.archive.permalinks.claim import PermalinkClaim
from newsgen.archive.permalinks.ledger import LedgerEntry
from newsgen.errors import NewsgenError, Problem

if TYPE_CHECKING:
    from newsgen.archive.permalinks.ledger_table import LedgerTable


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
