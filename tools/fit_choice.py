"""Fit the weights of observations by which one of several candidates is chosen.

The model is a conditional logit with an L2 penalty: the weights of a candidate's observations add up to its log odds
among the candidates of its text.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

ROUNDS = 10
# An observation of fewer candidates is no evidence.
FEWEST = 6


class Choice(NamedTuple):
    """The candidates of a text with the values of their observations, which are right, and what the text counts.

    Candidates with the same one of the `names` are one answer, and the name "" is none; without names each is its own.
    """

    publisher: str
    candidates: Sequence[Mapping[str, float]]
    right: frozenset[int]
    share: float = 1.0
    names: Sequence[str] = ()


def fit_choice(choices: Sequence[Choice], penalty: float, start: Mapping[str, float]) -> dict[str, float]:
    """The weights that make the right candidates likeliest: Newton's method, one weight at a time from `start`."""
    having: dict[str, dict[int, list[tuple[int, float]]]] = defaultdict(lambda: defaultdict(list))
    for number, choice in enumerate(choices):
        for row, values in enumerate(choice.candidates):
            for name, value in values.items():
                having[name][number].append((row, value))
    names = sorted(name for name, found in having.items() if sum(map(len, found.values())) >= FEWEST)
    weights = {name: start.get(name, 0.0) for name in names}
    odds = [[_odds(values, weights) for values in choice.candidates] for choice in choices]
    for _ in range(ROUNDS):
        for name in names:
            slope, curve = penalty * (weights[name] - start.get(name, 0.0)), penalty
            for number, rows in having[name].items():
                choice = choices[number]
                chances = _chances(odds[number])
                right = sum(chances[row] for row in choice.right)
                mean = sum(chances[row] * value for row, value in rows)
                square = sum(chances[row] * value * value for row, value in rows)
                wanted = sum(chances[row] * value for row, value in rows if row in choice.right) / max(right, 1e-12)
                slope += choice.share * (mean - wanted)
                curve += choice.share * (square - mean * mean)
            step = max(-1.0, min(1.0, slope / curve))
            weights[name] -= step
            for number, rows in having[name].items():
                for row, value in rows:
                    odds[number][row] -= step * value
    return weights


def rate_choice(choice: Choice, weights: Mapping[str, float]) -> tuple[float, bool]:
    """How certain the likeliest candidate is, and whether it is right."""
    chances = _chances([_odds(values, weights) for values in choice.candidates])
    if choice.names:
        answers: dict[str, float] = defaultdict(float)
        for name, chance in zip(choice.names, chances, strict=True):
            answers[name] += chance
        answers.pop("", None)
        name = max(answers, key=answers.__getitem__)
        return answers[name], any(choice.names[row] == name for row in choice.right)
    best = max(range(len(chances)), key=chances.__getitem__)
    return chances[best], best in choice.right


def _odds(values: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in values.items())


def _chances(odds: Sequence[float]) -> list[float]:
    most = max(odds)
    parts = [math.exp(value - most) for value in odds]
    total = sum(parts)
    return [part / total for part in parts]
