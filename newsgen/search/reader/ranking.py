"""The order of what a query finds: who has more of its words, then whose words weigh more and stand closer.

All figures were tried on 500 queries of each of three corpora (docs/search.md). They are whole numbers, so that the
browser, which does the same, never rounds another way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsgen.search.reader.matching import Match, Weighed
from newsgen.search.reader.proximity import Places, find_span

# So many of the best articles are looked into for how close the words stand.
BOOST = 50
# Positions of a word are read for this where no more articles have it, and of all words together no more than that.
MOST_ARTICLES, MOST_TOGETHER = 8_192, 16_384
# A word of more than one in so many articles is a common one, and none of this many or fewer: those are read fast.
_COMMON, _FEW = 5, 1_000
# What words that stand together add for each thousandth of their rarity, and the span at which half of it is left.
_LIFT, _HALF = 200, 20


class Ranked(NamedTuple):
    """An article that was found, in the order of these: how many of the words it has, how many of them as they were
    typed, its weight in hundred-thousandths, and its number.
    """

    words: int
    exact: int
    weight: int
    number: int


def split_common(matches: Sequence[Match], articles: int) -> tuple[list[Match], list[Match]]:
    """The words that ask for articles, and the common ones, which only add to the weight of what the others find.

    Words that no article has ask for nothing. Where all are common, all ask.
    """
    known = [match for match in matches if match.is_known]
    asking = [match for match in known if match.articles <= _FEW or match.articles * _COMMON <= articles]
    if not asking:
        return known, []
    return asking, [match for match in known if match not in asking]


def rank(asking: Sequence[Weighed], common: Sequence[Weighed]) -> list[Ranked]:
    """All articles that have one of the words, the best first."""
    words: dict[int, int] = {}
    exact: dict[int, int] = {}
    weights: dict[int, int] = {}
    for weighed in asking:
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

    None where only one would be left.
    """
    placed = [match for match in matches if match.is_placed and match.articles <= MOST_ARTICLES]
    chosen: list[Match] = []
    together = 0
    for match in sorted(placed, key=lambda match: match.articles):
        together += match.articles
        if together > MOST_TOGETHER:
            break
        chosen.append(match)
    return [match for match in placed if match in chosen] if len(chosen) > 1 else []


def boost(best: Sequence[Ranked], words: Sequence[Match], places: Mapping[int, Sequence[Places]]) -> list[Ranked]:
    """The articles with what the closeness of these words adds to their weight.

    `places` has the positions of each word in those articles that have them all.
    """
    rarity = sum(match.rarity for match in words)
    return [
        ranked._replace(weight=ranked.weight + _LIFT * _HALF * rarity // (_HALF + find_span(places[ranked.number])))
        if ranked.number in places
        else ranked
        for ranked in best
    ]
