"""The context of a line: what stands above and below it, in the words in which a folder's texts are compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsgen.settings.learnt_reading import LearntReading, Relation
from newsgen.sources.pasted.line import Line
from newsgen.sources.pasted.line_features import Features, LineFeatures
from newsgen.sources.pasted.phrases import bare

# How far a recurring line may be from another that is placed by it.
_FAR = 8
_SHORT = 30
_START, _END = "(start)", "(end)"
_HEADLINE = "(headline)"
_NONE = "(none)"


class Neighbour(NamedTuple):
    """A line beside another, and the relation in which that stands to it."""

    relation: Relation
    line: str


class Contexts:
    """The contexts of the lines of one text, from the words for each of them."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._above = _carry(words)
        self._below = _carry(words[::-1])[::-1]

    def with_headline(self, headline: int) -> Contexts:
        """The same contexts, in which the line at this index is known as the headline."""
        return Contexts([*self._words[:headline], _HEADLINE, *self._words[headline + 1 :]])

    def of(self, index: int) -> Iterator[Neighbour]:
        """The neighbours of a line, one in each relation."""
        words = self._words
        yield Neighbour("right below", words[index - 1] if index else _START)
        yield Neighbour("right above", words[index + 1] if index + 1 < len(words) else _END)
        yield Neighbour("below", self._above[index])
        yield Neighbour("above", self._below[index])


def contexts_of(lines: Sequence[Line], features: Features, learnt: LearntReading) -> Contexts:
    """The contexts of the lines of a text whose headline is not known."""
    return Contexts([_name(line, here, learnt) for line, here in zip(lines, features, strict=True)])


def _carry(words: Sequence[str]) -> list[str]:
    """For each line the nearest one before it that recurs or is the headline, if it is near."""
    carried = []
    last, distance = _NONE, 0
    for word in words:
        carried.append(last if distance < _FAR else _NONE)
        distance += 1
        if word[0] != "(" or word == _HEADLINE:
            last, distance = word, 0
    return carried


def _name(line: Line, here: LineFeatures, learnt: LearntReading) -> str:
    """The words for a line in another's context: its own if it recurs, else in parentheses what it looks like."""
    text = bare(line.text)
    if text in learnt.recurring:
        return text
    if here.dated or here.kind in ("published", "updated"):
        return "(date)"
    if here.kind:
        return f"({here.kind})"
    if text in learnt.sections:
        return "(section)"
    if here.prose:
        return "(paragraph)"
    if not text:
        return "(signs)"
    return "(short line)" if here.width < _SHORT else "(line)"
