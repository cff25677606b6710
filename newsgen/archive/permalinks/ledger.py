"""The ledger: every permalink that was ever published, and the article that it belongs to.

What was published once stays, redirects, or stops the build with a word on what to do. An article is known by the `id`
that it declares, or by its source's path; one whose file was renamed is known again by the opening of its text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsgen.errors import Problem

_BY_ID = "id:"
# Stands for the fingerprint of a permalink that a pattern for old addresses made.
PATTERNED = "pattern"
_FIX_ALIAS = "Take it out of the aliases, or take the other article away."
_FIX = 'Write another "slug: …" or "permalink: …" in its front matter.'


class LedgerEntry(NamedTuple):
    """A permalink, its article's name, whether the article is there or has moved on, and its text's fingerprint."""

    permalink: str
    article: str
    is_current: bool
    fingerprint: str


class PermalinkClaim(NamedTuple):
    """An article that is there, and the permalinks that it asks for.

    `permalink` is what the site's pattern makes, or what the article declares: then it `is_explicit`. Only that, or a
    declared slug takes the place of a permalink that the article has already, if none of `slugs`, which are the slug
    and what newsgen once made of it, is a part of that. `aliases` lead
    to it too; so do `pattern_aliases`, which the site's patterns for old addresses make, where nobody else has them.
    `fingerprint` is of the opening of its text. `longer` is what it takes where another has its permalink, which was
    shortened.
    """

    path: str
    permalink: str
    is_explicit: bool = False
    slugs: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    pattern_aliases: tuple[str, ...] = ()
    id: str = ""
    fingerprint: str = ""
    longer: str = ""

    @property
    def name(self) -> str:
        """What the ledger calls the article."""
        return f"{_BY_ID}{self.id}" if self.id else self.path

    def moves_from(self, permalink: str) -> bool:
        """Whether the article declares another address than one that it has; "/about" and "/about/" are one."""
        if self.is_explicit:
            return self.permalink.rstrip("/") != permalink.rstrip("/")
        return bool(self.slugs) and not any(_has_part(permalink, slug) for slug in self.slugs)


@dataclass(frozen=True, slots=True)
class Assignment:
    """The ledger as it is from now on, sorted, the current permalink of each source, and what stands in the way."""

    lines: tuple[LedgerEntry, ...]
    permalinks: Mapping[str, str]
    problems: tuple[Problem, ...]


def assign_permalinks(
    lines: Iterable[LedgerEntry], claims: Sequence[PermalinkClaim], gone: Collection[str], shown: str
) -> Assignment:
    """Settle which permalink is whose; `gone` names articles that are no longer there, `shown` the articles folder.

    `lines` are all lines of the articles that are claimed or gone, and all lines of the permalinks that are claimed. An
    article of the lines that is neither claimed nor gone is there, and keeps what it has. Where two new articles ask
    for one permalink, both are told that it is theirs: whoever writes their pages finds out.
    """
    return _Assigning(lines, claims, gone, shown).settle()


class _Assigning:
    """One settlement; its lines change owner step by step."""

    def __init__(
        self, lines: Iterable[LedgerEntry], claims: Sequence[PermalinkClaim], gone: Collection[str], shown: str
    ) -> None:
        self._claims = sorted(claims)
        self._shown = shown
        self._lines: dict[str, LedgerEntry] = {}
        self._owned: dict[str, set[str]] = defaultdict(set)
        for line in lines:
            self._put(line)
        self._published = frozenset(self._lines)
        self._problems: list[Problem] = []
        self._gone = set(gone) - {claim.name for claim in claims}

    def settle(self) -> Assignment:
        self._name_by_id()
        self._follow_renamed()
        for claim in self._claims:
            self._take_aliases(claim)
        permalinks = {claim.path: self._assign(claim) for claim in self._claims}
        for claim in self._claims:
            self._take_pattern_aliases(claim)
        self._report_gone()
        return Assignment(tuple(sorted(self._lines.values())), permalinks, tuple(self._problems))

    def _put(self, line: LedgerEntry) -> None:
        before = self._lines.get(line.permalink)
        if before:
            self._owned[before.article].discard(line.permalink)
        self._lines[line.permalink] = line
        self._owned[line.article].add(line.permalink)

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

    def _take_aliases(self, claim: PermalinkClaim) -> None:
        """An address leads to whoever declares it; with one of an article that is gone come all of its others."""
        for alias in claim.aliases:
            line = self._lines.get(alias)
            if line is None:
                self._put(LedgerEntry(alias, claim.name, False, ""))
            elif line.article in self._gone:
                self._hand_over(line.article, claim.name, retire=True)
            elif line.article != claim.name:
                self._report_taken(claim, alias, line.article, _FIX_ALIAS)
        line = self._lines.get(claim.permalink) if claim.is_explicit else None
        if line and line.article in self._gone:
            self._hand_over(line.article, claim.name, retire=True)

    def _assign(self, claim: PermalinkClaim) -> str:
        """Give an article its current permalink; the one that it had before moves."""
        own = self._current(claim.name)
        wanted = own[0].permalink if own and not claim.moves_from(own[0].permalink) else claim.permalink
        line = self._lines.get(wanted)
        if line and line.article != claim.name and claim.longer and not own:
            wanted = claim.longer
            line = self._lines.get(wanted)
        if line and line.article != claim.name:
            self._report_taken(claim, wanted, line.article)
            return wanted
        for former in own:
            self._put(LedgerEntry(former.permalink, claim.name, False, ""))
        self._put(LedgerEntry(wanted, claim.name, True, claim.fingerprint))
        return wanted

    def _take_pattern_aliases(self, claim: PermalinkClaim) -> None:
        """Old addresses are made by a pattern, which may make one address of two articles: the first one has it."""
        for permalink in claim.pattern_aliases:
            if permalink not in self._lines:
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
            self._problems += (_gone(line, self._show(name)) for line in lines[:1])

    def _report_taken(self, claim: PermalinkClaim, permalink: str, owner: str, fix: str = _FIX) -> None:
        if permalink in self._published:
            self._problems.append(
                Problem(
                    f"{self._shown}/{claim.path}",
                    0,
                    f"its address {permalink} belongs to {self._show(owner)}",
                    "An address that was published leads to the same article for ever.",
                    fix,
                )
            )

    def _show(self, article: str) -> str:
        return f"the article with the {article.replace(':', ' ', 1)}" if is_id(article) else f"{self._shown}/{article}"


def _has_part(permalink: str, slug: str) -> bool:
    """Whether a slug stands in a permalink between "/", "." and its ends."""
    return bool(slug) and re.search(rf"(?:^|[/.]){re.escape(slug)}(?:[/.]|$)", permalink) is not None


def is_id(article: str) -> bool:
    """Whether an article's name in the ledger is an id that it declares; if not, it is its path."""
    return article.startswith(_BY_ID)


def _gone(line: LedgerEntry, shown: str) -> Problem:
    return Problem(
        shown,
        0,
        f"is gone, and with it the published address {line.permalink}",
        "Whoever has the address, in a link, a footnote or a search engine, would find nothing.",
        f'Put the file back; or write "aliases: [{line.permalink}]" into the article that takes its place; or leave '
        'the file with "removed: …" and the reason, and readers are told; or, where nobody has seen it yet, take it '
        "out of permalinks.tsv.",
    )
