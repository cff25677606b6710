"""From the words of an article to its postings: under which stems and forms it is found, how heavily, and where.

The weight is that of BM25F (Robertson, Zaragoza and Taylor 2004), but that lengths are compared with a fixed one: then
it depends on nothing but the article, and stays when the archive grows. The figures were tried on 500 queries of each
of three corpora (docs/search.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsgen.search.posting import LEVELS, MOST_PLACES
from newsgen.search.terms import filed_words
from newsgen.search.words import Words

# What a word counts in the headline, the dek, and the names of a byline and tags, where in the text it counts 1.
_HEADLINE, _DEK, _NAMES = 3.0, 2.0, 1.5
_K1, _B, _LENGTH = 0.8, 0.9, 200
# The weight of level 0, and the step from a level to the next.
LEAST_WEIGHT, WEIGHT_STEP = 0.3, 0.2
# Numbers that are left out between the positions of two pieces: words of two paragraphs are never near each other.
_GAP = 6


# A stem and a form of it. A name's stem is its key, and its form a spelling.
Filed = tuple[str, str]
# A word of an article: where it is filed, its level, and its positions. A plain tuple: an archive makes millions.
Filing = tuple[Filed, int, Sequence[int]]


class Rules(NamedTuple):
    """What is noted of words: of the commonest neither levels nor positions; of others positions if `places`."""

    common: frozenset[str]
    places: bool

    def has_levels(self, filed: Filed) -> bool:
        """Whether a form's articles have levels; those of a name have none either."""
        return not filed[0].startswith("@") and filed[1] not in self.common


def file_words(words: Words, rules: Rules) -> list[Filing]:
    """What an article is found by: each of its words once, and at the end its names."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    start = length = 0
    for piece in (words.headline, words.dek, words.names, *words.text):
        for place, token in enumerate(piece, start):
            places[token].append(place)
        if piece:
            length += len(piece)
            start += len(piece) + _GAP
    keys = filed_words(words.language)
    filed: dict[Filed, list[int]] = {}
    for token, found in places.items():
        key = keys[token]
        # Two spellings may have one form.
        filed[key] = found if key not in filed else sorted(filed[key] + found)
    more = _count_more(words)
    levels = _Levels(length)
    kept = MOST_PLACES if rules.places else 0
    filings: list[Filing] = [
        (key, 0, ())
        if key[1] in rules.common
        else (key, levels[len(found) + more[key] if key in more else len(found)], found[:kept])
        for key, found in filed.items()
    ]
    return [*filings, *((name, 0, ()) for name in words.filed)]


def level_of(times: float, words: int) -> int:
    """The level of a word that is there so many times, each counted as its field counts, in so many words."""
    weight = times * (_K1 + 1) / (times + _K1 * (1 - _B + _B * words / _LENGTH))
    return min(LEVELS - 1, max(0, round((weight - LEAST_WEIGHT) / WEIGHT_STEP)))


class _Levels(dict[float, int]):
    """The levels in an article of so many words, by how often a word is there."""

    def __init__(self, words: int) -> None:
        self.words = words

    def __missing__(self, times: float) -> int:
        level = self[times] = level_of(times, self.words)
        return level


def _count_more(words: Words) -> Mapping[Filed, float]:
    """What words count more for standing elsewhere than in the text."""
    keys = filed_words(words.language)
    more: defaultdict[Filed, float] = defaultdict(float)
    for weight, piece in ((_HEADLINE, words.headline), (_DEK, words.dek), (_NAMES, words.names)):
        for token in piece:
            more[keys[token]] += weight - 1
    return more
