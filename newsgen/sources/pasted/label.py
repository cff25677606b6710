"""Which line of a pasted page is what, decided with the whole text in view.

Every line is looked at by itself; then the body is found, the headline above it, and from these two the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsgen.sources.pasted.body import Span, choose_run, find_runs
from newsgen.sources.pasted.headline import find_headline, words_of
from newsgen.sources.pasted.inside import label_body
from newsgen.sources.pasted.line import Label, Line
from newsgen.sources.pasted.observe import Seen, observe
from newsgen.sources.pasted.tail import label_tail
from newsgen.sources.pasted.top import label_top, skip_dek

# A headline among so many first lines shows that the text begins with the article, where it is so sure.
_EARLY = 5
_SURE = 0.8
_SHARED = 2


def label_lines(lines: Sequence[Line], has_headline: bool = False) -> list[Label]:
    """A label for each line, in order. With `has_headline` the text may begin with its body."""
    seen = [observe(line.text) for line in lines]
    headline, sure, span = _find_article(lines, seen, has_headline)
    start = skip_dek(lines, seen, headline, span)
    labels = label_top(lines, seen, headline, sure, start)
    if start > span.start:
        labels[span.start] = Label("dek", "stands above the byline or date", 0.8)
    labels += label_body(lines, seen, Span(start, span.end), headline)
    return labels + label_tail(lines[span.end :], seen[span.end :], labels, seen)


def _find_article(lines: Sequence[Line], seen: Sequence[Seen], has_headline: bool) -> tuple[int, float, Span]:
    """The headline's place (-1: none), how sure it is, and the body's span."""
    runs = find_runs(seen)
    span = choose_run(runs, seen)
    if has_headline:
        return -1, 1.0, span
    headline, sure = find_headline(lines, seen, span)
    if runs and runs[0].span.start < span.start:
        early, early_sure = find_headline(lines, seen, runs[0].span)
        if early in range(_EARLY) and early_sure > _SURE and _shares_words(early, runs[0].span, lines):
            return early, early_sure, choose_run(runs, seen, early)
    if headline >= 0:
        return headline, sure, span
    headline, span = _headline_in_body(seen, span)
    return headline, _SURE, span


def _shares_words(headline: int, body: Span, lines: Sequence[Line]) -> bool:
    """Whether a headline is about what a body is about, so far as its words show."""
    words = frozenset[str]().union(*(words_of(line.text) for line in lines[body.start : body.end]))
    return len(words_of(lines[headline].text) & words) >= _SHARED


def _headline_in_body(seen: Sequence[Seen], span: Span) -> tuple[int, Span]:
    """Where nothing above the body can be the headline, the body's first line is, if it is short."""
    if span.start < len(seen) and seen[span.start].width <= 200 and span.end - span.start > 1:
        return span.start, Span(span.start + 1, span.end)
    if span.start == span.end and seen:
        first = next((place for place, line in enumerate(seen) if not line.kind and line.width >= 5), -1)
        return first, Span(first + 1, len(seen)) if first >= 0 else span
    return -1, span
