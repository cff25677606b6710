"""Label the first paragraphs of an article which a box parts from the rest."""

from __future__ import annotations

from collections.abc import Sequence

from newsgen.sources.pasted.body_span import Span
from newsgen.sources.pasted.line import ABOVE_ARTICLE, Label, Line
from newsgen.sources.pasted.line_features import Features, is_credited
from newsgen.sources.pasted.word_sets import words_of, words_of_lines

OPENING_PARAGRAPH = "a paragraph above a box"
# A box seldom has a paragraph of this width, and the article's shares words with what follows.
_WIDTH = 170
_COMMON = 0.15
_SAMPLE = 12
_BODY = Label("body", OPENING_PARAGRAPH, 0.7)


def label_opening(lines: Sequence[Line], features: Features, labels: list[Label], headline: int, body: Span) -> None:
    """Label paragraphs between headline and body of which nothing else is known, and their neighbours, as the body."""
    if headline < 0:
        return
    opening = [index for index in range(headline + 1, body.start) if _is_paragraph(index, lines, features, labels)]
    if not any(features[index].width >= _WIDTH for index in opening):
        return
    sample = lines[body.start : min(body.end, body.start + _SAMPLE)]
    known = words_of_lines([line.text for line in sample])
    for index in opening:
        own = words_of(lines[index].text)
        if features[index].width >= _WIDTH and len(own & known) >= _COMMON * len(own):
            labels[index] = _BODY
            for step in (-1, 1):
                other = index + step
                while other in opening and features[other].width < _WIDTH:
                    labels[other] = _BODY
                    other += step


def _is_paragraph(index: int, lines: Sequence[Line], features: Features, labels: Sequence[Label]) -> bool:
    here = features[index]
    is_sentence = here.prose and here.sentence and not here.kind
    return is_sentence and labels[index].rule == ABOVE_ARTICLE and not is_credited(lines[index].text)
