"""Guess the article that an old URL meant from the words in its last path segment: "/news/4711-the-flood.php"."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

# Two slugs are similar if their shared words have at least this part of the weight of all their words.
_SIMILAR = 0.5
# Similar slugs are found by words that at most so many have; by others, time would grow with the archive.
_RARE = 500
# Weights are whole numbers of this fraction: a set's order differs between processes, and their sums do not.
_PRECISION = 1 << 20
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
        self._same: dict[frozenset[str], int] = {}
        self._indexes: dict[str, list[int]] = defaultdict(list)
        for index, words in enumerate(self._words):
            self._same.setdefault(words, index)
            for word in words:
                self._indexes[word].append(index)
        self._weights = {word: self._weigh_word(word) for word in self._indexes}
        self._unknown = self._weigh_word("")

    def find(self, path: str) -> str | None:
        """The permalink most similar to a path, the first of several; None if none is similar."""
        words = words_of(path)
        if not words:
            return None
        if words in self._same:
            return self._permalinks[self._same[words]]
        whole = self._weigh(words)
        scored = [(self._similarity(words, whole, index), -index) for index in self._candidates(words, whole)]
        similarity, negative_index = max(scored, default=(0.0, 0))
        return self._permalinks[-negative_index] if similarity >= _SIMILAR else None

    def _candidates(self, words: frozenset[str], whole: int) -> Iterator[int]:
        """The permalinks that share a rare word with these, as far as they may be similar; `whole` is their weight."""
        known = words & self._indexes.keys()
        shared: dict[int, int] = defaultdict(int)
        common = 0
        for word in known:
            indexes, weight = self._indexes[word], self._weights[word]
            if len(indexes) > _RARE:
                common += weight
                continue
            for index in indexes:
                shared[index] += weight
        # The other slug weighs at least what both share.
        least = _SIMILAR * whole / (2 - _SIMILAR) - common
        return (index for index, weight in shared.items() if weight >= least)

    def _similarity(self, words: frozenset[str], whole: int, index: int) -> float:
        """Twice the weight of the shared words, divided by the weight of all words of both (Dice)."""
        other = self._words[index]
        return 2 * self._weigh(words & other) / (whole + self._weigh(other))

    def _weigh(self, words: Iterable[str]) -> int:
        return sum(self._weights.get(word, self._unknown) for word in words)

    def _weigh_word(self, word: str) -> int:
        """The weight of a word: more for a rare one, half for figures, which are dates and numbers of old systems."""
        count = len(self._indexes.get(word, ()))
        weight = math.log(1 + (len(self._permalinks) + 1) / (1 + count)) * (0.5 if word.isdigit() else 1)
        return max(1, round(weight * _PRECISION))
