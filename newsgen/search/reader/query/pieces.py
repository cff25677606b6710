"""Divide a query into pieces, and a piece into words by their stems and forms in the index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from newsgen.record.limits import QUERY_CHARACTERS
from newsgen.search.format.dates import AskedDate, read_date
from newsgen.search.reader.query.words import Word
from newsgen.text.language.tokens import find_tokens, indexed_words
from newsgen.text.language.tokens import find_words as spell_words

BEGINNING = "*"
# Fewer letters begin so many words that the index would have to be read as a whole.
_LEAST_LETTERS = 3
_QUOTE = '["“”„]'
# A phrase ends at a mark that no letter follows, so that it can contain a Hebrew acronym, or with the text.
_PIECE = re.compile(
    r"(?P<minus>-?)(?:(?P<field>(?i:headline|author|date)):(?=\S))?"
    rf"(?:{_QUOTE}(?P<phrase>.*?)(?:{_QUOTE}(?!\w)|$)|(?P<words>\S+))",
    re.DOTALL,
)
_DATE = re.compile(r"\d{4}(?:-\d{1,2}){0,2}")


class Piece(NamedTuple):
    """A phrase, or what stands between blanks: the field before it ("", "headline", "author" or "date"), its text, and
    whether it is quoted, excluded by a minus sign, and the end of the query.
    """

    field: str
    text: str
    quoted: bool = False
    is_excluded: bool = False
    is_last: bool = False

    @property
    def is_or(self) -> bool:
        """Whether it is the word OR in capitals, which joins what stands beside it."""
        return self.text == "OR" and not (self.field or self.quoted or self.is_excluded)


def split_query(text: str) -> Iterator[Piece]:
    """The pieces of a query, of one that is too long of its beginning."""
    text = text[:QUERY_CHARACTERS]
    for piece in _PIECE.finditer(text):
        quoted = piece["phrase"] is not None
        yield Piece(
            (piece["field"] or "").lower(),
            piece["phrase"] if quoted else piece["words"],
            quoted,
            bool(piece["minus"]),
            piece.end() == len(text),
        )


def read_date_piece(text: str) -> AskedDate | None:
    """The date that a text is, such as 2019, 2019-03 or 2019-03-07, in any digits; None if it is no date."""
    return read_date(spell_words(text)) if _DATE.fullmatch(text) else None


def find_words(piece: Piece, languages: Iterable[str]) -> Iterator[Word]:
    """The words of a piece."""
    for text in piece.text.split():
        words = divide_words(text, languages, piece.quoted)
        if text.endswith(BEGINNING) and words and len(words[-1].forms[0]) >= _LEAST_LETTERS:
            last = words[-1]
            beginnings = tuple((form, stem) for form in last.forms for stem in last.stems)
            words[-1] = Word((), (), piece.quoted, beginnings)
        elif not piece.quoted and not piece.field and len(words) == 1:
            asked = read_date_piece(text)
            if asked and not asked.month:
                words = [replace(words[0], years=(asked.year,))]
        yield from words


def divide_words(text: str, languages: Iterable[str], quoted: bool = False) -> list[Word]:
    """The words of a text without blanks, by the languages that divide it into the most words."""
    readings: list[tuple[str, Sequence[str]]] = []
    for language in dict.fromkeys(languages) or ("",):
        readings.append((language, find_tokens(text, language)))
    most = max(len(tokens) for _, tokens in readings)
    counting = [(language, tokens) for language, tokens in readings if len(tokens) == most]
    spelled = spell_words(text, counting[0][0])
    words: list[Word] = []
    for index in range(most):
        found = [indexed_words(language)[tokens[index]] for language, tokens in counting]
        stems = tuple(dict.fromkeys(stem for stem, _ in found))
        forms = tuple(dict.fromkeys(form for _, form in found))
        words.append(Word(stems, forms, quoted, text=spelled[index]))
    return words
