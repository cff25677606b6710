"""Mark the words of a query in a text, in every form in which they are found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from newsgen.search.reader.query.query import Query
from newsgen.text.language.tokens import find_tokens, indexed_words

_APOSTROPHES = "'’"
# A text in pieces, each with whether it is marked.
Piece = tuple[str, bool]


class Mark(NamedTuple):
    """Where a word of a query is in a text, and which of the query's words it is."""

    start: int
    end: int
    word: int


def mark_words(text: str, language: str, query: Query) -> list[Piece]:
    """A text in pieces, each with whether it matches the query."""
    return cut_pieces(text, 0, len(text), find_marks(text, language, query))


def find_marks(text: str, language: str, query: Query) -> list[Mark]:
    """Where the query's words are in a text, in its order."""
    marks = (
        Mark(start + first, start + last, word)
        for start, run in _find_runs(text)
        for first, last, word in _find_in_run(run, language, query)
    )
    return sorted(marks)


def cut_pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> list[Piece]:
    """A part of a text in pieces, given the marks in it."""
    marked = bytearray(end - start)
    for mark in marks:
        marked[mark.start - start : mark.end - start] = b"\1" * (mark.end - mark.start)
    pieces: list[Piece] = []
    for letter, is_marked in zip(text[start:end], marked, strict=True):
        if pieces and pieces[-1][1] == bool(is_marked):
            pieces[-1] = (pieces[-1][0] + letter, bool(is_marked))
        else:
            pieces.append((letter, bool(is_marked)))
    return pieces


def _find_runs(text: str) -> Iterator[tuple[int, str]]:
    """The runs of letters and digits with the marks and apostrophes within them, each with its start."""
    # Each sign as its class has one letter: L begins a run, M continues it.
    classes = "".join(map(_class_of, text))
    for run in re.finditer("L[LM]*", classes):
        yield run.start(), text[run.start() : run.end()]


@cache
def _class_of(letter: str) -> str:
    if unicodedata.category(letter)[0] in "LN":
        return "L"
    return "M" if unicodedata.category(letter)[0] == "M" or letter in _APOSTROPHES else " "


def _find_in_run(run: str, language: str, query: Query) -> Iterator[tuple[int, int, int]]:
    """Where the query's words are in a run of letters: all of it, or the tokens of a language that writes no spaces."""
    tokens = find_tokens(run, language)
    found = [(token, word) for token in tokens if (word := _word_of(token, language, query)) is not None]
    if found and (len(tokens) == 1 or "'" in run or "’" in run):
        yield 0, len(run), found[0][1]
        return
    for token, word in dict.fromkeys(found):
        yield from ((*match.span(), word) for match in re.finditer(re.escape(token), run, re.IGNORECASE))


def _word_of(token: str, language: str, query: Query) -> int | None:
    """Which word of the query a token is, if it is any."""
    stem, form = indexed_words(language)[token]
    for index, word in enumerate(query.words):
        if (
            form in word.forms
            or (stem in word.stems and not word.quoted)
            or any(form.startswith(beginning) for beginning, _ in word.beginnings)
        ):
            return index
    return None
