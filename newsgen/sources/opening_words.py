"""Name an article without a headline by its opening words, or by its file where it has no words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from newsgen.errors import Finding, Problem
from newsgen.record.article import Block, Origin
from newsgen.sources.fields import FieldValue
from newsgen.sources.files import Source
from newsgen.text.markup.html import render_body
from newsgen.text.markup.paragraphs import find_paragraphs

# About as long as a headline.
_LONGEST = 70
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s|(?<=[。！？।۔؟])")
# Headlines have none.
_FULL_STOPS = ".。।۔"
_WORD = re.compile(r"\w")


def name_by_opening(source: Source, body: Sequence[Block]) -> tuple[FieldValue, Finding]:
    """A headline for an article that has none, and what to tell an editor of it."""
    opening = next(_find_openings(body), "")
    line = body[0].line if opening else 0
    words = _shorten(opening) or PurePosixPath(source.path).stem
    problem = Problem(
        source.label,
        line,
        f'has no headline and is listed as "{words}"',
        "Every listing and link names an article by its headline.",
        'Write "headline: …" between "---" lines at its top, or in metadata.csv.',
    )
    return FieldValue(words, Origin(source.label, line), 0.0), Finding("no-headline", problem)


def _find_openings(body: Sequence[Block]) -> Iterator[str]:
    """The paragraphs of a body that have letters or digits, without markup."""
    for block in body:
        for paragraph in find_paragraphs(render_body((block,))):
            if _WORD.search(paragraph):
                yield " ".join(paragraph.split())


def _shorten(text: str) -> str:
    """The first sentence of a text if it is short, or as many of its words as a headline has, and "…"."""
    sentence = _SENTENCE_END.split(text, maxsplit=1)[0].rstrip(_FULL_STOPS)
    if len(sentence) <= _LONGEST:
        return sentence
    words = sentence[:_LONGEST].rpartition(" ")[0] or sentence[:_LONGEST]
    return f"{words.rstrip(' ,;:–—-')}…"
