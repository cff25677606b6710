"""What a text's letters tell of its language and direction.

Only what the letters alone decide is decided here: some scripts belong to one language, some are written
from right to left. A Latin or Cyrillic text stays without a language until somebody declares one.
"""

from __future__ import annotations

import re
from collections import Counter

from newsgen.article import Direction

# ISO 639 codes of living languages usually written from right to left (Unicode CLDR, characterOrder).
_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he khw ks ku lrc mzn nqo pnb ps sd syr ug ur yi".split())

# First and last code point of scripts' main blocks (Unicode 15 Blocks.txt), and the language that the
# script alone tells, where it tells one.
_SCRIPTS = (
    ("Greek", 0x0370, 0x03FF, "el"),
    ("Armenian", 0x0530, 0x058F, "hy"),
    ("Hebrew", 0x0590, 0x05FF, "he"),
    ("Arabic", 0x0600, 0x06FF, "ar"),
    ("Thaana", 0x0780, 0x07BF, "dv"),
    ("Thai", 0x0E00, 0x0E7F, "th"),
    ("Georgian", 0x10A0, 0x10FF, "ka"),
    ("Kana", 0x3040, 0x30FF, "ja"),
    ("Han", 0x4E00, 0x9FFF, "zh"),
    ("Hangul", 0xAC00, 0xD7A3, "ko"),
)
# Letters that Arabic does not have: with them the script no longer tells which language it is.
_NOT_ARABIC = re.compile("[پچژگکیٹڈڑںےہڤ]")
_OTHER_LETTERS = re.compile(r"[^\W\d_]")
# More text than this does not change the verdict, and a book-length body shall not cost more than a page.
_ENOUGH = 4_000


def direction_of(language: str, text: str = "") -> Direction:
    """The writing direction of a language, or of a text whose language is unknown."""
    if language:
        return "rtl" if language.lower().split("-")[0] in _RIGHT_TO_LEFT else "ltr"
    return "rtl" if _main_script(text) in ("Arabic", "Hebrew", "Thaana") else "ltr"


def language_of(text: str) -> str:
    """The language code that the text's script alone tells, or ""."""
    script = _main_script(text)
    if script == "Arabic" and _NOT_ARABIC.search(text[:_ENOUGH]):
        return ""
    if script == "Han" and re.search("[\u3040-\u30ff]", text[:_ENOUGH]):
        return "ja"
    return next((language for name, _, _, language in _SCRIPTS if name == script), "")


def _main_script(text: str) -> str:
    """The script of most letters, "" for Latin, Cyrillic and all that is not in the table."""
    counts: Counter[str] = Counter()
    for letter in _OTHER_LETTERS.findall(text[:_ENOUGH]):
        code = ord(letter)
        if code < 0x0370:
            counts[""] += 1
            continue
        counts[next((name for name, first, last, _ in _SCRIPTS if first <= code <= last), "")] += 1
    return counts.most_common(1)[0][0] if counts else ""
