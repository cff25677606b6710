"""Change the index when articles come, change or go, and return the facts from which the outdated targets follow."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newsgen.archive.articles import ArticleTable
from newsgen.archive.facts import (
    ArticleChanged,
    CommentsToggled,
    Extent,
    Fact,
    GroupRenamed,
    GroupToggled,
    PeriodChanged,
    Placement,
    RecordsChanged,
    SuggestionsChanged,
    TakedownsChanged,
)
from newsgen.archive.groups import GroupTable
from newsgen.archive.identifiers import IdentifierTable
from newsgen.archive.links import LinkTable
from newsgen.archive.memberships import memberships
from newsgen.archive.periods import adjacent_periods
from newsgen.archive.suggestions import SuggestionTable
from newsgen.archive.targets import PERIODS, Target
from newsgen.archive.translations.update import TranslationUpdate

if TYPE_CHECKING:
    from newsgen.archive.entry import PlacedEntry
    from newsgen.archive.results import IndexedArticle
    from newsgen.settings.site import Site


class Indexer:
    """The index while it is being changed; `finish` returns the facts.

    The first build of an archive has no facts: all targets are new.
    """

    def __init__(self, state: sqlite3.Connection, site: Site) -> None:
        self._site = site
        self._articles = ArticleTable(state)
        self._groups = GroupTable(state)
        self._identifiers = IdentifierTable(state)
        self._links = LinkTable(state)
        self._suggestions = SuggestionTable(state)
        self._translations = TranslationUpdate(state)
        self._facts: list[Fact] = []
        # How many articles were taken down, or are so no more.
        self._takedowns = 0
        self._is_first = self._articles.is_empty()
        self._last = self._articles.last_number()
        self._most_of_comments = self._articles.most_of_comments()
        toggled = self._groups.toggle(site)
        self._numbers = self._groups.numbers()
        self._periods = {group for group in self._numbers if group.kind in PERIODS}
        self._changed_groups = {self._numbers[group] for group in toggled}
        self._facts += map(GroupToggled, toggled)
        # The groups of articles that were removed or name somebody no more.
        self.withheld: set[Target] = set()
        # The vectors by which articles were found whose place or fingerprint changed, and the articles' paths.
        self._moved: dict[int, tuple[bytes, str]] = {}

    def add_or_update(self, entries: Iterable[PlacedEntry]) -> None:
        """Add articles, or take over what changed of those that the index has."""
        placed = list(entries)
        for one in placed:
            self.withheld.update(one.entry.withheld or ())
            if one.entry.claim.id:
                self._translations.note_id(one.entry.claim.id)
        self._add([one for one in placed if self._is_first or not self._update(one)])

    def _add(self, placed: Sequence[PlacedEntry]) -> None:
        """Add articles that are new."""
        articles: list[tuple[int, PlacedEntry, int | None]] = []
        members: list[tuple[int, int, str]] = []
        numbered = list(enumerate(placed, self._last + 1))
        for number, one in numbered:
            joined = self._join_groups(number, one, members)
            section = self._section_of(joined)
            articles.append((number, one, section))
            self._takedowns += one.entry.takedown != ""
            if not self._is_first:
                placement = Placement(one.sort_key, section)
                self._facts.append(ArticleChanged(one.path, Extent.ADDED, (placement,), joined, one.identifiers))
                self._moved[number] = (b"", one.path)
        self._last += len(placed)
        self._articles.add(articles)
        self._groups.join(members)
        self._add_names(numbered)
        self._suggestions.put_fingerprints(
            (number, one.entry.fingerprint) for number, one in numbered if one.entry.fingerprint
        )

    def _update(self, one: PlacedEntry) -> bool:
        """Take over what changed of an article; whether the index has it."""
        known = self._articles.find(one.path)
        if known is None:
            return False
        self._update_fingerprint(known, one)
        if known.record_digest != one.entry.record_digest:
            self._facts.append(RecordsChanged())
            self._articles.update_record(known.number, one.entry.record_digest)
        if (known.comments, known.takedown) != (one.entry.comments, one.entry.takedown):
            self._articles.update_marks(known.number, one.entry.comments, one.entry.takedown)
        self._takedowns += known.takedown != one.entry.takedown
        if (known.card_digest, known.story_digest) == (one.card_digest, one.entry.story_digest):
            # Pages show nothing else than before; but messages name the lines of its links.
            self._links.update_lines(known.number, one.entry.links)
            if one.entry.translation_of:
                self._translations.put(known.number, one.entry.translation_of)
        elif known.card_digest == one.card_digest:
            self._articles.update_story(known.number, one.entry.story_digest)
            identifiers = self._exchange_names(known.number, one)
            self._facts.append(ArticleChanged(one.path, Extent.TEXT, identifiers=identifiers))
        else:
            self._update_card(known, one)
        return True

    def _update_card(self, known: IndexedArticle, one: PlacedEntry) -> None:
        left, before = self._leave_groups(known.number)
        if one.entry.withheld is not None:
            self.withheld.update(left)
        members: list[tuple[int, int, str]] = []
        joined = self._join_groups(known.number, one, members)
        section = self._section_of(joined)
        self._articles.update_card(known.number, one, section)
        self._groups.join(members)
        identifiers = self._exchange_names(known.number, one)
        placements = (before, Placement(one.sort_key, section))
        groups = tuple(dict.fromkeys((*left, *joined)))
        self._facts.append(ArticleChanged(one.path, Extent.CARD, placements, groups, identifiers))

    def remove(self, path: str) -> None:
        """Remove an article."""
        known = self._articles.find(path)
        if not known:
            return
        self._takedowns += known.takedown != ""
        self._note_move(known, path)
        self._note_partners(known.number, path)
        groups, placement = self._leave_groups(known.number)
        identifiers = self._identifiers.of_article(known.number)
        self._remove_names(known.number)
        self._suggestions.remove_fingerprint(known.number)
        self._articles.remove(known.number)
        self._facts.append(ArticleChanged(path, Extent.REMOVED, (placement,), groups, identifiers))

    def finish(self, rebuilds_all: bool = False) -> list[Fact]:
        """Bring groups and suggestions up to date; the facts. With `rebuilds_all` all of them are made again."""
        most = self._site.suggestions
        translations = self._translations.finish(self._is_first)
        if self._is_first or rebuilds_all:
            self._groups.refresh(self._changed_groups | set(self._numbers.values()), self._site)
            self._suggestions.rebuild(most)
            return self._facts
        self._facts += map(GroupRenamed, self._groups.refresh(self._changed_groups, self._site))
        now = {group for group in self._groups.numbers() if group.kind in PERIODS}
        self._facts += (PeriodChanged(*pair) for pair in adjacent_periods(self._periods, now))
        self._facts += self._find_suggestions(most)
        changed = (self._articles.find(fact.path) for fact in self._facts if isinstance(fact, ArticleChanged))
        numbers = [known.number for known in changed if known]
        self._facts += self._translations.changes(translations, numbers, self._articles.paths_of)
        if self._most_of_comments != self._articles.most_of_comments():
            self._facts.append(CommentsToggled())
        if self._takedowns:
            self._facts.append(TakedownsChanged())
        return self._facts

    def _leave_groups(self, number: int) -> tuple[tuple[Target, ...], Placement]:
        """Take an article's card out of its groups; the groups, and where the card stood."""
        card, placement = self._articles.card(number)
        groups = tuple(member.group for member in memberships(card, self._site) if placement.sort_key)
        for group in groups:
            self._groups.leave(self._numbers[group], number)
            self._changed_groups.add(self._numbers[group])
        return groups, placement

    def _join_groups(self, number: int, one: PlacedEntry, members: list[tuple[int, int, str]]) -> tuple[Target, ...]:
        """Add an article's memberships to `members`; its groups. An article that is not listed is in none."""
        if not one.sort_key:
            return ()
        joined: list[Target] = []
        for group, name in memberships(one.card(), self._site):
            if group not in self._numbers:
                self._numbers[group] = self._groups.add(group)
            members.append((self._numbers[group], number, name))
            self._changed_groups.add(self._numbers[group])
            joined.append(group)
        return tuple(joined)

    def _section_of(self, groups: Iterable[Target]) -> int | None:
        return next((self._numbers[group] for group in groups if group.kind == "sections"), None)

    def _exchange_names(self, number: int, one: PlacedEntry) -> tuple[int, ...]:
        """Record an article's identifiers, references and links of today; its identifiers of before and today."""
        before = self._identifiers.of_article(number)
        self._remove_names(number)
        self._add_names([(number, one)])
        return (*before, *one.identifiers)

    def _remove_names(self, number: int) -> None:
        self._identifiers.remove(number)
        self._links.remove(number)
        self._translations.remove(number)

    def _add_names(self, numbered: Sequence[tuple[int, PlacedEntry]]) -> None:
        self._identifiers.add(
            ((number, key) for number, one in numbered for key in one.identifiers),
            ((number, key) for number, one in numbered for key in one.references),
        )
        self._links.add((number, link) for number, one in numbered for link in one.entry.links)
        for number, one in numbered:
            if one.entry.translation_of:
                self._translations.put(number, one.entry.translation_of)

    def _update_fingerprint(self, known: IndexedArticle, one: PlacedEntry) -> None:
        """Take over an article's fingerprint, and note by what it was found if that or its place changed."""
        before = self._suggestions.fingerprint(known.number)
        if known.sort_key != (one.sort_key or None) or before != one.entry.fingerprint:
            self._note_move(known, one.path)
            self._suggestions.remove_fingerprint(known.number)
            if one.entry.fingerprint:
                self._suggestions.put_fingerprints([(known.number, one.entry.fingerprint)])

    def _note_move(self, known: IndexedArticle, path: str) -> None:
        found = self._suggestions.fingerprint(known.number)
        self._moved.setdefault(known.number, (found[0] if found and known.sort_key else b"", path))

    def _note_partners(self, number: int, path: str) -> None:
        """Note who suggests an article or is suggested by it: their pages show its card."""
        partners = self._articles.paths_of(self._suggestions.partners(number))
        self._facts += (SuggestionsChanged(other, path, False) for other in partners)

    def _find_suggestions(self, most: int) -> Iterator[Fact]:
        """Choose suggestions again where something moved; pages show the cards of what they suggest."""
        paths = {fact.path for fact in self._facts if isinstance(fact, ArticleChanged) and fact.placements}
        for path in sorted(paths | {path for _, path in self._moved.values()}):
            known = self._articles.find(path)
            partners = self._suggestions.partners(known.number) if known else ()
            yield from (SuggestionsChanged(other, path, False) for other in self._articles.paths_of(partners))
        vectors = {number: vector for number, (vector, _) in self._moved.items()}
        for number, cause in self._suggestions.update(vectors, most):
            for path in self._articles.paths_of([number]):
                yield SuggestionsChanged(path, self._moved[cause][1], True)
