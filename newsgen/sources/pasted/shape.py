"""What a line's outline tells, whatever its language: how wide it is and whether it reads like a sentence."""

from __future__ import annotations

import re

# Ends of sentences, quotes and brackets closed after them included; the last group is Arabic, Urdu, CJK and Indic.
_SENTENCE_END = re.compile(r"""[.!?…:;؟۔。！？｡।]["'”’»›)\]」』〟*]*$""")
_ARABIC = re.compile("[\u0600-\u06ff]")
_WIDE = re.compile(r"[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]")
# What an item of a list begins with. An em dash is none: speech begins with it in many languages.
BULLET = re.compile(r"^[•·▪‣◦●■►▶*–-]\s+(?=\S)")
# A CJK letter carries about as much as two and a half Latin ones.
_WIDE_EXTRA = 1.5


def width(text: str) -> float:
    """How much a text says, in Latin letters: CJK letters count 2.5."""
    return len(text) + (_WIDE_EXTRA * len(_WIDE.findall(text)) if not text.isascii() else 0)


def in_arabic(text: str) -> bool:
    """Whether a text holds letters of the Arabic script."""
    return bool(_ARABIC.search(text))


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does."""
    return not text[-1:].isalnum() and bool(_SENTENCE_END.search(text[-6:]))
