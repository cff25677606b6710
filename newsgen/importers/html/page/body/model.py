"""The model that tells the blocks of an article's body from all other: gradient-boosted trees as plain numbers.

`tools/train_body_model.py` makes `model.json` from pages whose bodies are known, most of them from the Web Content
Extraction Benchmark (Murrough Foley 2026, CC BY 4.0); nothing of the pages is in it. The sum of the leaves that a block
reaches in all trees is its log-odds.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import count
from typing import Any

from newsgen.importers.html.page.blocks.features import NAMES

_MODEL_FILE = "model.json"
# After each step of so many trees a block is decided whose log-odds are farther from zero than so much: six of 18,000
# were decided otherwise than by all trees, in two fifths of the time (2026-11-28).
_STEP, _SURE = 10, 1.9


def body_odds(rows: Sequence[Sequence[float]]) -> list[float]:
    """The log-odds of each block that it is a part of the body, by its features; above 0 it is rather than not."""
    return _load_model()(rows)


@cache
def _load_model() -> Callable[[Sequence[Sequence[float]]], list[float]]:
    """The trees as one function of Python: it takes a fifth of the time that walking through them takes."""
    model = json.loads((files(__package__) / _MODEL_FILE).read_text(encoding="utf-8"))
    if tuple(model["features"]) != NAMES:
        raise ValueError(f"{_MODEL_FILE} was made for other features: run tools/train_body_model.py")
    names: dict[str, Any] = {}
    exec("\n".join(_write_function([_write_node(tree, 0) for tree in model["trees"]])), names)
    function: Callable[[Sequence[Sequence[float]]], list[float]] = names["sum_trees"]
    return function


def _write_function(trees: Sequence[str]) -> Iterator[str]:
    """The lines of a function that adds up the trees in their order, and stops after a step that decides."""
    yield "def sum_trees(rows):"
    yield "    sums = []"
    yield f"    for {', '.join(f'f{number}' for number in range(len(NAMES)))} in rows:"
    yield "        odds = 0.0"
    for at, indent in zip(range(0, len(trees), _STEP), count(8, 4), strict=False):
        yield f"{' ' * indent}odds = odds + {' + '.join(trees[at : at + _STEP])}"
        yield f"{' ' * indent}if -{_SURE} < odds < {_SURE}:"
    yield f"{' ' * indent}    pass"
    yield "        sums.append(odds)"
    yield "    return sums"


def _write_node(tree: Mapping[str, Sequence[Any]], number: int) -> str:
    """The expression of a node and all below it; negative numbers are those of leaves."""
    if number < 0:
        return repr(float(tree["leaves"][-number - 1]))
    below, above = _write_node(tree, tree["left"][number]), _write_node(tree, tree["right"][number])
    return f"({below} if f{tree['features'][number]} <= {float(tree['thresholds'][number])!r} else {above})"
