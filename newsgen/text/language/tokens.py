"""The terms that a text is found by: its words in one spelling, cut back to their stems.

A query goes the same way as a text, in the browser through `browser/terms.js`, which must give exactly the same.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from newsgen.text.language.normalise import ELIDING, TURKIC, fold_letters, normalise_text, part_elisions, spell_word
from newsgen.text.language.stemmers import find_stemmer, primary_subtag

# English news has few other characters that are not ASCII, and text in ASCII takes half the time.
_TYPOGRAPHIC = {"’": "'", "‘": "'"} | dict.fromkeys("“”–—…•£€\u00a0", " ")
_ASCII_WORD = re.compile("[a-z0-9]+(?:'[a-z0-9]+)*")
# Scripts without spaces between words, but for their digits: Thai, Lao, Burmese, Khmer, kana, Han. Korean has spaces,
# but its words carry particles that no stemmer here takes off.
_UNSPACED = (
    "\u0e01-\u0e4e\u0e81-\u0ecf\u0edc-\u0eff\u1000-\u103f\u104a-\u108f\u109a-\u109f\u1780-\u17df\u3005-\u3007\u3031-\u3035"
    "\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ef\ua9fa-\ua9ff\uaa60-\uaa7f\uac00-\ud7a3\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_BEYOND_BASIC_PLANE = re.compile("[\U00010000-\U0010ffff]")
_UNSPACED_RUN = re.compile(f"[{_UNSPACED}]+")
# "And" or "then" in one word with the article, which Arabic's stemmer leaves. Where only two letters follow, they are
# rather a word's own, as in "والد", father.
_JOINED_ARTICLE = re.compile("^[وف](?=(?:ال|لل|بال|كال)...)")
# So many words of a language are remembered, in some 20 megabytes; 2,000 articles have about half as many.
_REMEMBERED = 100_000


def find_terms(text: str, language: str) -> list[str]:
    """The terms of a text in their order, as often as they stand there.

    Words are runs of letters, digits and marks; hyphens and underscores part them. Scripts without spaces give every
    pair of neighbours, so that any part of a run is found by its own pairs, or the character that stands alone.
    `language` is a tag as in BCP 47, or "": a language without stemmer gives whole words.
    """
    filed = indexed_words(language)
    return [filed[token][0] for token in find_tokens(text, language)]


def find_words(text: str, language: str = "") -> list[str]:
    """The words of a text as `find_terms` takes them, before they are stemmed and lose their accents."""
    subtag = primary_subtag(language)
    return [spell_word(token, subtag) for token in _find_tokens(text, subtag)]


def stem_word(word: str, language: str) -> str:
    """The term of a word that `find_words` gave."""
    subtag = primary_subtag(language)
    stem = find_stemmer(subtag)
    # Beyond the basic plane JavaScript counts two characters for one, and no stemmer has letters there.
    if stem and (word.isascii() or max(word) <= "\uffff"):
        word = stem(_JOINED_ARTICLE.sub("", word) if subtag == "ar" else word) or word
    return fold_letters(word, subtag)


def find_tokens(text: str, language: str) -> list[str]:
    """The words of a text in their order, as `filed_words` knows them."""
    return _find_tokens(text, primary_subtag(language))


def indexed_words(language: str) -> Mapping[str, tuple[str, str]]:
    """Answers for each token of a language under which stem it is filed, and in which form: itself without accents."""
    return _indexed_words_of(primary_subtag(language))


class _IndexedWords(dict[str, tuple[str, str]]):
    """A language's stems and forms by tokens, made when they are first asked for."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __missing__(self, token: str) -> tuple[str, str]:
        if len(self) >= _REMEMBERED:
            self.clear()
        word = spell_word(token, self.language)
        filed = self[token] = stem_word(word, self.language), fold_letters(word, self.language)
        return filed


_indexed_words_of = cache(_IndexedWords)


def _find_tokens(text: str, language: str) -> list[str]:
    """The words of a text in small letters, with their apostrophes but for those that part words."""
    if not text.isascii():
        for sign, plain in _TYPOGRAPHIC.items():
            text = text.replace(sign, plain)
    normal = normalise_text(text, language) if language in TURKIC or not text.isascii() else text.lower()
    tokens = _ASCII_WORD.findall(normal) if normal.isascii() else _find_any_tokens(normal)
    if language in ELIDING and "'" in normal:
        tokens = [part for token in tokens for part in part_elisions(token)]
    return tokens


def _find_any_tokens(text: str) -> list[str]:
    # Python's classes of characters are eight times as slow when they reach beyond the basic plane.
    word = _any_word(0x1F000 if _BEYOND_BASIC_PLANE.search(text) else 0x10000)
    spaced, runs = _UNSPACED_RUN.subn(r" \g<0> ", text.replace("_", " "))
    tokens: list[str] = word.findall(spaced)
    return [part for token in tokens for part in _part_run(token)] if runs else tokens


def _part_run(token: str) -> list[str]:
    """The pairs of neighbours in a run of a script without spaces; any other token is whole."""
    if not _UNSPACED_RUN.match(token):
        return [token]
    return [token[at : at + 2] for at in range(max(len(token) - 1, 1))]


@cache
def _any_word(end: int) -> re.Pattern[str]:
    """A word in any script, of text without underscores and with characters before `end`.

    Python's `\\w` lacks the marks that stand for vowels in many scripts. Unicode's tables are asked for them once.
    """
    marks = "".join(chr(code) for code in range(0x300, end) if unicodedata.category(chr(code))[0] == "M")
    return re.compile(rf"\w[\w{marks}]*(?:'[\w{marks}]+)*")
