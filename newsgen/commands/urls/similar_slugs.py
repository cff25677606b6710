"""Guess the article that an old URL meant from the words in its last path segment: "/news/4711-the-flood.php"."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import unquote

# Two slugs are similar if their shared words have at least this part of the weight of all their words.
_SIMILAR = 0.5
# The rarest words of a slug are looked up until they give more candidates than this.
_ENOUGH = 200
_WORD = re.compile(r"[^\W\d_]{2,}|\d+")


def words_of(path: str) -> frozenset[str]:
    """The words of a path's last segment, or for an "index" of its folder; none for a segment of figures only."""
    names = [PurePosixPath(name).stem for name in unquote(path).split("/") if name]
    while names and names[-1].casefold() in ("index", "default"):
        names.pop()
    words = _WORD.findall(names[-1].casefold()) if names else []
    return frozenset(words) if any(not word.isdigit() for word in words) else frozenset()


class SlugMatcher:
    """The permalinks of an archive by the words of their last segments."""

    def __init__(self, permalinks: Iterable[str]) -> None:
        self._permalinks = list(permalinks)
        self._words = [words_of(permalink) for permalink in self._permalinks]
        self._indexes: dict[str, list[int]] = defaultdict(list)
        for index, words in enumerate(self._words):
            for word in words:
                self._indexes[word].append(index)
        self._weights = {word: self._weigh_word(word) for word in self._indexes}
        self._unknown = self._weigh_word("")

    def find(self, path: str) -> str | None:
        """The permalink most similar to a path, the first of several; None if none is similar."""
        words = words_of(path)
        candidates: set[int] = set()
        for word in sorted(words & self._indexes.keys(), key=lambda word: (len(self._indexes[word]), word)):
            candidates.update(self._indexes[word])
            if len(candidates) > _ENOUGH:
                break
        scored = [(self._similarity(words, self._words[index]), -index) for index in candidates]
        similarity, negative_index = max(scored, default=(0.0, 0))
        return self._permalinks[-negative_index] if similarity >= _SIMILAR else None

    def _similarity(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Twice the weight of the shared words, divided by the weight of all words of both (Dice)."""
        return 2 * self._weigh(one & other) / (self._weigh(one) + self._weigh(other))

    def _weigh(self, words: Iterable[str]) -> float:
        # A set's order differs between processes, and only exact sums are independent of it.
        return math.fsum(self._weights.get(word, self._unknown) for word in words)

    def _weigh_word(self, word: str) -> float:
        """The weight of a word: more for a rare one, half for figures, which are dates and numbers of old systems."""
        count = len(self._indexes.get(word, ()))
        return math.log(1 + (len(self._permalinks) + 1) / (1 + count)) * (0.5 if word.isdigit() else 1)
