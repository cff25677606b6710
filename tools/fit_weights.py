"""Fit the weights of observations by which a value is right or wrong: a logistic regression with an L2 penalty."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from newsgen.sources.pasted.evidence.weights import ALWAYS

ROUNDS = 40
# An observation of fewer values is no evidence.
FEWEST = 4
# How many values of a publisher count as much as those of others.
EACH = 10


class Example(NamedTuple):
    """A value that a text gives for a field: what was observed, whether it is right, and whose text it is."""

    publisher: str
    observations: frozenset[str]
    is_right: bool
    share: float = 1.0


def fit_weights(examples: Sequence[Example], penalty_of_all: float) -> dict[str, float]:
    """The weights of a logistic regression: Newton's method, one weight at a time."""
    counts: dict[str, int] = defaultdict(int)
    for example in examples:
        for name in example.observations:
            counts[name] += 1
    names = [ALWAYS, *sorted(name for name, count in counts.items() if count >= FEWEST)]
    having = {name: [i for i, e in enumerate(examples) if name in e.observations] for name in names}
    having[ALWAYS] = list(range(len(examples)))
    weights = dict.fromkeys(names, 0.0)
    odds = [0.0] * len(examples)
    shares = _shares(examples)
    for _ in range(ROUNDS):
        for name in names:
            penalty = 0.01 if name == ALWAYS else penalty_of_all
            slope, curve = penalty * weights[name], penalty
            for i in having[name]:
                chance = 1 / (1 + math.exp(-odds[i]))
                slope += shares[i] * (chance - examples[i].is_right)
                curve += shares[i] * chance * (1 - chance)
            step = max(-1.0, min(1.0, slope / curve))
            weights[name] -= step
            for i in having[name]:
                odds[i] -= step
    return weights


def confidence_by(weights: dict[str, float], example: Example) -> float:
    """How certain weights say that a value is right."""
    odds = weights[ALWAYS] + sum(weights.get(name, 0.0) for name in example.observations)
    return 1 / (1 + math.exp(-odds))


def _shares(examples: Sequence[Example]) -> list[float]:
    """What each example counts: those of a publisher with many count less."""
    counts: dict[str, int] = defaultdict(int)
    for example in examples:
        counts[example.publisher] += 1
    return [example.share * min(1.0, EACH / counts[example.publisher]) for example in examples]
