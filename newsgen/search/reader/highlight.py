"""Mark the words of a query in a text, in every form in which they are found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from newsgen.search.reader.query import Query
from newsgen.text.language.tokens import find_tokens, indexed_words

# A word as it is written; marks and apostrophes within it belong to it, although they are no letters.
_RUN = re.compile(r"\w(?:[^\s!-~“”„«»‐-―…]|['\w])*")


def mark_words(text: str, language: str, query: Query) -> list[tuple[str, bool]]:
    """A text in pieces, each with whether it matches the query."""
    marked = [False] * len(text)
    for run in _RUN.finditer(text):
        for start, end in _find_spans(run[0], language, query):
            marked[run.start() + start : run.start() + end] = [True] * (end - start)
    pieces = groupby(zip(text, marked, strict=True), key=lambda letter: letter[1])
    return [("".join(letter for letter, _ in piece), is_marked) for is_marked, piece in pieces]


def _find_spans(run: str, language: str, query: Query) -> Iterator[tuple[int, int]]:
    """Where the query's words are in a run of letters: all of it, or the tokens of a language that writes no spaces."""
    tokens = find_tokens(run, language)
    matching = [token for token in tokens if _matches(token, language, query)]
    if matching and (len(tokens) == 1 or "'" in run or "’" in run):
        yield 0, len(run)
        return
    for token in matching:
        yield from (found.span() for found in re.finditer(re.escape(token), run, re.IGNORECASE))


def _matches(token: str, language: str, query: Query) -> bool:
    stem, form = indexed_words(language)[token]
    return any(
        form in word.forms
        or (stem in word.stems and not word.quoted)
        or any(form.startswith(beginning) for beginning, _ in word.beginnings)
        for word in query.words
    )
