"""The weights of observations, and the confidence that they add up to.

`weights.txt` has a line for each observation: the field, the weight and the observation. A weight is the logarithm of
the odds by which a value with this observation is right more often; they are fitted by `tools/calibrate_reading.py`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

# What every value of a field has.
ALWAYS = "always"


def confidence_of(field: str, observations: Iterable[str]) -> float:
    """The probability that a field's value with these observations is right, from 0 to 1."""
    weights = load_weights().get(field, {})
    odds = weights.get(ALWAYS, 0.0) + sum([weights.get(observation, 0.0) for observation in observations])
    return 1 / (1 + math.exp(-odds))


@cache
def load_weights() -> Mapping[str, Mapping[str, float]]:
    """The weights of each field's observations."""
    weights: dict[str, dict[str, float]] = {}
    for row in files(__package__).joinpath("weights.txt").read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            field, weight, observation = row.split(None, 2)
            weights.setdefault(field, {})[observation] = float(weight)
    return weights
