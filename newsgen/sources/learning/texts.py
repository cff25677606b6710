"""The texts from which is learnt, each as it is read by itself."""

from __future__ import annotations

from typing import NamedTuple

from newsgen.sources.pasted.collect_fields import BLOCK_OF
from newsgen.sources.pasted.joining import join_lines
from newsgen.sources.pasted.labels import label_by_features
from newsgen.sources.pasted.line import Label, Line, find_role, split_lines
from newsgen.sources.pasted.line_features import LineFeatures, features_of
from newsgen.sources.pasted.phrases import bare


class LearningText(NamedTuple):
    """A text's lines, their features and labels, and their words in the form of phrases.

    The headline is at the index `headline` (-1: none), and the body between the indexes `start` and `end`.
    """

    lines: list[Line]
    features: list[LineFeatures]
    labels: list[Label]
    words: list[str]
    headline: int
    start: int
    end: int

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs of the body, each once."""
        rows = zip(self.words, self.features, self.labels, strict=True)
        return list(dict.fromkeys(word for word, here, label in rows if here.prose and label.role == "body"))

    def place(self, index: int) -> str:
        """What a line was read as if that was headline or byline, else its place: above, inside or below."""
        role = self.labels[index].role
        if role in ("headline", "byline"):
            return role
        if index < max(self.start, self.headline):
            return "above"
        return "inside" if index < self.end else "below"


def prepare_text(text: str) -> LearningText:
    """Read a text by itself."""
    lines = join_lines(split_lines(text, 1))
    features = [features_of(line.text) for line in lines]
    blank = LearningText(lines, features, [], [bare(line.text) for line in lines], -1, 0, 0)
    return with_labels(blank, label_by_features(lines, features))


def with_labels(text: LearningText, labels: list[Label]) -> LearningText:
    """A text with other labels."""
    headline = find_role("headline", labels)
    body = [index for index, label in enumerate(labels) if label.role in BLOCK_OF]
    start, end = (body[0], body[-1] + 1) if body else (len(labels), len(labels))
    return text._replace(labels=labels, headline=headline, start=start, end=end)
