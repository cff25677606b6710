"""Split a text into the documents of a news database's export, or into the articles that rules separate."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from newsgen.sources.exports import ebsco, factiva, factiva_codes, nexis, pressreader, proquest
from newsgen.sources.exports.parts import Part
from newsgen.sources.exports.repeated_heads import find_articles
from newsgen.sources.exports.rows import Row, split_rows

_WORDS = "words?|Wörter|mots|palabras|parole|palavras|woorden|słów|слов|ord|kelime"
_LENGTH = (
    "length|l(?:ä|a\u0308|a)nge|longueur|longitud|extensi[oó]n|lunghezza|comprimento|tamanho|extensão|lengte|długość"
)
_TEXT = "full text|body|text|volltext|texte|texto|testo|volledige tekst|pełny tekst|полный текст|tam metin"
_ELSE = "dauerhafte adresse|(?:publikationsinfo|publication info|informa\\w+ (?:sur|de|sulla|da)|proquest)\\b"
_NUMBER = r"accession number|(?:zugangs|akzessions|toegangs)nummer|n[uú]m[eé]ro d\S{0,3} ?a[cq]\w+"
_END = "end of document|ende des dokuments|dokumentende|fin d\\w+ documento?|fi(?:ne|m) d\\w+ documento|einde van"
# A row that only exports have; a text without one is not examined further. The first letters save most rows from the
# comparison with all words.
_SIGN = re.compile(
    r"\n[^\S\n]*(?=[\dlLeEtTfFvVbBpPiIdDпПaAzZnN])(?:"
    rf"\d[\d.,\u00a0\u202f ]*[^\S\n]?(?:{_WORDS})[^\S\n]*\n"
    rf"|(?:{_LENGTH})[ \u00a0]?[:：]"
    rf"|(?:{_TEXT})\b[^\n:：]{{0,24}}[:：]"
    rf"|(?:{_ELSE})"
    rf"|(?:{_NUMBER})[ \u00a0]?[:：]"
    r"|(?:focus - )?\d[\d.,]*[ ]\w{1,3}[ ]\d[\d.,]*[ ]do[ck]ument\w*[^\S\n]*\n"
    rf"|(?:{_END})(?=[^\n]{{0,20}}\n)"
    r"|(?:LP|TD)\s)",
    re.IGNORECASE,
)


# Words that PressReader's rows have, which may begin with anything.
_PRESSREADER = ("ressReader", "ressreader", "PRESSREADER", "Article Name:")


class Document(NamedTuple):
    """One article in a text that holds several, or one document of an export.

    `export` is the database's name, or "" for articles that only rules separate. `first_line` and `last_line` are the
    numbers of its lines in the file, both included.
    """

    export: str
    first_line: int
    last_line: int


class _Format(NamedTuple):
    name: str
    find: Callable[[Sequence[Row]], list[tuple[int, int]]]
    read: Callable[[Sequence[Row]], list[Part]]


# The one with the surest signs comes first.
_FORMATS = tuple(
    _Format(module.NAME, module.find_documents, module.read_document)
    for module in (factiva_codes, factiva, ebsco, pressreader, proquest, nexis)
)


class Export(NamedTuple):
    """An export as its format finds it: all rows of the text, and the rows of each document as indexes."""

    name: str
    rows: list[Row]
    spans: list[tuple[int, int]]
    read: Callable[[Sequence[Row]], list[Part]]


def find_export(text: str, first_line: int) -> Export | None:
    """The export that a text is, with at least one document; None for any other text."""
    if not _SIGN.search(f"\n{text}\n") and not any(word in text for word in _PRESSREADER):
        return None
    rows = split_rows(text, first_line)
    for known in _FORMATS:
        spans = known.find(rows)
        if spans:
            return Export(known.name, rows, spans, known.read)
    return None


def split_documents(text: str, first_line: int = 1) -> tuple[Document, ...]:
    """The documents of an export, or the articles of a text that rules, page breaks or blank lines separate.

    Empty for a text that is one article of its own. `first_line` is the number of the text's first line in the file.
    """
    export = find_export(text, first_line)
    if export:
        return documents_of(export)
    return tuple(Document("", first, last) for first, last in find_articles(text, first_line))


def documents_of(export: Export) -> tuple[Document, ...]:
    """The documents of an export, in order."""
    return tuple(
        Document(export.name, export.rows[begin].number, export.rows[end - 1].number) for begin, end in export.spans
    )
