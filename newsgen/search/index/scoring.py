"""From the words of an article to its postings: under which stems and forms it is found, how heavily, and where.

The weight is that of BM25F (Robertson, Zaragoza and Taylor 2004), but that lengths are compared with a fixed one: then
it depends on nothing but the article, and stays when the archive grows. The figures were tried on 500 queries of each
of three corpora (docs/search.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from newsgen.search.article_words import ArticleWords
from newsgen.search.format.postings import LEVELS, MOST_PLACES, Postings
from newsgen.text.language.tokens import indexed_words

# What a word counts in the headline, the dek, and the names of a byline and tags, where in the text it counts 1.
_HEADLINE, _DEK, _NAMES = 3.0, 2.0, 1.5
_K1, _B, _LENGTH = 0.8, 0.9, 200
# The weight of level 0, and the step from a level to the next.
LEAST_WEIGHT, WEIGHT_STEP = 0.3, 0.2
# Numbers that are left out between the positions of two pieces: words of two paragraphs are never near each other.
_GAP = 6
# A stem and a form of it. A name's stem is its key, and its form a spelling.
TermKey = tuple[str, str]


class IndexRules(NamedTuple):
    """What is noted of words: of the commonest neither levels nor positions; of others positions if `places`."""

    common: frozenset[str]
    places: bool

    def has_levels(self, filed: TermKey) -> bool:
        """Whether a form's articles have levels; those of a name have none either."""
        return not filed[0].startswith("@") and filed[1] not in self.common


class PostingLists(dict[TermKey, Postings]):
    """The postings of each form in a few articles, which are filed in the order of their numbers."""

    def __init__(self, rules: IndexRules) -> None:
        self._rules = rules
        self._forms: dict[str, _Forms] = {}
        # Forms of common words and names.
        self._bare: set[Postings] = set()

    def __missing__(self, filed: TermKey) -> Postings:
        postings = self[filed] = Postings.empty()
        if not self._rules.has_levels(filed):
            self._bare.add(postings)
        return postings

    def file(self, number: int, words: ArticleWords) -> None:
        """File an article under each of its words once, and under its names."""
        forms = self._forms.get(words.language)
        if forms is None:
            forms = self._forms[words.language] = _Forms(words.language, self)
        found: defaultdict[Postings, list[int]] = defaultdict(list)
        start = length = 0
        for piece in (words.headline, words.dek, words.names, *words.text):
            for place, token in enumerate(piece, start):
                found[forms[token]].append(place)
            if piece:
                length += len(piece)
                start += len(piece) + _GAP
        for postings in self._bare & found.keys():
            del found[postings]
            postings.append(number, 0, ())
        levels = _Levels(length)
        kept = MOST_PLACES if self._rules.places else 0
        for postings, places in found.items():
            times = len(places)
            postings.numbers.append(number)
            postings.levels.append(levels[times])
            # Most words are there once, and appending takes half the time of extending.
            if kept and times == 1:
                postings.counts.append(1)
                postings.places.append(places[0])
            else:
                postings.counts.append(min(times, kept))
                postings.places.extend(places[:kept])
        for postings, more in _count_more(words, forms).items():
            if postings in found:
                postings.levels[-1] = levels[len(found[postings]) + more]
        for name in words.filed:
            self[name].append(number, 0, ())


class _Forms(dict[str, Postings]):
    """The postings of a language's tokens. Tokens that differ in their spelling alone share them."""

    def __init__(self, language: str, filings: PostingLists) -> None:
        self._filed = indexed_words(language)
        self._filings = filings

    def __missing__(self, token: str) -> Postings:
        postings = self[token] = self._filings[self._filed[token]]
        return postings


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


def _count_more(words: ArticleWords, forms: Mapping[str, Postings]) -> Mapping[Postings, float]:
    """What words count more for standing elsewhere than in the text."""
    more: defaultdict[Postings, float] = defaultdict(float)
    for weight, piece in ((_HEADLINE, words.headline), (_DEK, words.dek), (_NAMES, words.names)):
        for token in piece:
            more[forms[token]] += weight - 1
    return more
