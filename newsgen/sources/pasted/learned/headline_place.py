"""Find the headline by its place alone, where the folder's other texts say for certain where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsgen.sources.pasted.body_span import Span
from newsgen.sources.pasted.headline import LOOK_BACK, may_be_headline
from newsgen.sources.pasted.line import Line
from newsgen.sources.pasted.line_features import Features

# The least weight of a place that shows the headline by itself.
_PLACED = 3.0


def headline_candidates(lines: Sequence[Line], features: Features, body: Span) -> list[int]:
    """The lines above the body that may be the headline, the nearest first."""
    above = range(body.start - 1, max(-1, body.start - LOOK_BACK - 1), -1)
    return [index for index in above if may_be_headline(lines[index].text, features[index])]


def find_placed(lines: Sequence[Line], features: Features, weigh: Callable[[int], float]) -> int:
    """The line whose place alone shows that it is the headline, or -1."""
    weights = sorted(
        ((weigh(index), -index) for index, line in enumerate(lines) if may_be_headline(line.text, features[index])),
        reverse=True,
    )
    if not weights or weights[0][0] < _PLACED or (len(weights) > 1 and weights[1][0] > weights[0][0] - _PLACED / 2):
        return -1
    return -weights[0][1]
