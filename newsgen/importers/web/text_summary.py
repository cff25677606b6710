"""What tells the texts of two pages apart: which are copies of one article, which are parts of one."""

from __future__ import annotations

import hashlib
import re
from array import array
from html import unescape

from newsgen.importers.html.page.fields.letters import letters_of
from newsgen.importers.html.page.reading import PageReading
from newsgen.importers.web.page_rows import TextSummary

_TAG = re.compile(
    r"<(?:(?:script|style)\b(?:(?!<(?:script|style)\b).)*?</(?:script|style)|!--(?:(?!<!--).)*?--|[^<>]*+)>",
    re.DOTALL | re.IGNORECASE,
)
_BLOCK = re.compile(r"</?(?:p|div|h[1-6]|li|ul|ol|blockquote|figure|figcaption|table|tr|td|section|br)\b[^<>]*>", re.I)
# A paragraph with fewer letters may stand in any article; more of them than this need not be compared.
_LEAST_LETTERS, _MOST_MARKS = 40, 400
_WIDE = re.compile("[\u3040-\u9fff]")
# Copies share at least this of the shorter one's long paragraphs.
_SHARED = 0.5
# Texts at unlike addresses are one if they share this of the longer one's long paragraphs, and so many of them where
# not both are dated.
_NEARLY_ALL, _SEVERAL = 0.8, 3
# Nearly the same texts share one of so many smallest marks.
_SKETCH = 3
# The same text of so many words is the same article wherever it stands.
_SAME_TEXT = 40
# "Page 2", "(2/3)", "– part 2 of 3" at the end of the headline of a part; a number alone may be the headline's own.
_PART = re.compile(
    r"(?<![\s|–—:,-])[\s|–—:,-]*(?:\(\s*+(?:page |seite )?\d{1,2}(?:\s*+(?:of|von|de|/)\s*+\d{1,2})?\s*+\)|"
    r"[\s|–—:,(-](?:page|seite|pagina|página|strona)[\s.]*\d{1,2}(?:\s*(?:of|von|de|/)\s*\d{1,2})?\)?|"
    r"[\s|–—:,(-]\d{1,2}\s?/\s?\d{1,2})$"
)


def summarise(reading: PageReading) -> TextSummary:
    """The summary of what was read of a page."""
    paragraphs = [
        text for piece in _BLOCK.split(reading.body_html) if (text := " ".join(unescape(_TAG.sub("", piece)).split()))
    ]
    letters = [letters_of(text) for text in paragraphs]
    marks = {_mark(text) for text in letters if len(text) >= _LEAST_LETTERS}
    headline = letters_of(_PART.sub("", " ".join(reading.headline.casefold().split())) or reading.headline)
    whole = hashlib.sha256("".join(letters).encode("utf-8", "replace")).hexdigest()[:32]
    words = sum(_count_words(text) for text in paragraphs)
    return TextSummary(headline, whole, words, array("I", sorted(marks)[:_MOST_MARKS]).tobytes())


def text_keys(host: str, summary: TextSummary) -> list[str]:
    """The keys that a text shares with the same text at other addresses of its site, whatever these look like."""
    return [f"text:{host}:{summary.headline}:{summary.digest}"] if summary.words >= _SAME_TEXT else []


def near_keys(host: str, summary: TextSummary) -> list[str]:
    """The keys that a text with a headline shares with nearly the same text at other addresses of its site."""
    if not summary.headline or summary.words < _SAME_TEXT:
        return []
    return [f"{host}:{summary.headline}:{mark}" for mark in array("I", summary.marks)[:_SKETCH]]


def are_nearly_one(one: TextSummary, other: TextSummary, dates: int) -> bool:
    """Whether two texts with one headline are hardly different; `dates` of them have a date, the same one."""
    marks = [set(array("I", each.marks)) for each in (one, other)]
    shared = len(marks[0] & marks[1])
    return shared >= _NEARLY_ALL * max(1, *map(len, marks)) and (dates == 2 or shared >= _SEVERAL)


def are_copies(one: TextSummary, other: TextSummary) -> bool:
    """Whether two texts are one: all letters are the same, or most paragraphs of the shorter are also the other's."""
    if one.digest == other.digest and one.words:
        return True
    return shared_part(one, other) >= _SHARED


def shared_part(one: TextSummary, other: TextSummary) -> float:
    """The share of the shorter text's long paragraphs that the other one has too."""
    marks = [set(array("I", each.marks)) for each in (one, other)]
    least = min(map(len, marks))
    return len(marks[0] & marks[1]) / least if least else 0.0


def _mark(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=4).digest(), "big")


def _count_words(text: str) -> int:
    """The words of a text; of a script that sets no spaces, two letters count as one."""
    words = text.split()
    wide = 0 if text.isascii() else len(_WIDE.findall(text))
    return len(words) + wide // 2
