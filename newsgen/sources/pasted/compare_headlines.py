"""Find the headline on a whole page: among the lines that the rules find likely, the one for which most speaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsgen.sources.pasted.body_span import Span
from newsgen.sources.pasted.evidence.headline import FIELD, SCORE, Candidate, observe_headlines
from newsgen.sources.pasted.evidence.weights import load_weights
from newsgen.sources.pasted.headline import confidence_of_best, rate_lines, settle_headline
from newsgen.sources.pasted.line import Line
from newsgen.sources.pasted.line_features import Features

# A headline that the rules find with this confidence needs no comparison.
_SURE = 0.95
# So many candidates are compared: of the headlines above the body, 99 of 100 are among them.
_MOST = 8


def find_page_headline(
    lines: Sequence[Line], features: Features, body: Span, weigh: Callable[[int], float] | None = None
) -> tuple[int, float]:
    """The headline's index above the body, or -1 if there is none, and how certain it is (0 to 1).

    `weigh` gives what the folder's other texts add to the score of a line; they say more than a comparison would.
    """
    found = rate_lines(lines, features, body, weigh)
    if weigh is None and len(found) > 1 and confidence_of_best(found) < _SURE:
        found = weigh_candidates(lines, features, body.start, likeliest_lines(found))
    return settle_headline(found, lines, features, body.start)


def likeliest_lines(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that are compared."""
    return sorted(found, key=lambda candidate: (-candidate.score, candidate.row))[:_MOST]


def weigh_candidates(
    lines: Sequence[Line], features: Features, start: int, found: Sequence[Candidate]
) -> list[Candidate]:
    """The candidates, each with the logarithm of its odds by all that was observed as its score."""
    weights = load_weights().get(FIELD, {})
    observed = observe_headlines(lines, features, start, found)
    return [
        candidate._replace(
            score=weights.get(SCORE, 1.0) * candidate.score + sum([weights.get(name, 0.0) for name in observations])
        )
        for candidate, observations in zip(found, observed, strict=True)
    ]
