"""Find the end of the article: below a list, a table or a box it may continue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsgen.sources.pasted.body_span import Run, Span, find_runs
from newsgen.sources.pasted.evidence.continuation import FIELD, observe_continuation, words_of_body
from newsgen.sources.pasted.evidence.weights import confidence_of
from newsgen.sources.pasted.line import Line
from newsgen.sources.pasted.line_features import Features

# With less confidence a run of lines does not continue the article: what is wrong below one is often very long.
LEAST = 0.75
# So many lines below the body are looked at; a run that begins farther below than so many is none of the article, and
# so many runs are compared with it.
_WINDOW, _FAR, _MOST = 200, 80, 4
# A run of less worth is looked at only as part of the next.
_LEAST_WORTH = 0.25


def continue_body(body: Span, lines: Sequence[Line], features: Features) -> Span:
    """The body, and with it the runs of lines below that continue it."""
    while True:
        found = next(
            (
                run
                for run, observations in runs_below(body, lines, features)
                if confidence_of(FIELD, observations) >= LEAST
            ),
            None,
        )
        if found is None:
            return body
        body = Span(body.start, found.span.end)


def runs_below(body: Span, lines: Sequence[Line], features: Features) -> Iterator[tuple[Run, list[str]]]:
    """The runs below the body that may continue it, each with what speaks for and against that."""
    found = find_runs(features[body.end : body.end + _WINDOW])
    below = [Run(worth, Span(body.end + span.start, body.end + span.end)) for worth, span in found]
    words = words_of_body(lines, body) if below else frozenset()
    seen = 0
    for index, run in enumerate(below):
        if run.span.start - body.end > _FAR or seen == _MOST:
            return
        if run.worth >= _LEAST_WORTH:
            seen += 1
            rest = _worth_of(below[index:], features)
            yield run, observe_continuation(lines, features, body.end, words, run, rest)


def _worth_of(runs: Sequence[Run], features: Features) -> float:
    """The worth of runs that follow each other up to a heading of comments or a footer."""
    total = runs[0].worth
    for before, run in pairwise(runs):
        gap = features[before.span.end : run.span.start]
        if len(gap) > _FAR or any(here.kind in ("comments", "footer") for here in gap):
            break
        total += run.worth
    return total
