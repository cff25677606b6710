"""What speaks for and against a run of lines below the body as its continuation.

An article goes on after a list, a table or a box; what else stands below it are comments, teasers and other articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from newsgen.sources.pasted.body_span import Run, Span
from newsgen.sources.pasted.evidence.steps import step_of
from newsgen.sources.pasted.line import Line
from newsgen.sources.pasted.line_features import Features
from newsgen.sources.pasted.line_forms import is_item, is_row
from newsgen.sources.pasted.word_sets import words_of_lines

FIELD = "continuation"
_GAPS = (1, 2, 4, 8, 18, 40)
_WORTHS = (0.3, 0.6, 1.0, 2.0, 4.0, 8.0)
_SHARES = (0.0, 0.2, 0.4, 0.6, 0.8, 0.99)
_COMMON = (0.05, 0.12, 0.2, 0.3, 0.4, 0.5)
_NUMBERS = (0, 1, 3, 8)
_DATES = (0, 1, 3)
# Kinds of line that end an article, or stand in boxes.
_ENDS = frozenset(("comments", "related", "end", "footer", "topics", "tags"))
_FIELDS = frozenset(("byline", "published", "updated"))
# So many lines at the beginning and the end of the body, and at that of a run, are compared.
_OPENING, _LAST, _SAMPLE = 12, 6, 8
_HEADING = 90
_CUT = ("…", "...", "[…]", "[...]")


def words_of_body(lines: Sequence[Line], body: Span) -> frozenset[str]:
    """The words of the body's first and last lines."""
    first = range(body.start, min(body.end, body.start + _OPENING))
    last = range(max(first.stop, body.end - _LAST), body.end)
    return words_of_lines([lines[index].text for index in (*first, *last)])


def observe_continuation(
    lines: Sequence[Line], features: Features, end: int, words: frozenset[str], run: Run, rest: float
) -> list[str]:
    """The observations of a run below a body that ends at `end` and has these `words`.

    All runs from it on, up to the comments, have the worth `rest`.
    """
    gap = range(end, run.span.start)
    inside = range(run.span.start, run.span.end)
    return [
        f"worth: up to {step_of(run.worth, _WORTHS)}",
        f"worth of all that follows: up to {step_of(rest, _WORTHS)}",
        *_gap_of(gap, lines, features),
        *_shape_of(inside, lines, features),
        *_words_of(words, gap, inside, lines, features),
    ]


def _gap_of(gap: range, lines: Sequence[Line], features: Features) -> Iterator[str]:
    kinds = Counter(features[index].kind for index in gap)
    ends = sum(kinds[kind] for kind in _ENDS)
    size = step_of(len(gap), _GAPS)
    yield f"{'ends' if ends else 'no ends'} among up to {size} lines between"
    yield f"ends between: {step_of(ends, _NUMBERS)}"
    for kind in kinds:
        if kind:
            yield f"between: {kind}"
    dates = sum(features[index].dated for index in gap)
    yield f"dates between: {step_of(dates, _DATES)}"
    if any(is_row(lines[index].text) for index in gap):
        yield "a table between"
    if any(is_item(lines[index].text) for index in gap):
        yield "a list between"
    if any(features[index].prose for index in gap):
        yield "paragraphs between"
    if gap:
        last = features[gap[-1]]
        text = lines[gap[-1]].text
        kind = "a field" if last.dated or last.kind in _FIELDS else last.kind or ("a sentence" if last.sentence else "")
        yield f"directly above: {kind or ('a heading' if last.width <= _HEADING else 'a long line')}"
        if text[:1].isdigit() and not kind:
            yield "directly above: a heading with a number"


def _shape_of(inside: range, lines: Sequence[Line], features: Features) -> Iterator[str]:
    count = len(inside)
    prose = sum(features[index].prose for index in inside)
    yield f"share of paragraphs: up to {step_of(prose / count, _SHARES)}"
    yield f"paragraphs: up to {step_of(prose, _NUMBERS)}"
    if any(features[index].dated or features[index].kind in _FIELDS for index in inside):
        yield "a field in it"
    if any(features[index].kind in _ENDS for index in inside):
        yield "an end in it"
    cut = sum(lines[index].text.endswith(_CUT) for index in inside)
    if cut:
        yield "most lines cut off" if 2 * cut >= prose else "a line cut off"


def _words_of(
    known: frozenset[str], gap: range, inside: range, lines: Sequence[Line], features: Features
) -> Iterator[str]:
    own = words_of_lines([lines[index].text for index in inside[:_SAMPLE]])
    if own:
        yield f"words of the body: up to {step_of(len(own & known) / len(own), _COMMON)}"
    between = words_of_lines([lines[index].text for index in gap[-_SAMPLE:] if not features[index].kind])
    if between:
        yield f"words of the body between: up to {step_of(len(between & known) / len(between), _COMMON)}"
        yield f"words of what is between: up to {step_of(len(between & own) / len(between), _COMMON)}"
