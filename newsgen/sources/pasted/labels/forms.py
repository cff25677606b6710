"""Tell by their form which lines of an article are items of a list, rows of a table and lines of verse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgen.sources.pasted.line import Label, Line
from newsgen.sources.pasted.line_features import Features
from newsgen.sources.pasted.line_forms import is_item, is_row

_TEXT = frozenset(("body", "subhead", "item"))
_LONGEST_VERSE = 90
_FEWEST_VERSES = 3
_SENTENCE_ENDS = ".!?…"


def label_forms(lines: Sequence[Line], features: Features, labels: Sequence[Label]) -> list[Label]:
    """The labels of the first lines, with those of items, rows and verse in place of those of paragraphs."""
    result = list(labels)
    for start, end in _blocks(lines[: len(labels)], labels):
        block = range(start, end)
        rows = [index for index in block if is_row(lines[index].text) and not is_item(lines[index].text)]
        if len(rows) > 1:
            for index in rows:
                result[index] = Label("table", "cells beside one another", 0.7)
        if not rows and _is_verse(lines[start:end], features[start:end]):
            for index in block:
                result[index] = Label("verse", "short lines below one another", 0.6)
            continue
        for index in block:
            if result[index].role in ("body", "subhead") and is_item(lines[index].text):
                result[index] = Label("item", "begins as an item", 0.7)
    return result


def _blocks(lines: Sequence[Line], labels: Sequence[Label]) -> Iterator[tuple[int, int]]:
    """The first index of each run of the article's lines without a blank one between, and the index after its last."""
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or lines[index].gap or (labels[index].role in _TEXT) != (labels[start].role in _TEXT):
            if labels[start].role in _TEXT:
                yield start, index
            start = index


def _is_verse(lines: Sequence[Line], features: Features) -> bool:
    """Whether lines are short and most of them end within a sentence, as those of poems, scores and addresses do."""
    if len(lines) < _FEWEST_VERSES or any(here.prose or here.width > _LONGEST_VERSE for here in features):
        return False
    if any(is_item(line.text) for line in lines):
        return False
    return sum(line.text.rstrip("\"'”’»)")[-1:] in _SENTENCE_ENDS for line in lines) <= len(lines) / 2
