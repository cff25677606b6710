"""Normalise text for search: case, width, accents, digits, apostrophes, Arabic and Hebrew letters.

`newsgen/search/browser/terms.js` does the same with tables and functions of the same names, and tests compare both on
text in many languages. Languages are given by their primary subtag alone.
"""

import re
import unicodedata
from functools import lru_cache

# Letters that keep their marks: they are letters of the language's alphabet, with keys of their own, and without the
# mark they make other words ("får", "far"). All others lose them, Czech, Polish, Hungarian and Vietnamese ones too,
# since many people omit them in searches. German umlauts are left to the stemmer, which reads "ä" and "ae" as "a".
_KEPT = {
    "az": "çğıöşü",
    "da": "æøå",
    "es": "ñ",
    "et": "äöõü",
    "fi": "äöå",
    "fo": "áðíóúýæø",
    "gl": "ñ",
    "is": "áðéíóúýþæö",
    "nb": "æøå",
    "nn": "æøå",
    "no": "æøå",
    "sv": "åäö",
    "tr": "çğıöşü",
}
# Cyrillic letters that are no accented forms of others. "ё" is one, and mostly written "е".
_ALWAYS_KEPT = "йўїѓќ"
# Letters that Unicode does not decompose, and what people type for them.
_TYPED = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ħ": "h",
    "ŧ": "t",
    "ı": "i",
    "ة": "ه",
}
_ACCENTS = re.compile("[\u0300-\u036f\u20d0-\u20ff]")
# Languages in which "I" is the capital of "ı", and an apostrophe separates a name from its endings.
TURKIC = {"az", "tr"}
# Languages that join an article or another short word to the next with an apostrophe, and those words.
ELIDING = {"ca", "fr", "ga", "it", "oc"}
_ELIDED = frozenset("all b c coll d dell gl j jusqu l lorsqu m n nell puisqu qu quell quoiqu s sull t un v".split())
# English endings after an apostrophe, which names keep in all languages.
_ADDED = re.compile("'(?:d|ll|m|re|s|ve)$")
# Characters used as apostrophes: quotation marks, letters of that shape, and Hebrew's two.
_APOSTROPHES = re.compile("[’‘ʼʻ׳״]")
# Hebrew acronyms have a quotation mark before their last letter.
_HEBREW_ACRONYM = re.compile('([א-ת])"(?=[א-ת])')
# Characters that can be omitted without changing the word: the vowel signs of Hebrew and Arabic, the Arabic tatweel,
# soft hyphens, joiners, direction marks, and variation selectors.
_LEFT_OUT = re.compile(
    "[\u00ad\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e8\u06ea-\u06ed\u200c-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
_ONE_SPELLING = str.maketrans({"ß": "ss", "ς": "σ"})
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
# Letters of one shape that keyboards and hasty writers confuse: they become the Arabic forms in Arabic, and those of
# Persian and Urdu in all other languages of the script.
_ARABIC = str.maketrans("أإآٱىیک", "ااااييك")
_PERSIAN = str.maketrans("أإٱىيكہۀة", "اااییکههه")
# Longer words are truncated: nobody types them whole.
LONGEST = 40


def normalise_text(text: str, language: str) -> str:
    """The text in lower case and NFC, without omittable characters, and with one kind of apostrophe."""
    text = unicodedata.normalize("NFKC", text)
    if language in TURKIC:
        text = text.replace("İ", "i").replace("I", "ı")
    text = unicodedata.normalize("NFC", _LEFT_OUT.sub("", text.lower()))
    # Catalan separates a double "l" by a dot, as in "col·legi".
    text = _APOSTROPHES.sub("'", text).replace("l·l", "ll")
    return _HEBREW_ACRONYM.sub(r"\1", text)


def part_elisions(word: str) -> list[str]:
    """The words joined by apostrophes in an eliding language: "eau" of "l'eau", "quest" and "anno" of "quest'anno"."""
    if "'" not in word:
        return [word]
    *before, last = word.split("'")
    kept = [part for part in before if part not in _ELIDED]
    # "McDonald's" is written with its English ending.
    return kept if kept and last == "s" else [*kept, last]


def spell_word(word: str, language: str) -> str:
    """A word of normalised text in one spelling: no apostrophes, ASCII digits, and at most LONGEST characters."""
    if "'" in word:
        name = word.split("'")[0]
        word = name if language in TURKIC and len(name) > 1 else _ADDED.sub("", word).replace("'", "")
    if not word.isascii():
        word = word.translate(_ONE_SPELLING).translate(_ARABIC if language == "ar" else _PERSIAN)
        word = _FOREIGN_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), word)
    return word[:LONGEST]


def fold_letters(word: str, language: str) -> str:
    """A word without the marks on its letters, except on those that its language counts as letters of their own."""
    if word.isascii():
        return word
    kept = _KEPT.get(language, "") + _ALWAYS_KEPT
    letters = (letter if letter in kept else _fold_letter(letter) for letter in word)
    return unicodedata.normalize("NFC", "".join(letters))


@lru_cache(10_000)
def _fold_letter(letter: str) -> str:
    return _TYPED.get(letter) or _ACCENTS.sub("", unicodedata.normalize("NFD", letter))
