"""Parse a query: words, "phrases" and -words, each by its stems and forms in the index.

Any text is a query: an unclosed quotation mark ends with the text, and a character without a meaning is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsgen.text.language.tokens import find_tokens, indexed_words

_QUOTE = '["“”„]'
# A phrase ends at a mark that no letter follows, so that it can contain a Hebrew acronym, or with the text.
_PIECE = re.compile(
    rf"(?P<no_phrase>-?){_QUOTE}(?P<phrase>.*?)(?:{_QUOTE}(?!\w)|$)|(?P<no_word>-?)(?P<words>\S+)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word in the languages of an archive: the stems it may have, and the forms that are the word itself.

    A `quoted` word matches these forms only.
    """

    stems: tuple[str, ...]
    forms: tuple[str, ...]
    quoted: bool = False


Phrase = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A query: its words in order, each once and including those of phrases; its phrases; and what is excluded.

    `unfinished` is the word that is still being typed, if any.
    """

    words: tuple[Word, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    excluded: tuple[Phrase, ...] = ()
    unfinished: Word | None = None


def parse_query(text: str, languages: Sequence[str], typing: bool = False) -> Query:
    """Parse a query for an archive with articles in these languages.

    If `typing`, the last word may be the beginning of another one, unless a space follows.
    """
    words: dict[tuple[tuple[str, ...], tuple[str, ...]], Word] = {}
    phrases: list[Phrase] = []
    excluded: list[Phrase] = []
    unfinished = None
    for piece in _PIECE.finditer(text):
        quoted = piece["phrase"] is not None
        found = tuple(_find_words(piece["phrase"] if quoted else piece["words"], languages, quoted))
        if not found:
            continue
        unfinished = None
        if piece["no_phrase"] or piece["no_word"]:
            # Only a single word is excluded in its other forms too; "-new-york" is two words and means the phrase.
            excluded.append(found if len(found) == 1 else tuple(Word(word.stems, word.forms, True) for word in found))
            continue
        if quoted:
            phrases.append(found)
        elif typing and piece.end() == len(text):
            unfinished = found[-1]
        for word in found:
            words.setdefault((word.stems, word.forms), word)
    return Query(tuple(words.values()), tuple(phrases), tuple(excluded), unfinished)


def _find_words(text: str, languages: Iterable[str], quoted: bool) -> Iterator[Word]:
    """The words of a piece of a query, by the languages that divide it into the most words."""
    for piece in text.split():
        readings = []
        for language in dict.fromkeys(languages) or ("",):
            terms = indexed_words(language)
            readings.append([terms[token] for token in find_tokens(piece, language)])
        most = max(map(len, readings))
        for terms_of_word in zip(*(reading for reading in readings if len(reading) == most), strict=True):
            stems = dict.fromkeys(stem for stem, _ in terms_of_word)
            forms = dict.fromkeys(form for _, form in terms_of_word)
            yield Word(tuple(stems), tuple(forms), quoted)
