"""The model that tells the blocks of an article's body from all other: gradient-boosted trees as plain numbers.

`tools/train_body_model.py` makes `model.json` from pages whose bodies are known, most of them from the Web Content
Extraction Benchmark (Murrough Foley 2026, CC BY 4.0); nothing of the pages is in it. The sum of the leaves that a block
reaches in all trees is its log-odds.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from newsgen.importers.html.page.blocks.features import NAMES

_MODEL_FILE = "model.json"


# A leaf, or a feature, a threshold, and what follows where the feature is not above it and where it is. Tuples are
# walked through in two thirds of the time that lists of numbers take.
_Node = float | tuple[int, float, "_Node", "_Node"]
# After each step of so many trees a block is decided whose log-odds are farther from zero than so much: six of 18,000
# were decided otherwise than by all trees, in two fifths of the time (2026-11-28).
_STEP, _SURE = 10, 1.9


def body_odds(rows: Sequence[Sequence[float]]) -> list[float]:
    """The log-odds of each block that it is a part of the body, by its features; above 0 it is rather than not."""
    steps = _load_steps()
    all_odds = []
    for row in rows:
        odds = 0.0
        for trees in steps:
            for tree in trees:
                node = tree
                while not isinstance(node, float):
                    feature, threshold, below, above = node
                    node = below if row[feature] <= threshold else above
                odds += node
            if not -_SURE < odds < _SURE:
                break
        all_odds.append(odds)
    return all_odds


@cache
def _load_steps() -> tuple[tuple[_Node, ...], ...]:
    model = json.loads((files(__package__) / _MODEL_FILE).read_text(encoding="utf-8"))
    if tuple(model["features"]) != NAMES:
        raise ValueError(f"{_MODEL_FILE} was made for other features: run tools/train_body_model.py")
    trees = [_read_node(tree, 0) for tree in model["trees"]]
    return tuple(tuple(trees[at : at + _STEP]) for at in range(0, len(trees), _STEP))


def _read_node(tree: Mapping[str, Sequence[Any]], number: int) -> _Node:
    """A node of a tree with all below it; negative numbers are those of leaves."""
    if number < 0:
        return float(tree["leaves"][-number - 1])
    below, above = _read_node(tree, tree["left"][number]), _read_node(tree, tree["right"][number])
    return tree["features"][number], tree["thresholds"][number], below, above
