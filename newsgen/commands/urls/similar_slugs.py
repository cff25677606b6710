"""Which article an old URL probably meant, by the words of its last name: "/news/4711-the-flood.php" and "/flood"."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import unquote

# Two names are alike when the words that they share weigh so much of all their words.
_ALIKE = 0.5
# The rarest words of a name are looked up until so many names have one of them.
_ENOUGH = 200
_WORD = re.compile(r"[^\W\d_]{2,}|\d+")


def words_of(path: str) -> frozenset[str]:
    """The words of a path's last name; an "index" has those of its folder, and figures that stand alone are numbers."""
    names = [PurePosixPath(name).stem for name in unquote(path).split("/") if name]
    while names and names[-1].casefold() in ("index", "default"):
        names.pop()
    words = _WORD.findall(names[-1].casefold()) if names else []
    return frozenset(words) if any(not word.isdigit() for word in words) else frozenset()


class SlugMatcher:
    """The permalinks of an archive by the words of their last names."""

    def __init__(self, permalinks: Iterable[str]) -> None:
        self._permalinks = list(permalinks)
        self._words = [words_of(permalink) for permalink in self._permalinks]
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, words in enumerate(self._words):
            for word in words:
                self._places[word].append(place)
        self._weights = {word: self._weigh(word) for word in self._places}
        self._unknown = self._weigh("")

    def find(self, path: str) -> str | None:
        """The permalink that is most like a path, the first of several; None where none is like it."""
        words = words_of(path)
        candidates: set[int] = set()
        for word in sorted(words & self._places.keys(), key=lambda word: (len(self._places[word]), word)):
            candidates.update(self._places[word])
            if len(candidates) > _ENOUGH:
                break
        scored = [(self._likeness(words, self._words[place]), -place) for place in candidates]
        alike, place = max(scored, default=(0.0, 0))
        return self._permalinks[-place] if alike >= _ALIKE else None

    def _likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Twice what the shared words weigh, of what all words of both weigh (Dice)."""
        return 2 * self._weight(one & other) / (self._weight(one) + self._weight(other))

    def _weight(self, words: Iterable[str]) -> float:
        # The order of words in a set is another in every process, and only exact sums do not depend on it.
        return math.fsum(self._weights.get(word, self._unknown) for word in words)

    def _weigh(self, word: str) -> float:
        """Rare words weigh more; figures half, for they are dates and numbers of old systems."""
        names = len(self._places.get(word, ()))
        return math.log(1 + (len(self._permalinks) + 1) / (1 + names)) * (0.5 if word.isdigit() else 1)
