"""From the words of an article to its postings: its terms, with the level and positions of each.

The weight is that of BM25F (Robertson, Zaragoza and Taylor 2004), except that lengths are compared with a fixed one:
the weight then depends on the article alone, and stays the same when the archive grows. The figures were tried on 500
queries of each of three corpora (docs/format/search.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from newsgen.search.article_words import ArticleWords
from newsgen.search.format.postings import LEVELS, MAX_POSITIONS, Postings
from newsgen.text.language.tokens import indexed_words

# The weight of a word in the headline, the dek, and the names of byline and tags; in the text it is 1.
_HEADLINE, _DEK, _NAMES = 3.0, 2.0, 1.5
_K1, _B, _LENGTH = 0.8, 0.9, 200
# The weight of level 0, and the step from a level to the next.
LEAST_WEIGHT, WEIGHT_STEP = 0.3, 0.2
# Positions that are skipped between two pieces of an article: words of two paragraphs are never near each other.
_GAP = 6
# A stem and one of its forms. A facet's stem is its key, and its form a spelling of the name.
TermKey = tuple[str, str]


class IndexRules(NamedTuple):
    """What the index notes of words: the commonest have neither levels nor positions; others have levels, and positions
    if `positions`.
    """

    common: frozenset[str]
    positions: bool

    def has_levels(self, term: TermKey) -> bool:
        """Whether a term has levels; facets have none, like the commonest words."""
        return not term[0].startswith("@") and term[1] not in self.common


class PostingLists(dict[TermKey, Postings]):
    """The postings of each term in a few articles, which are added by ascending number."""

    def __init__(self, rules: IndexRules) -> None:
        self._rules = rules
        self._forms: dict[str, _Forms] = {}
        # The lists of facets and common words, which have numbers only.
        self._bare: set[Postings] = set()

    def __missing__(self, term: TermKey) -> Postings:
        postings = self[term] = Postings.empty()
        if not self._rules.has_levels(term):
            self._bare.add(postings)
        return postings

    def add(self, number: int, words: ArticleWords) -> None:
        """Add an article to the list of each of its words and facets."""
        forms = self._forms.get(words.language)
        if forms is None:
            forms = self._forms[words.language] = _Forms(words.language, self)
        found: defaultdict[Postings, list[int]] = defaultdict(list)
        start = length = 0
        for piece in (words.headline, words.dek, words.names, *words.text):
            for position, token in enumerate(piece, start):
                found[forms[token]].append(position)
            if piece:
                length += len(piece)
                start += len(piece) + _GAP
        for postings in self._bare & found.keys():
            del found[postings]
            postings.append(number, 0, ())
        levels = _Levels(length)
        limit = MAX_POSITIONS if self._rules.positions else 0
        for postings, positions in found.items():
            times = len(positions)
            postings.numbers.append(number)
            postings.levels.append(levels[times])
            # Most words occur once, and appending takes half the time of extending.
            if limit and times == 1:
                postings.counts.append(1)
                postings.positions.append(positions[0])
            else:
                postings.counts.append(min(times, limit))
                postings.positions.extend(positions[:limit])
        for postings, extra in _extra_weights(words, forms).items():
            if postings in found:
                postings.levels[-1] = levels[len(found[postings]) + extra]
        for facet in words.facets:
            self[facet].append(number, 0, ())


class _Forms(dict[str, Postings]):
    """The postings of a language's tokens. Tokens that differ only in spelling share them."""

    def __init__(self, language: str, lists: PostingLists) -> None:
        self._terms = indexed_words(language)
        self._lists = lists

    def __missing__(self, token: str) -> Postings:
        postings = self[token] = self._lists[self._terms[token]]
        return postings


def level_of(times: float, words: int) -> int:
    """The level of a word by its occurrences, each counted with its field's weight, in an article of `words` words."""
    weight = times * (_K1 + 1) / (times + _K1 * (1 - _B + _B * words / _LENGTH))
    return min(LEVELS - 1, max(0, round((weight - LEAST_WEIGHT) / WEIGHT_STEP)))


class _Levels(dict[float, int]):
    """The levels in an article of `words` words, by occurrences."""

    def __init__(self, words: int) -> None:
        self.words = words

    def __missing__(self, times: float) -> int:
        level = self[times] = level_of(times, self.words)
        return level


def _extra_weights(words: ArticleWords, forms: Mapping[str, Postings]) -> Mapping[Postings, float]:
    """How much more than in the text the occurrences of words in the other fields count."""
    extra: defaultdict[Postings, float] = defaultdict(float)
    for weight, piece in ((_HEADLINE, words.headline), (_DEK, words.dek), (_NAMES, words.names)):
        for token in piece:
            extra[forms[token]] += weight - 1
    return extra
