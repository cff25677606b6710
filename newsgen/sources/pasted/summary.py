"""The dek of a pasted text: the line between headline and body, or the body's first paragraph, that sums it up."""

from __future__ import annotations

from collections.abc import Sequence

from newsgen.sources.pasted.evidence.dek import FIRST_PARAGRAPH, may_be_dek, observe_dek
from newsgen.sources.pasted.evidence.page import Page
from newsgen.sources.pasted.evidence.weights import confidence_of
from newsgen.sources.pasted.line import ABOVE_ARTICLE, Label, Line
from newsgen.sources.pasted.text_shape import ends_sentence, width

# With less confidence there is no dek.
LEAST = 0.3
# A paragraph that is no dek belongs to the article.
LEAST_OF_PARAGRAPH = 0.75
_SENTENCE = 60
# So many paragraphs are left below a dek.
_REST = 2


def find_deks(lines: Sequence[Line], labels: Sequence[Label], page: Page) -> list[tuple[int, list[str]]]:
    """The lines that may be the dek, with what speaks for and against each."""
    if page.headline < 0:
        return []
    found = [index for index, label in enumerate(labels) if label.role == "dek" and index > page.headline]
    first = next((index for index, label in enumerate(labels) if label.role == "body" and index > page.headline), -1)
    if first >= 0 and sum(label.role == "body" for label in labels) > _REST and may_be_dek(lines[first].text):
        found.append(first)
    return [(index, observe_dek(index, lines, labels, page)) for index in found]


def rate_dek(lines: Sequence[Line], labels: list[Label], page: Page) -> list[Label]:
    """The labels, with the most likely dek as such and its confidence."""
    rated = [(confidence_of("dek", observations), index) for index, observations in find_deks(lines, labels, page)]
    if not rated:
        return labels
    best, chosen = max(rated)
    is_sure = best >= (LEAST_OF_PARAGRAPH if labels[chosen].role == "body" else LEAST)
    labels = list(labels)
    for confidence, index in rated:
        if labels[index].role == "dek":
            labels[index] = labels[index]._replace(confidence=confidence)
            if index != chosen or not is_sure:
                labels[index] = _label_rejected(index, lines, labels, confidence)
    if is_sure and labels[chosen].role == "body":
        labels[chosen] = Label("dek", FIRST_PARAGRAPH, best)
    return labels


def _label_rejected(index: int, lines: Sequence[Line], labels: Sequence[Label], confidence: float) -> Label:
    """The label of a line between headline and body that is not the dek.

    A sentence directly above the body opens it, and in a text without a web page's lines all is the article.
    """
    text = lines[index].text
    opens = ends_sentence(text) and width(text) >= _SENTENCE and labels[index + 1 : index + 2]
    if opens and labels[index + 1].role == "body":
        return Label("body", "a sentence above the first paragraph", 0.6)
    if not any(label.role in ("chrome", "related") for label in labels):
        return Label("body" if ends_sentence(text) else "subhead", "between headline and body", 0.6)
    return Label("chrome", ABOVE_ARTICLE, max(0.5, 1 - confidence))
