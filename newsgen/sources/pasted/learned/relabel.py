"""Label section and byline anew by the places where those of the folder's other texts stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from newsgen.settings.learnt_reading import LearntField, LearntReading
from newsgen.sources.pasted.learned.candidates import byline_candidates, section_candidates, section_named
from newsgen.sources.pasted.learned.contexts import Contexts
from newsgen.sources.pasted.learned.weights import weigh_lines
from newsgen.sources.pasted.line import ANOTHER_NAME, RECURS, Label, Line, Role, find_role
from newsgen.sources.pasted.line_features import Features
from newsgen.sources.pasted.phrases import bare

# What a line's own label is worth beside its context, by the label's least confidence; and the absence of one.
_OWN = ((0.85, 2.5), (0.7, 1.8), (0.65, 1.0), (0.0, 0.5))
_UNLABELLED = -1.5
_KNOWN_SECTION = 1.0
# A second line counts as the field too if it is hardly less certain than the best.
_MARGIN = 2.0
# The weight from which on the place of a headline is named as a reason for it.
_SPEAKS = 1.0
# The confidence of a field that stands where those of the folder's other texts do.
_LEARNT = 0.8
# Kinds of line whose own words say that they are the field, wherever they stand.
_SAYS_SO = frozenset(("byline", "reporter", "filed"))


def keep_sentences(
    lines: Sequence[Line], features: Features, labels: Sequence[Label], learnt: LearntReading
) -> list[Label]:
    """The labels, with recurring lines named as such.

    A sentence that recurs around the articles of the folder, but not inside them, stays in the body of this one.
    """
    body = [index for index, label in enumerate(labels) if label.role == "body"]
    span = range(body[0], body[-1]) if body else range(0)
    named = list(labels)
    for index, (line, here, label) in enumerate(zip(lines, features, labels, strict=True)):
        if label.role != "chrome" or here.kind or here.dated or bare(line.text) not in learnt.recurring:
            continue
        is_kept = index in span and (here.prose or here.sentence) and bare(line.text) not in learnt.inside
        named[index] = Label("body", "among the paragraphs", 0.6) if is_kept else Label("chrome", RECURS, 0.9)
    return named


def name_places(labels: Sequence[Label], weigh: Callable[[int], float]) -> list[Label]:
    """The labels, with a rule that says so for a headline whose place speaks for it by its weight."""
    return [
        label._replace(rule="where the folder's headlines stand")
        if label.role == "headline" and weigh(index) >= _SPEAKS
        else label
        for index, label in enumerate(labels)
    ]


def relabel_fields(
    lines: Sequence[Line], features: Features, labels: list[Label], learnt: LearntReading, contexts: Contexts
) -> list[Label]:
    """The labels, with section and byline where those of the folder stand; `features` are marked as recurring.

    In `contexts` the headline is not known.
    """
    headline = find_role("headline", labels)
    if headline < 0:
        return labels
    contexts = contexts.with_headline(headline)
    if "section" in learnt.places:
        weigh = weigh_lines(contexts, learnt.places["section"])
        scores = {}
        for index in _with_labelled("section", section_candidates(lines, features, headline), labels):
            is_known = section_named(lines[index].text, lines[headline].text) in learnt.sections
            if is_known or labels[index].role == "section":
                scores[index] = _own_weight(labels[index], "section") + weigh(index) + _KNOWN_SECTION * is_known
        _choose("section", scores, features, labels)
    if "byline" in learnt.places:
        weigh = weigh_lines(contexts, learnt.places["byline"])
        found = byline_candidates(lines, features, labels, headline)
        scores = {index: _own_weight(labels[index], "byline") + weigh(index) for index in found}
        _choose("byline", scores, features, labels)
    return labels


def _with_labelled(role: Role, found: list[int], labels: Sequence[Label]) -> list[int]:
    return found + [index for index, label in enumerate(labels) if label.role == role and index not in found]


def _own_weight(label: Label, role: Role) -> float:
    """What a line's label by itself says for it as a field."""
    if label.role != role:
        return _UNLABELLED
    return next(weight for least, weight in _OWN if label.confidence >= least)


def _choose(role: LearntField, scores: Mapping[int, float], features: Features, labels: list[Label]) -> None:
    """Give the role to the line with the best score if that is positive, and take it from those that are far below."""
    best = max(scores.values(), default=0.0)
    for index, score in scores.items():
        label = labels[index]
        if label.role == role and features[index].kind not in _SAYS_SO and (score <= 0 or score < best - _MARGIN):
            is_dated = features[index].dated
            rule = f"not where the folder's {role}s stand"
            labels[index] = Label("date", "shows a date", 0.8) if is_dated else Label("chrome", rule, 0.7)
        elif label.rule != ANOTHER_NAME and score == best > 0 and (label.role != role or label.confidence < _LEARNT):
            labels[index] = Label(role, f"where the folder's {role}s stand", _LEARNT)
