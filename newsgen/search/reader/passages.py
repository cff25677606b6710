"""The passage of an article in which the words of a query stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsgen.search.passage_text import BETWEEN_PARAGRAPHS
from newsgen.search.reader.highlight import Mark, Piece, cut_pieces, find_marks
from newsgen.search.reader.query.query import Query

# Letters of a passage, some two lines; and how many may be added or left out for it to begin and end with a whole word.
_LENGTH, _WORD = 180, 20
# Letters from which on a paragraph is rather text than a heading, which says less.
_SENTENCE = 60
# Letters between two words that are side by side: a blank and a few signs.
_BESIDE = 3
_CUT = "…"


class _Window(NamedTuple):
    """Marks that fit into a passage: how many words of the query they are, how many of these are side by side as in the
    query, whether their paragraph is long enough for a sentence, and the marks.
    """

    words: int
    beside: int
    is_sentence: bool
    marks: Sequence[Mark]


def find_passage(text: str, language: str, query: Query) -> list[Piece]:
    """The passage with the most words of a query, the first of several, in pieces, each with whether it is marked.

    There are none without a word.
    """
    best: tuple[_Window, str, list[Mark]] | None = None
    for paragraph in text.split(BETWEEN_PARAGRAPHS):
        marks = find_marks(paragraph, language, query)
        for window in _windows(marks, len(paragraph) >= _SENTENCE):
            if not best or window[:3] > best[0][:3]:
                best = window, paragraph, marks
    if not best:
        return []
    window, paragraph, marks = best
    start, end = _bounds(paragraph, window.marks[0].start, window.marks[-1].end)
    inside = [mark for mark in marks if start <= mark.start and mark.end <= end]
    pieces = cut_pieces(paragraph, start, end, inside)
    before = [(_CUT, False)] if start else []
    return [*before, *pieces, *([(_CUT, False)] if end < len(paragraph) else [])]


def _windows(marks: Sequence[Mark], is_sentence: bool) -> Iterator[_Window]:
    """For each mark, it and those behind it that fit into a passage."""
    for first, mark in enumerate(marks):
        last = first
        while last + 1 < len(marks) and marks[last + 1].end - mark.start <= _LENGTH:
            last += 1
        fitting = marks[first : last + 1]
        beside = sum(
            1 for one, other in pairwise(fitting) if other.word == one.word + 1 and other.start - one.end <= _BESIDE
        )
        yield _Window(len({each.word for each in fitting}), beside, is_sentence, fitting)


def _bounds(text: str, first: int, last: int) -> tuple[int, int]:
    """Where the passage around these letters begins and ends in a paragraph."""
    if len(text) <= _LENGTH:
        return 0, len(text)
    start = max(0, first - max(0, _LENGTH - (last - first)) // 3)
    end = max(last, min(len(text), start + _LENGTH))
    start = min(start, max(0, end - _LENGTH))
    if start:
        blank = text.find(" ", start - 1, min(first, start + _WORD))
        start = blank + 1 if blank >= 0 else start
    if end < len(text):
        blank = text.rfind(" ", max(last, end - _WORD), end + 1)
        end = blank if blank >= 0 else end
    return start, end
