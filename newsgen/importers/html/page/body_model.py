"""The model that tells the blocks of an article's body from all other: gradient-boosted trees as plain numbers.

`tools/train_body_model.py` makes `body_model.json` from pages whose bodies are known. A tree is a list of nodes
[feature, threshold, left, right] and leaves [value]; the sum of the leaves that a block reaches is its log-odds.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from newsgen.importers.html.page.block_features import NAMES

_MODEL_FILE = "body_model.json"


class _Tree(NamedTuple):
    """The nodes of a tree by their numbers: a negative child -n-1 is the leaf n."""

    features: tuple[int, ...]
    thresholds: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    leaves: tuple[float, ...]


def body_probabilities(rows: Sequence[Sequence[float]]) -> list[float]:
    """The probability of each block that it is a part of the body, by its features."""
    trees = _load_trees()
    probabilities = []
    for row in rows:
        odds = 0.0
        for features, thresholds, left, right, leaves in trees:
            node = 0
            while node >= 0:
                node = left[node] if row[features[node]] <= thresholds[node] else right[node]
            odds += leaves[-node - 1]
        probabilities.append(1 / (1 + math.exp(-odds)))
    return probabilities


@cache
def _load_trees() -> tuple[_Tree, ...]:
    model = json.loads((files(__package__) / _MODEL_FILE).read_text(encoding="utf-8"))
    if tuple(model["features"]) != NAMES:
        raise ValueError(f"{_MODEL_FILE} was made for other features: run tools/train_body_model.py")
    return tuple(_Tree(*(tuple(tree[name]) for name in _Tree._fields)) for tree in model["trees"])
