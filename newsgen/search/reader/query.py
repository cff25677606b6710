"""What a reader asks for: words, "phrases" and -words, each as it is filed in the index.

Whatever is typed is a query: a quotation mark that nothing closes ends with the text, and a sign that means nothing is
left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsgen.text.language.tokens import find_tokens, indexed_words

_QUOTE = '["“”„]'
# A phrase ends where no letter follows, so that a Hebrew acronym can stand in it, or where the text does.
_PIECE = re.compile(rf"(?P<out>-?){_QUOTE}(?P<phrase>.*?)(?:{_QUOTE}(?!\w)|$)|(?P<without>-?)(?P<words>\S+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as the languages of an archive file it: the stems it may be under, and the forms that are the word itself.

    A `quoted` one is found in these forms only.
    """

    stems: tuple[str, ...]
    forms: tuple[str, ...]
    quoted: bool = False


Phrase = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A query: its words in their order, each once and those of phrases too; its phrases; and what is to be left out.

    `unfinished` is the word that is still being typed, where there is one.
    """

    words: tuple[Word, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    without: tuple[Phrase, ...] = ()
    unfinished: Word | None = None


def parse_query(text: str, languages: Sequence[str], typing: bool = False) -> Query:
    """Read a query for an archive with articles in these languages.

    With `typing` the last word, where no space is behind it, may be the beginning of another.
    """
    words: dict[tuple[tuple[str, ...], tuple[str, ...]], Word] = {}
    phrases: list[Phrase] = []
    without: list[Phrase] = []
    unfinished = None
    for piece in _PIECE.finditer(text):
        quoted = piece["phrase"] is not None
        found = tuple(_find_words(piece["phrase"] if quoted else piece["words"], languages, quoted))
        if not found:
            continue
        unfinished = None
        if piece["out"] or piece["without"]:
            # Only a lone word is left out in its other forms too; "-new-york" is two words, and means them together.
            without.append(found if len(found) == 1 else tuple(Word(word.stems, word.forms, True) for word in found))
            continue
        if quoted:
            phrases.append(found)
        elif typing and piece.end() == len(text):
            unfinished = found[-1]
        for word in found:
            words.setdefault((word.stems, word.forms), word)
    return Query(tuple(words.values()), tuple(phrases), tuple(without), unfinished)


def _find_words(text: str, languages: Iterable[str], quoted: bool) -> Iterator[Word]:
    """The words of a piece of a query; those languages have a say that cut it into the most."""
    for piece in text.split():
        readings = []
        for language in dict.fromkeys(languages) or ("",):
            filed = indexed_words(language)
            readings.append([filed[token] for token in find_tokens(piece, language)])
        most = max(map(len, readings))
        for ways in zip(*(reading for reading in readings if len(reading) == most), strict=True):
            stems = dict.fromkeys(stem for stem, _ in ways)
            forms = dict.fromkeys(form for _, form in ways)
            yield Word(tuple(stems), tuple(forms), quoted)
