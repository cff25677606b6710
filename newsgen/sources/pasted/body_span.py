"""Find the article's body among the lines of a page.

Every line has a worth: positive for a paragraph, negative for menus and lists of links, and very negative for headings
such as "Comments", which end an article. A run of lines with a high total is a candidate; the body is the first run
that is not dwarfed by the others, for comments and teasers come after the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsgen.sources.pasted.line_features import Features, LineFeatures

# The worth of a line by its kind. A paragraph's worth grows with its width up to _FULL.
_WORTH = {
    "end": -9.0,
    "comments": -9.0,
    "reporter": -6.0,
    "related": -7.0,
    "topics": -6.0,
    "tags": -4.0,
    "footer": -9.0,
    "filed": -2.0,
    "menu": -1.2,
    "share": -0.5,
    "section": -0.8,
    "published": -0.8,
    "updated": -0.8,
    "top": -0.8,
    "byline": -0.6,
    "advert": -0.2,
    "promo": -0.2,
    "credit": -0.2,
    "caption": -0.2,
}
_FULL = 240
_LINE = -0.27
_RUN = -0.25
_SENTENCE = 0.1
# A shorter sentence has no worth, but may be the last words of an article.
_SHORT = 24
_LAST_WORDS = 2
# A run of this worth, about two full paragraphs, is a body whatever else the page holds.
_ENOUGH = 1.8
_SHARE = 0.2
_STRONG = 12.0
# The greatest length of an interruption, and the least worth of what follows, for the body to continue after it.
_LONGEST_GAP = 18
_CONTINUES = 0.8
_NEAR = 4
_BOX = 5
_DENSE = 0.6
_VERY_DENSE = 0.7
# A run below the body that is so many times heavier, and of so great a worth, is the article, and what was found above
# it its introduction: if no more lines are between, and none of them is of a kind that ends an article.
_OUTWEIGHS = 2.0
_HEAVY = 4.0
_LONGEST_BOX = 40
_ENDINGS = frozenset(("comments", "related", "end", "footer", "topics"))
# A run ends when its total falls this far below its best.
_PATIENCE = 18.0


class Span(NamedTuple):
    """The index of the body's first line, and of the line after its last."""

    start: int
    end: int


class Run(NamedTuple):
    """Consecutive lines that may be the body, and their total worth."""

    worth: float
    span: Span


def find_runs(features: Features) -> list[Run]:
    """All runs of lines with a positive worth, in order."""
    runs: list[Run] = []
    total, start, best, end = 0.0, 0, 0.0, 0
    short = 0
    for index, line in enumerate(features):
        worth = _worth(line)
        short = 0 if worth > 0 else short + 1
        if short > 3:
            worth += _RUN
        if total <= 0:
            if best > 0:
                runs.append(Run(best, Span(start, end)))
            total, start, best = 0.0, index, 0.0
        total += worth
        if total > best:
            best, end = total, index + 1
        if total < best - _PATIENCE:
            total = 0.0
    if best > 0:
        runs.append(Run(best, Span(start, end)))
    return runs


def choose_run(runs: Sequence[Run], features: Features, after: int = -1) -> Span:
    """The span of the body, chosen among the runs; an empty span at the end of the text if there is none.

    `after` is the headline's index if the text begins with it, and -1 if the headline is not known.
    """
    return _with_article(_choose_first(runs, features, after), runs, features)


def _with_article(span: Span, runs: Sequence[Run], features: Features) -> Span:
    """The span of a body, and with it the much longer article below that it introduces."""
    worth = sum(run.worth for run in runs if run.span.start < span.end and run.span.end > span.start)
    best = max((run for run in runs if run.span.start >= span.end), key=lambda run: run.worth, default=None)
    if best is None or best.worth < max(_HEAVY, _OUTWEIGHS * worth):
        return span
    between = features[span.end : best.span.start]
    if len(between) > _LONGEST_BOX or any(line.kind in _ENDINGS for line in between):
        return span
    article = _choose_first([run for run in runs if run.span.start >= best.span.start], features, -1)
    return Span(span.start, article.end if article.start == best.span.start else best.span.end)


def _choose_first(runs: Sequence[Run], features: Features, after: int) -> Span:
    """The first run that is not dwarfed by the others, with what continues it."""
    below = [Run(worth, Span(max(span.start, after + 1), span.end)) for worth, span in runs if span.end > after + 1]
    if not below:
        return Span(len(features), len(features))
    strongest = max(below)
    chosen = next(
        (
            index
            for index, (worth, _) in enumerate(below)
            if worth >= min(_ENOUGH, strongest.worth) and worth >= _SHARE * min(strongest.worth, _STRONG)
        ),
        below.index(strongest),
    )
    first = last = chosen
    for other in range(last + 1, len(below)):
        if below[other].span.start - below[last].span.end > _LONGEST_GAP:
            break
        if _continues(below[last], below[other], features):
            last = other
    while after >= 0 and first > 0 and _continues(below[first - 1], below[first], features):
        first -= 1
    end = below[last].span.end
    for line in features[end : end + _LAST_WORDS]:
        if line.kind or line.dated or not line.sentence:
            break
        end += 1
    return Span(below[first].span.start, end)


def _continues(run: Run, other: Run, features: Features) -> bool:
    """Whether an article continues in the next run, after a short interruption that does not end it."""
    gap = features[run.span.end : other.span.start]
    if len(gap) > _LONGEST_GAP or other.worth < _CONTINUES:
        return False
    inside = features[other.span.start : other.span.end]
    dense = sum(line.prose for line in inside) / len(inside)
    near = len(gap) <= _NEAR and sum(line.prose or line.sentence for line in inside) == len(inside)
    if (dense < _DENSE and not near) or any(line.kind == "comments" for line in gap):
        return False
    ends = sum(line.kind in ("end", "footer", "topics", "tags") for line in gap)
    strong = dense >= _VERY_DENSE and other.worth >= 2 * _CONTINUES
    return not ends or (ends == 1 and (near or strong)) or (ends == 2 and len(gap) <= _BOX and strong)


def _worth(line: LineFeatures) -> float:
    if line.prose:
        worth = min(line.width, _FULL) / _FULL * (1.0 if line.sentence else 0.5)
        return worth if not line.kind else _WORTH.get(line.kind, 0.0) if line.kind in ("end", "footer") else worth * 0.5
    if line.kind:
        return _WORTH.get(line.kind, _LINE)
    if line.sentence and line.width >= _SHORT:
        return _SENTENCE
    return -0.8 if line.dated else _LINE
