"""Bring the groups of translations up to date when articles come, change or go."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from newsgen.archive.facts import TranslationsChanged
from newsgen.archive.references import id_identifier
from newsgen.archive.translations.grouping import Groups, find_meant, join_by_id, listed_groups
from newsgen.archive.translations.table import TranslationTable

if TYPE_CHECKING:
    from newsgen.archive.translations.names import TranslationName

# The paths of the articles of some numbers that are still there.
PathsOf = Callable[[Iterable[int]], Iterator[str]]
# The group of each article that has a translation, and the pairs of a translation and what it is one of.
_Shown = tuple[Mapping[int, int], Collection[tuple[int, int]]]


class TranslationUpdate:
    """The groups of translations while the index is being changed."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._table = TranslationTable(state)
        self._ids: set[int] = set()
        self._twice: set[int] = set()

    def put(self, article: int, names: Iterable[TranslationName]) -> None:
        """Take over what an article declares."""
        self._table.put_names(article, names)

    def remove(self, article: int) -> None:
        """Forget what an article declares."""
        self._table.remove_names(article)

    def note_id(self, own_id: str) -> None:
        """Take note of an id that an article declares."""
        key = id_identifier(own_id)
        (self._twice if key in self._ids else self._ids).add(key)

    def finish(self, is_first: bool) -> _Shown:
        """Group all articles again, where any is a translation; how they were grouped before."""
        # In a first build all ids were read; else an article that was not read may have one of them.
        seen = self._twice if is_first else (key for key in self._ids if len(self._table.articles_of(key)) > 1)
        self._table.add_shared_ids(sorted(seen))
        if self._table.is_unused():
            return {}, ()
        before = self._table.groups(), self._table.origins()
        self._group()
        return before

    def _group(self) -> None:
        facts, find = cache(self._table.facts), cache(self._table.articles_of)
        by_id = Groups()
        shared = self._table.shared_ids()
        for articles in shared.values():
            join_by_id(articles, lambda number: facts(number).language, by_id)
        groups = Groups()
        for first, members in by_id.sets().items():
            for member in members:
                groups.join(first, member)
        meant = [
            (
                name,
                find_meant(name.article, name.identifiers, find, lambda number: facts(number).language, by_id),
            )
            for name in self._table.names()
        ]
        for name, one in meant:
            if one.article is not None and not one.fault:
                groups.join(name.article, one.article)
        self._table.resolve(meant)
        self._table.put_groups(listed_groups(groups.sets(), lambda number: facts(number).is_listed))

    def changes(self, before: _Shown, changed: Iterable[int], paths_of: PathsOf) -> Iterator[TranslationsChanged]:
        """The facts about articles whose translations are others than before, or look otherwise.

        `changed` are the numbers of the articles that changed.
        """
        after = self._table.groups(), self._table.origins()
        if not before[0] and not after[0]:
            return
        was, now = _members(before[0]), _members(after[0])
        numbers = set(changed)
        touched: set[int] = set()
        for groups, others in ((was, now), (now, was)):
            for first, members in groups.items():
                if members != others.get(first) or not members.isdisjoint(numbers):
                    touched |= members
        touched |= {article for pair in set(before[1]) ^ set(after[1]) for article in pair}
        for path in sorted(paths_of(touched)):
            yield TranslationsChanged(path)


def _members(groups: Mapping[int, int]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for article, first in groups.items():
        found.setdefault(first, set()).add(article)
    return found
