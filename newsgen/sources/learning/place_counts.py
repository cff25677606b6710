"""Count in which contexts the lines of a field stand, and the other lines that might have been it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from newsgen.settings.learnt_reading import FieldPlaces, Place
from newsgen.sources.pasted.learned.contexts import Contexts, Neighbour

# A place is kept if the field or other lines stand there in so many texts, and the most frequent of them at most.
_LEAST = 2
_MOST = 60


class PlaceCounts:
    """The counts of one field."""

    def __init__(self) -> None:
        self.texts = 0
        self._others = 0
        self._chosen: Counter[Neighbour] = Counter()
        self._elsewhere: Counter[Neighbour] = Counter()

    def add(self, contexts: Contexts, chosen: int, candidates: Iterable[int]) -> None:
        """Count a text in which the line `chosen` is the field (-1: none), and the candidates are not."""
        if chosen < 0:
            return
        self.texts += 1
        self._chosen.update(contexts.of(chosen))
        for index in candidates:
            if index != chosen:
                self._others += 1
                self._elsewhere.update(contexts.of(index))

    def places(self) -> FieldPlaces:
        """The places, the most frequent first."""
        found = [
            Place(*near, self._chosen[near], self._elsewhere[near])
            for near in self._chosen.keys() | self._elsewhere.keys()
            if max(self._chosen[near], self._elsewhere[near]) >= _LEAST
        ]
        found.sort(key=lambda place: (-place.texts, -place.others, place.relation, place.line))
        return FieldPlaces(self.texts, self._others, tuple(found[:_MOST]))
