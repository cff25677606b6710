"""Where the article's body lies among the lines of a window.

Every line is worth something: a paragraph speaks for the body, menus and link lists against it, and headings such as
"Comments" against all that follows them. The body is the run of lines that is worth most; of several runs it is the
first that is not dwarfed by the others, for comments and teasers stand below the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsgen.sources.pasted.observe import Seen

# What a line of a kind is worth. A paragraph's worth grows with its width up to _FULL.
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
# Shorter sentences are worth nothing by themselves, but may be an article's last words.
_SHORT = 24
_LAST_WORDS = 2
# A run of lines this strong is a body whatever else the window holds: about two full paragraphs.
_ENOUGH = 1.8
_SHARE = 0.2
_STRONG = 12.0
# How long an interruption may be, and how strong what follows it, for the body to go on behind it.
_LONGEST_GAP = 18
_GOES_ON = 0.8
_NEAR = 4
_BOX = 5
_DENSE = 0.6
_VERY_DENSE = 0.7
# How much may speak against a body before it is given up.
_PATIENCE = 18.0


class Span(NamedTuple):
    """The first line of the body and the one after its last."""

    start: int
    end: int


class Run(NamedTuple):
    """Lines that together speak for a body, and how strongly."""

    worth: float
    span: Span


def find_runs(seen: Sequence[Seen]) -> list[Run]:
    """All runs of lines that are worth more than nothing, in order."""
    runs: list[Run] = []
    total, start, best, end = 0.0, 0, 0.0, 0
    short = 0
    for place, line in enumerate(seen):
        worth = _worth(line)
        short = 0 if worth > 0 else short + 1
        if short > 3:
            worth += _RUN
        if total <= 0:
            if best > 0:
                runs.append(Run(best, Span(start, end)))
            total, start, best = 0.0, place, 0.0
        total += worth
        if total > best:
            best, end = total, place + 1
        if total < best - _PATIENCE:
            total = 0.0
    if best > 0:
        runs.append(Run(best, Span(start, end)))
    return runs


def choose_run(runs: Sequence[Run], seen: Sequence[Seen], after: int = -1) -> Span:
    """The body among the runs; an empty span at the end of the text where there is none.

    `after` is the headline's place where the text begins with it, -1 where it is not known.
    """
    below = [Run(worth, Span(max(span.start, after + 1), span.end)) for worth, span in runs if span.end > after + 1]
    if not below:
        return Span(len(seen), len(seen))
    strongest = max(below)
    chosen = next(
        (
            place
            for place, (worth, _) in enumerate(below)
            if worth >= min(_ENOUGH, strongest.worth) and worth >= _SHARE * min(strongest.worth, _STRONG)
        ),
        below.index(strongest),
    )
    first = last = chosen
    for other in range(last + 1, len(below)):
        if below[other].span.start - below[last].span.end > _LONGEST_GAP:
            break
        if _goes_on(below[last], below[other], seen):
            last = other
    while after >= 0 and first > 0 and _goes_on(below[first - 1], below[first], seen):
        first -= 1
    end = below[last].span.end
    for line in seen[end : end + _LAST_WORDS]:
        if line.kind or line.dated or not line.sentence:
            break
        end += 1
    return Span(below[first].span.start, end)


def _goes_on(run: Run, other: Run, seen: Sequence[Seen]) -> bool:
    """Whether an article goes on in the next run: after a short interruption that does not end it."""
    gap = seen[run.span.end : other.span.start]
    if len(gap) > _LONGEST_GAP or other.worth < _GOES_ON:
        return False
    inside = seen[other.span.start : other.span.end]
    dense = sum(line.prose for line in inside) / len(inside)
    near = len(gap) <= _NEAR and sum(line.prose or line.sentence for line in inside) == len(inside)
    if (dense < _DENSE and not near) or any(line.kind == "comments" for line in gap):
        return False
    ends = sum(line.kind in ("end", "footer", "topics", "tags") for line in gap)
    strong = dense >= _VERY_DENSE and other.worth >= 2 * _GOES_ON
    return not ends or (ends == 1 and (near or strong)) or (ends == 2 and len(gap) <= _BOX and strong)


def _worth(line: Seen) -> float:
    if line.prose:
        worth = min(line.width, _FULL) / _FULL * (1.0 if line.sentence else 0.5)
        return worth if not line.kind else _WORTH.get(line.kind, 0.0) if line.kind in ("end", "footer") else worth * 0.5
    if line.kind:
        return _WORTH.get(line.kind, _LINE)
    if line.sentence and line.width >= _SHORT:
        return _SENTENCE
    return -0.8 if line.dated else _LINE
