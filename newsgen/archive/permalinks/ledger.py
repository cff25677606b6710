"""The ledger: every permalink that was ever published, and the article that it belongs to.

What was published once stays, redirects, or stops the build with a word on what to do. An article is known by the `id`
that it declares, or by its source's path; one whose file was renamed is known again by the opening of its text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsgen.archive.permalinks.claim import (
    PermalinkClaim,
    ReservedAddresses,
    UnmetClaim,
    address_key,
    describe_name,
    is_id,
)
from newsgen.archive.permalinks.ledger_problems import gone_article, listing_at, taken_permalink
from newsgen.errors import Problem

# Stands for the fingerprint of a permalink that a pattern for old addresses made.
PATTERNED = "pattern"


class LedgerEntry(NamedTuple):
    """A permalink, its article's name, whether the article is there or has moved on, and its text's fingerprint."""

    permalink: str
    article: str
    is_current: bool
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """The ledger as it is from now on, sorted, the current permalink of each source, and what stands in the way.

    `unmet` is what articles ask for and do without.
    """

    lines: tuple[LedgerEntry, ...]
    permalinks: Mapping[str, str]
    problems: tuple[Problem, ...]
    unmet: tuple[UnmetClaim, ...]


def assign_permalinks(
    lines: Iterable[LedgerEntry],
    claims: Sequence[PermalinkClaim],
    gone: Collection[str],
    shown: str,
    own: ReservedAddresses | None = None,
) -> Assignment:
    """Settle which permalink is whose; `gone` names articles that are no longer there, `shown` the articles folder.

    What is of the site's `own` pages no article gets, unless it has it already or declares it as its permalink.

    `lines` are all lines of the articles that are claimed or gone, and all lines of the permalinks that are claimed. An
    article of the lines that is neither claimed nor gone is there, and keeps what it has. What is left goes to a
    declared permalink before a declared slug, to that before a headline, to any of these before an alias, and among
    equals to the first by path. Where two new articles declare one permalink, both are told that it is theirs: whoever
    writes their pages finds out.
    """
    return _Assigning(lines, claims, gone, shown, own).settle()


class _Assigning:
    """One settlement; its lines change owner step by step."""

    def __init__(
        self,
        lines: Iterable[LedgerEntry],
        claims: Sequence[PermalinkClaim],
        gone: Collection[str],
        shown: str,
        own: ReservedAddresses | None,
    ) -> None:
        self._claims = sorted(claims)
        self._shown = shown
        self._own = own
        self._lines: dict[str, LedgerEntry] = {}
        self._owned: dict[str, set[str]] = defaultdict(set)
        self._at: dict[str, set[str]] = defaultdict(set)
        for line in lines:
            self._put(line)
        self._published = frozenset(self._lines)
        self._problems: list[Problem] = []
        self._unmet: list[UnmetClaim] = []
        self._gone = set(gone) - {claim.name for claim in claims}

    def settle(self) -> Assignment:
        self._name_by_id()
        self._follow_renamed()
        ranked = sorted(self._claims, key=lambda claim: (claim.rank, claim))
        for claim in ranked:
            self._take_over(claim)
        permalinks = {claim.path: found for claim in ranked if (found := self._assign(claim)) is not None}
        for claim in self._claims:
            if claim.path not in permalinks:
                permalinks[claim.path] = self._assign_fallback(claim)
        for claim in self._claims:
            self._note_unmet(claim, permalinks[claim.path])
            self._take_aliases(claim)
        for claim in self._claims:
            self._take_pattern_aliases(claim)
        self._report_gone()
        return Assignment(tuple(sorted(self._lines.values())), permalinks, tuple(self._problems), tuple(self._unmet))

    def _put(self, line: LedgerEntry) -> None:
        before = self._lines.get(line.permalink)
        if before:
            self._owned[before.article].discard(line.permalink)
        self._lines[line.permalink] = line
        self._owned[line.article].add(line.permalink)
        self._at[address_key(line.permalink)].add(line.permalink)

    def _holder(self, permalink: str, claim: PermalinkClaim) -> LedgerEntry | None:
        """The line of another article at a permalink, or at one that no file system need tell from it."""
        for other in sorted(self._at.get(address_key(permalink), ())):
            line = self._lines[other]
            if line.article != claim.name:
                return line
        return None

    def _is_reserved(self, permalink: str) -> bool:
        """Whether a permalink is that of a page of the site's own, and was never an article's."""
        return self._own is not None and address_key(permalink) not in self._at and self._own.has(permalink)

    def _name_by_id(self) -> None:
        """What an article had under its path it has under the id that it declares now."""
        for claim in self._claims:
            if claim.id:
                self._hand_over(claim.path, claim.name)

    def _follow_renamed(self) -> None:
        """An article that is gone and a new one that opens with the same text, and no third, are one."""
        gone: dict[str, list[str]] = defaultdict(list)
        come: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._gone):
            for line in self._current(name):
                gone[line.fingerprint].append(name)
        for claim in self._claims if gone else ():
            if not self._owned[claim.name]:
                come[claim.fingerprint].append(claim.name)
        for fingerprint, names in gone.items():
            if fingerprint and len(names) == len(come.get(fingerprint, ())) == 1:
                self._hand_over(names[0], come[fingerprint][0])

    def _take_over(self, claim: PermalinkClaim) -> None:
        """With a declared address of an article that is gone come all of its others."""
        for permalink in (*claim.aliases, *((claim.permalink,) if claim.is_explicit else ())):
            line = self._lines.get(permalink)
            if line and line.article in self._gone:
                self._hand_over(line.article, claim.name, retire=True)

    def _assign(self, claim: PermalinkClaim) -> str | None:
        """Give an article its current permalink; None for a new one that must do without what it asks for."""
        own = self._current(claim.name)
        if own and not claim.moves_from(own[0].permalink):
            return self._settle_at(own[0].permalink, claim)
        holder = self._holder(claim.permalink, claim)
        if claim.is_explicit:
            return self._assign_explicit(claim, holder)
        if not holder and not self._is_reserved(claim.permalink):
            return self._settle_at(claim.permalink, claim)
        return self._settle_at(own[0].permalink, claim) if own and not claim.is_renewed else None

    def _assign_explicit(self, claim: PermalinkClaim, holder: LedgerEntry | None) -> str:
        """The permalink that an article declares, which is its own or stands in the way."""
        if holder:
            self._report_taken(claim, holder)
            return claim.permalink
        if self._own and self._is_reserved(claim.permalink) and self._own.has_listing(claim.permalink):
            self._problems.append(listing_at(f"{self._shown}/{claim.path}", claim.permalink))
        return self._settle_at(claim.permalink, claim)

    def _assign_fallback(self, claim: PermalinkClaim) -> str:
        """Give an article a permalink that nobody has or asks for."""
        free = (one for one in claim.fallbacks if not self._holder(one, claim) and not self._is_reserved(one))
        found = next(free, None)
        if found is not None:
            return self._settle_at(found, claim)
        holder = self._holder(claim.permalink, claim)
        if holder:
            self._report_taken(claim, holder)
        return claim.permalink

    def _settle_at(self, permalink: str, claim: PermalinkClaim) -> str:
        """Put an article at a permalink; the one that it had before moves."""
        for former in self._current(claim.name):
            self._put(LedgerEntry(former.permalink, claim.name, False, ""))
        self._put(LedgerEntry(permalink, claim.name, True, claim.fingerprint))
        return permalink

    def _note_unmet(self, claim: PermalinkClaim, permalink: str) -> None:
        """Note an article that is not where its slug or headline puts it; more of a headline is as good."""
        if permalink == claim.permalink or permalink == claim.longer:
            return
        is_reserved = not self._holder(claim.permalink, claim)
        if is_reserved and not self._is_reserved(claim.permalink):
            return
        if claim.moves_from(permalink) or permalink in claim.others:
            self._unmet.append(UnmetClaim(claim.path, claim.permalink, False, is_reserved))

    def _take_aliases(self, claim: PermalinkClaim) -> None:
        """An address that is no article's leads to whoever declares it."""
        for alias in claim.aliases:
            if self._holder(alias, claim):
                self._unmet.append(UnmetClaim(claim.path, alias, True))
            elif self._own and self._is_reserved(alias) and self._own.answers(alias):
                self._unmet.append(UnmetClaim(claim.path, alias, True, is_reserved=True))
            elif alias not in self._lines:
                self._put(LedgerEntry(alias, claim.name, False, ""))

    def _take_pattern_aliases(self, claim: PermalinkClaim) -> None:
        """Old addresses are made by a pattern, which may make one address of two articles: the first one has it."""
        for permalink in claim.pattern_aliases:
            if address_key(permalink) not in self._at and not self._is_reserved(permalink):
                self._put(LedgerEntry(permalink, claim.name, False, PATTERNED))

    def _current(self, name: str) -> list[LedgerEntry]:
        lines = (self._lines[permalink] for permalink in sorted(self._owned.get(name, ())))
        return [line for line in lines if line.is_current]

    def _hand_over(self, before: str, after: str, retire: bool = False) -> None:
        for permalink in sorted(self._owned.get(before, ())):
            line = self._lines[permalink]
            current = line.is_current and not retire
            kept = current or not line.is_current
            self._put(LedgerEntry(permalink, after, current, line.fingerprint if kept else ""))

    def _report_gone(self) -> None:
        for name in sorted(self._gone):
            lines = self._current(name) or [self._lines[permalink] for permalink in sorted(self._owned.get(name, ()))]
            self._problems += (gone_article(line.permalink, self._show(name)) for line in lines[:1])

    def _report_taken(self, claim: PermalinkClaim, holder: LedgerEntry) -> None:
        if holder.permalink in self._published:
            path, named = f"{self._shown}/{claim.path}", self._show(holder.article)
            self._problems.append(taken_permalink(path, claim.permalink, named))

    def _show(self, article: str) -> str:
        return describe_name(article) if is_id(article) else f"{self._shown}/{article}"
