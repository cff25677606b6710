"""What a text's letters tell of its language and direction.

Only what the letters alone decide is decided here: some scripts belong to one language, some are written
from right to left. A Latin or Cyrillic text stays without a language until somebody declares one.
"""

from __future__ import annotations

import re
from collections import Counter
from unicodedata import bidirectional

from newsgen.article import Direction

# ISO 639 codes of living languages usually written from right to left (Unicode CLDR, characterOrder).
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he khw ks ku lrc mzn nqo pnb ps sd syr ug ur yi".split())

# The letters of scripts' main blocks (Unicode 15, Blocks.txt), and the language that a script alone tells.
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_SCRIPTS = {
    "el": re.compile("[Ͱ-Ͽἀ-῿]"),
    "hy": re.compile("[Ա-֏]"),
    "he": re.compile("[א-ת]"),
    "ar": re.compile("[\u0620-\u06ff\u0750-\u077f]"),
    "dv": re.compile("[\u0780-\u07bf]"),
    "th": re.compile("[\u0e01-\u0e5b]"),
    "ka": re.compile("[Ⴀ-ჿ]"),
    "ja": re.compile("[\u3041-\u30ff]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "ko": re.compile("[\uac00-\ud7a3]"),
    "": re.compile("[\u0400-\u052f\u0900-\u0dff]"),
}
_BEYOND_LATIN = re.compile("[\u0370-\u1fff\u3041-\uffff\U00010000-\U0010ffff]")
# Letters that Arabic does not have: with them the script no longer tells which language it is.
_NOT_ARABIC = re.compile("[پچژگکیٹڈڑںےہڤ]")
# More text than this does not change the verdict, and a book-length body shall not cost more than a page.
_ENOUGH = 2_000


def direction_of(language: str, text: str = "") -> Direction:
    """The writing direction of a language, or of a text whose language is unknown."""
    if language:
        return "rtl" if language.lower().split("-")[0] in _RIGHT_TO_LEFT else "ltr"
    sample = text[:_ENOUGH]
    if not _BEYOND_LATIN.search(sample):
        return "ltr"
    directions = Counter(map(bidirectional, sample))
    return "rtl" if directions["R"] + directions["AL"] > directions["L"] else "ltr"


def language_of(text: str) -> str:
    """The language code that the text's script alone tells, or ""."""
    sample = text[:_ENOUGH]
    if not _BEYOND_LATIN.search(sample):
        return ""
    counts = {language: len(letters.findall(sample)) for language, letters in _SCRIPTS.items()}
    if counts["ja"]:
        counts["ja"] += counts.pop("zh")
    language = max(counts, key=lambda language: counts[language])
    if counts[language] <= len(_LATIN.findall(sample)) or (language == "ar" and _NOT_ARABIC.search(sample)):
        return ""
    return language
