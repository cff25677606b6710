"""The weight of a line's context as evidence that it is a field: log-odds from the counts of the folder's texts."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from newsgen.settings.learnt_reading import RELATIONS, FieldPlaces, Relation
from newsgen.sources.pasted.learned.contexts import Contexts

# How much a context counts beside what a line says by itself, and its greatest weight. Fitted on folders of ten pages,
# real ones with the articles of others set into them.
_STRENGTH = 1.2
_MOST = 12.0
# Counted in advance, so that few texts weigh little.
_PRIOR = 0.7

Weights = Mapping[tuple[Relation, str], float]
_ELSEWHERE = ""


@lru_cache(maxsize=64)
def weights_of(found: FieldPlaces) -> Weights:
    """The weight of each known neighbour, and under "" that of all others in its relation."""
    weights: dict[tuple[Relation, str], float] = {}
    texts: dict[Relation, int] = defaultdict(int)
    others: dict[Relation, int] = defaultdict(int)
    for place in found.places:
        weights[place.relation, place.line] = _weigh(place.texts, place.others, found)
        texts[place.relation] += place.texts
        others[place.relation] += place.others
    for relation in RELATIONS:
        weights[relation, _ELSEWHERE] = _weigh(
            max(0, found.of - texts[relation]), max(0, found.others - others[relation]), found
        )
    return weights


def weigh_lines(contexts: Contexts, found: FieldPlaces) -> Callable[[int], float]:
    """The weight of a line's context, by the line's index."""
    if not found.of:
        return lambda index: 0.0
    weights = weights_of(found)

    # The same line is weighed for several rules.
    @cache
    def weigh(index: int) -> float:
        total = sum(weights.get(near, weights[near.relation, _ELSEWHERE]) for near in contexts.of(index))
        return max(-_MOST, min(_MOST, _STRENGTH * total))

    return weigh


def _weigh(texts: int, others: int, found: FieldPlaces) -> float:
    share = (texts + _PRIOR) / (found.of + 2 * _PRIOR)
    return math.log(share) - math.log((others + _PRIOR) / (found.others + 2 * _PRIOR))
