"""How much a word weighs in an article: its level, by how often it occurs and in which fields.

The weight is that of BM25F (Robertson, Zaragoza and Taylor 2004), except that lengths are compared with a fixed one:
the weight then depends on the article alone, and stays the same when the archive grows. The figures were tried on 500
queries of each of three corpora (docs/format/search.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from newsgen.search.article_words import ArticleWords
from newsgen.search.format.postings import LEVELS

# The weight of a word in the headline, the dek, and the names of byline and tags; in the text it is 1.
_HEADLINE, _DEK, _NAMES = 3.0, 2.0, 1.5
_K1, _B, _LENGTH = 0.8, 0.9, 200
# The weight of level 0, and the step from a level to the next.
LEAST_WEIGHT, WEIGHT_STEP = 0.3, 0.2
# A stem and one of its forms. A facet's stem is its key, and its form a spelling of the name.
TermKey = tuple[str, str]


class IndexRules(NamedTuple):
    """What the index notes of words: the commonest have neither levels nor positions; others have levels, and positions
    if `positions`. Files are `scale` times as large as the smallest.
    """

    common: frozenset[str]
    positions: bool
    scale: int = 1

    def has_levels(self, term: TermKey) -> bool:
        """Whether a term has levels; facets have none, like the commonest words."""
        return not term[0].startswith("@") and term[1] not in self.common


def level_of(times: float, words: int) -> int:
    """The level of a word by its occurrences, each counted with its field's weight, in an article of `words` words."""
    weight = times * (_K1 + 1) / (times + _K1 * (1 - _B + _B * words / _LENGTH))
    return min(LEVELS - 1, max(0, round((weight - LEAST_WEIGHT) / WEIGHT_STEP)))


class Levels(dict[float, int]):
    """The levels in an article of `words` words, by occurrences."""

    def __init__(self, words: int) -> None:
        self.words = words

    def __missing__(self, times: float) -> int:
        level = self[times] = level_of(times, self.words)
        return level


def extra_weights(words: ArticleWords, terms: Mapping[str, TermKey]) -> Mapping[TermKey, float]:
    """How much more than in the text the occurrences of words in the other fields count; `terms` are by token."""
    extra: defaultdict[TermKey, float] = defaultdict(float)
    for weight, piece in ((_HEADLINE, words.headline), (_DEK, words.dek), (_NAMES, words.names)):
        for token in piece:
            extra[terms[token]] += weight - 1
    return extra
