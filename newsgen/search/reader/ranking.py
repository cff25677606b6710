"""Rank the articles that a query finds: by how many of its words they have, then by the words' weight and proximity.

All figures were tried on 500 queries of each of three corpora (docs/format/search.md). They are whole numbers, so that
the browser, which does the same, never rounds differently.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsgen.search.reader.matching.proximity import Positions, find_span
from newsgen.search.reader.matching.words import Match, Weighed

# How many of the best articles are ranked again by the proximity of the words.
RERANKED = 50
# For this, the positions of a word are read if at most the first number of articles have it, and together at most the
# second.
MAX_ARTICLES, MAX_TOGETHER = 8_192, 16_384
# A word is common if more than one in _COMMON articles have it, and more than _FEW: this many are read fast.
_COMMON, _FEW = 5, 1_000
# What adjacent words add for each thousandth of their rarity, and the span at which half of it remains.
_BOOST, _HALF = 200, 20


class Ranked(NamedTuple):
    """An article that was found; the fields are the order: how many of the words it has, how many of them in their own
    form, its weight in hundred-thousandths, and its number.
    """

    words: int
    exact: int
    weight: int
    number: int


def split_common(matches: Sequence[Match], articles: int) -> tuple[list[Match], list[Match]]:
    """The words that select articles, and the common ones, which only add to the weight of what the others find.

    Words that no article has are ignored. If all words are common, all select.
    """
    known = [match for match in matches if match.is_known]
    selecting = [match for match in known if match.articles <= _FEW or match.articles * _COMMON <= articles]
    if not selecting:
        return known, []
    return selecting, [match for match in known if match not in selecting]


def rank(selecting: Sequence[Weighed], common: Sequence[Weighed]) -> list[Ranked]:
    """All articles that have one of the selecting words, the best first."""
    words: dict[int, int] = {}
    exact: dict[int, int] = {}
    weights: dict[int, int] = {}
    for weighed in selecting:
        for number, weight in weighed.weights.items():
            words[number] = words.get(number, 0) + 1
            weights[number] = weights.get(number, 0) + weight
        for number in weighed.exact:
            exact[number] = exact.get(number, 0) + 1
    for weighed in common:
        for number, weight in weighed.weights.items():
            if number in weights:
                weights[number] += weight
    found = (Ranked(count, exact.get(number, 0), weights[number], number) for number, count in words.items())
    return sorted(found, reverse=True)


def choose_close_words(matches: Sequence[Match]) -> list[Match]:
    """The words whose positions are compared, in the query's order: the rarest, as far as reading them is cheap.

    None if only one would be left.
    """
    candidates = [match for match in matches if match.has_positions and match.articles <= MAX_ARTICLES]
    chosen: list[Match] = []
    together = 0
    for match in sorted(candidates, key=lambda match: match.articles):
        together += match.articles
        if together > MAX_TOGETHER:
            break
        chosen.append(match)
    return [match for match in candidates if match in chosen] if len(chosen) > 1 else []


def boost(best: Sequence[Ranked], words: Sequence[Match], positions: Mapping[int, Sequence[Positions]]) -> list[Ranked]:
    """The articles with what the proximity of these words adds to their weight.

    `positions` holds the positions of each word, by number, for the articles that have all of them.
    """
    rarity = sum(match.rarity for match in words)
    return [
        ranked._replace(weight=ranked.weight + _BOOST * _HALF * rarity // (_HALF + find_span(positions[ranked.number])))
        if ranked.number in positions
        else ranked
        for ranked in best
    ]
