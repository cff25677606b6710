"""Split text into tokens, and reduce tokens to terms: normalised words cut back to their stems.

A query is treated like a text. The browser does so in `newsgen/search/browser/terms.js`, whose functions and tables
have the same names as here and must give exactly the same results.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from newsgen.text.language.normalise import ELIDING, TURKIC, fold_letters, normalise_text, part_elisions, spell_word
from newsgen.text.language.stemmers import find_stemmer
from newsgen.text.language.tags import primary_subtag

# The most frequent other characters of English news; text in ASCII takes half the time.
_TYPOGRAPHIC = {"’": "'", "‘": "'"} | dict.fromkeys("“”–—…•£€\u00a0", " ")
# Of text in ASCII and lower case: everything but letters, digits and apostrophes becomes a space.
_WORD_BYTES = bytes(byte if chr(byte) in "abcdefghijklmnopqrstuvwxyz0123456789'" else ord(" ") for byte in range(256))
# Scripts without spaces between words, without their digits: Thai, Lao, Burmese, Khmer, kana, Han. Also Korean, which
# has spaces, but whose words carry particles that no stemmer here removes.
_UNSPACED = (
    "\u0e01-\u0e4e\u0e81-\u0ecf\u0edc-\u0eff\u1000-\u103f\u104a-\u108f\u109a-\u109f\u1780-\u17df\u3005-\u3007\u3031-\u3035"
    "\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ef\ua9fa-\ua9ff\uaa60-\uaa7f\uac00-\ud7a3\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_BEYOND_BASIC_PLANE = re.compile("[\U00010000-\U0010ffff]")
_UNSPACED_RUN = re.compile(f"[{_UNSPACED}]+")
# "And" or "then" joined to the article, which the Arabic stemmer leaves. Before only two letters, they are rather part
# of the word, as in "والد", father.
_JOINED_ARTICLE = re.compile("^[وف](?=(?:ال|لل|بال|كال)...)")
# Tokens of a language whose stems are cached, some 20 MB; 2,000 articles have about half as many.
MAX_CACHED = 100_000


def find_terms(text: str, language: str) -> list[str]:
    """The terms of a text in order, with repetitions.

    Words are runs of letters, digits and marks, separated by hyphens and underscores too. Scripts without spaces give
    every pair of adjacent characters, so any part of a run is found by its own pairs, or a character that is alone.
    `language` is a tag (BCP 47) or ""; the terms of a language without a stemmer are whole words.
    """
    indexed = indexed_words(language)
    return [indexed[token][0] for token in find_tokens(text, language)]


def find_words(text: str, language: str = "") -> list[str]:
    """The words of a text as in `find_terms`, before they are stemmed and lose their accents."""
    subtag = primary_subtag(language)
    return [spell_word(token, subtag) for token in _find_tokens(text, subtag)]


def stem_word(word: str, language: str) -> str:
    """The term of a word that `find_words` returned."""
    subtag = primary_subtag(language)
    stem = find_stemmer(subtag)
    # A character beyond the basic plane is two in JavaScript, and no stemmer has letters there.
    if stem and (word.isascii() or max(word) <= "\uffff"):
        word = stem(_JOINED_ARTICLE.sub("", word) if subtag == "ar" else word) or word
    return fold_letters(word, subtag)


def find_tokens(text: str, language: str) -> list[str]:
    """The tokens of a text in order, the keys of `indexed_words`."""
    return _find_tokens(text, primary_subtag(language))


def indexed_words(language: str) -> Mapping[str, tuple[str, str]]:
    """The stem and form under which each token of a language is indexed; the form is the word without accents."""
    return _indexed_words_of(primary_subtag(language))


class _IndexedWords(dict[str, tuple[str, str]]):
    """A language's stems and forms by token, computed on first use."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __missing__(self, token: str) -> tuple[str, str]:
        if len(self) >= MAX_CACHED:
            self.clear()
        word = spell_word(token, self.language)
        stem_and_form = self[token] = stem_word(word, self.language), fold_letters(word, self.language)
        return stem_and_form


_indexed_words_of = cache(_IndexedWords)


def _find_tokens(text: str, language: str) -> list[str]:
    """The tokens of a text: words in lower case with their inner apostrophes."""
    if not text.isascii():
        for sign, plain in _TYPOGRAPHIC.items():
            text = text.replace(sign, plain)
    normal = normalise_text(text, language) if language in TURKIC or not text.isascii() else text.lower()
    tokens = _find_ascii_tokens(normal) if normal.isascii() else _find_any_tokens(normal)
    if language in ELIDING and "'" in normal:
        tokens = [part for token in tokens for part in part_elisions(token)]
    return tokens


def _find_ascii_tokens(text: str) -> list[str]:
    """The tokens of a text in ASCII and lower case, in a quarter of the time that a pattern takes."""
    words = text.encode("ascii").translate(_WORD_BYTES)
    if b"'" in words:
        # An apostrophe is part of a word between two of its letters only.
        words = b" %b " % words.replace(b"''", b"  ")
        words = words.replace(b" '", b"  ").replace(b"' ", b"  ")
    return words.decode("ascii").split()


def _find_any_tokens(text: str) -> list[str]:
    # Python's character classes are eight times as slow where they reach beyond the basic plane.
    word = _any_word(0x1F000 if _BEYOND_BASIC_PLANE.search(text) else 0x10000)
    spaced, runs = _UNSPACED_RUN.subn(r" \g<0> ", text.replace("_", " "))
    tokens: list[str] = word.findall(spaced)
    return [part for token in tokens for part in _pairs(token)] if runs else tokens


def _pairs(token: str) -> list[str]:
    """The pairs of adjacent characters in a run of a script without spaces; any other token unchanged."""
    if not _UNSPACED_RUN.match(token):
        return [token]
    return [token[index : index + 2] for index in range(max(len(token) - 1, 1))]


@cache
def _any_word(end: int) -> re.Pattern[str]:
    """The pattern of a word in any script, for text without underscores and with code points below `end`.

    Python's `\\w` lacks the marks that are vowels in many scripts, so they are collected from Unicode's tables, once.
    """
    marks = "".join(chr(code) for code in range(0x300, end) if unicodedata.category(chr(code))[0] == "M")
    return re.compile(rf"\w[\w{marks}]*(?:'[\w{marks}]+)*")
