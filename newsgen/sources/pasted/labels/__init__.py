"""Label every line of a pasted page: find the body, then the headline above it, and from these two the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsgen.settings.learnt_reading import NOTHING_LEARNT, LearntReading
from newsgen.sources.pasted.body_span import Span, choose_run, find_runs
from newsgen.sources.pasted.compare_headlines import find_page_headline
from newsgen.sources.pasted.continue_body import continue_body
from newsgen.sources.pasted.labels.above_body import label_above_body, skip_dek
from newsgen.sources.pasted.labels.below_body import label_below_body
from newsgen.sources.pasted.labels.body import label_body
from newsgen.sources.pasted.labels.notes import label_notes
from newsgen.sources.pasted.labels.opening import label_opening
from newsgen.sources.pasted.labels.plain import is_plain, label_plain
from newsgen.sources.pasted.learned.contexts import contexts_of
from newsgen.sources.pasted.learned.headline_place import find_placed
from newsgen.sources.pasted.learned.recurring import mark_recurring
from newsgen.sources.pasted.learned.relabel import keep_sentences, name_places, relabel_fields
from newsgen.sources.pasted.learned.weights import weigh_lines
from newsgen.sources.pasted.line import Label, Line, find_role
from newsgen.sources.pasted.line_features import Features, features_of
from newsgen.sources.pasted.word_sets import words_of

# A headline among this many first lines, with this confidence and this many words in common with the first run of
# lines, shows that the text begins with the article.
_EARLY = 5
_CONFIDENT = 0.8
# Another headline so certain above the body is that of the article, and what stands above it a notice.
_CERTAIN = 0.95
# How far above the body a headline may be that the folder's others place.
_FAR = 30
_SHARED = 2
# What the first run is worth at least beside the best if an article begins with it: notices are worth less.
_SHARE = 0.15
# The width of the longest headline that is taken for the first of more than so many lines of the body.
_LONGEST_QUESTION = 140
_REST = 3


def label_lines(
    lines: Sequence[Line], has_headline: bool = False, learnt: LearntReading = NOTHING_LEARNT
) -> list[Label]:
    """A label for each line, in order. If `has_headline`, the text may lack the headline and begin with its body.

    `learnt` is what the folder's other texts say of this one.
    """
    return label_by_features(lines, [features_of(line.text) for line in lines], has_headline, learnt)


def label_by_features(
    lines: Sequence[Line], features: Features, has_headline: bool = False, learnt: LearntReading = NOTHING_LEARNT
) -> list[Label]:
    """The labels of `label_lines`, for lines whose features are known."""
    if learnt.is_blank:
        return _label(lines, features, has_headline, None)
    marked = mark_recurring(lines, features, learnt)
    contexts = contexts_of(lines, marked, learnt)
    weigh = weigh_lines(contexts, learnt.places_of("headline"))
    labels = keep_sentences(lines, features, _label(lines, marked, has_headline, weigh), learnt)
    return relabel_fields(lines, marked, name_places(labels, weigh), learnt, contexts)


def _label(
    lines: Sequence[Line], features: Features, has_headline: bool, weigh: Callable[[int], float] | None
) -> list[Label]:
    if is_plain(lines, features):
        labels = label_plain(lines, features, has_headline)
        return label_notes(lines, features, labels, find_role("headline", labels))
    if has_headline:
        headline, confidence, span = -1, 1.0, choose_run(find_runs(features), features)
    else:
        headline, confidence, span = _find_article(lines, features, weigh)
    span = continue_body(span, lines, features)
    start = skip_dek(lines, features, headline, span)
    labels = label_above_body(lines, features, headline, confidence, start)
    if start > span.start:
        labels[span.start] = Label("dek", "stands above the byline or date", 0.8)
    label_opening(lines, features, labels, headline, Span(start, span.end))
    labels += label_body(lines, features, Span(start, span.end), headline)
    labels += label_below_body(lines[span.end :], features[span.end :], labels, features)
    return label_notes(lines, features, labels, headline)


def find_article(lines: Sequence[Line], features: Features) -> Span:
    """The span of the body, without what continues it below a list or a box."""
    return _find_article(lines, features, None)[2]


def _find_article(
    lines: Sequence[Line], features: Features, weigh: Callable[[int], float] | None
) -> tuple[int, float, Span]:
    """The headline's index (-1: none), how certain it is (0 to 1), and the body's span."""
    runs = find_runs(features)
    span = choose_run(runs, features)
    placed = find_placed(lines, features, weigh) if weigh else -1
    if placed >= 0 and not span.start - _FAR <= placed < span.start:
        span = choose_run(runs, features, placed)
    if _opens_with_question(lines, features, span):
        below = Span(span.start + 1, span.end)
        headline, confidence = find_page_headline(lines, features, below, weigh)
        if headline == span.start:
            return headline, confidence, below
    headline, confidence = find_page_headline(lines, features, span, weigh)
    if runs and runs[0].span.start < span.start and runs[0].worth >= _SHARE * max(runs).worth:
        early, early_confidence = find_page_headline(lines, features, runs[0].span, weigh)
        is_open = early == headline or confidence < _CERTAIN
        if (
            is_open
            and early in range(_EARLY)
            and early_confidence > _CONFIDENT
            and _shares_words(early, runs[0].span, lines)
        ):
            return early, early_confidence, choose_run(runs, features, early)
    if headline >= 0:
        return headline, confidence, span
    headline, span = _headline_in_body(features, span)
    return headline, _CONFIDENT, span


def _opens_with_question(lines: Sequence[Line], features: Features, span: Span) -> bool:
    """Whether the body's first line may be a headline that asks or calls, and so ends like a sentence."""
    if span.end - span.start <= _REST or features[span.start].width > _LONGEST_QUESTION:
        return False
    return lines[span.start].text[-1] in "?!？！؟" and not features[span.start].kind


def _shares_words(headline: int, body: Span, lines: Sequence[Line]) -> bool:
    """Whether a headline shares enough words with a body to belong to it."""
    words = frozenset[str]().union(*(words_of(line.text) for line in lines[body.start : body.end]))
    return len(words_of(lines[headline].text) & words) >= _SHARED


def _headline_in_body(features: Features, span: Span) -> tuple[int, Span]:
    """The first line of the body as headline, if it is short, and the rest as body; for a body without one above it."""
    if span.start < len(features) and features[span.start].width <= 200 and span.end - span.start > 1:
        return span.start, Span(span.start + 1, span.end)
    if span.start == span.end and features:
        first = next((index for index, line in enumerate(features) if not line.kind and line.width >= 5), -1)
        return first, Span(first + 1, len(features)) if first >= 0 else span
    return -1, span
