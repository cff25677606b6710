"""The shape of a text in any language: its width, its script, and whether it ends like a sentence."""

from __future__ import annotations

import re

# The ends of sentences and the closing quotes and brackets after it; the last signs are Arabic, Urdu, CJK and Indic.
_SENTENCE_ENDS = ".!?…:;؟۔。！？｡।"
_CLOSING = "\"'”’»›)]」』〟*"
_LONGEST_END = 6
_ARABIC = re.compile("[\u0600-\u06ff]")
_WIDE = re.compile(r"[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]")
# The bullet of a list item. An em dash is not one, for direct speech begins with it in many languages.
# Word's own bullets are letters of private use; "o" and "§" are bullets before a tab only.
BULLET = re.compile(r"^(?:[•·▪‣◦●■►▶⁃‒○◆◇➤➢✓✔✦❖*–\uf000-\uf0ff-]\s+|[o§]\t\s*)(?=\S)")
# Scripts that put no space between words: Thai, Lao, Tibetan, Burmese, Khmer, and those of East Asia but Korean.
_UNSPACED = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u312f\u31a0-\ua4cf\uf900-\ufaff\uff00-\uff60]")
_FIRST_UNSPACED = "\u0e00"
# The digits of all scripts, and those that are raised, lowered or in a circle.
_DIGIT = re.compile(
    r"[\d²³¹፩-፱᧚⁰⁴-⁹₀-₉①-⑨⑴-⑼⒈-⒐⓪⓵-⓽⓿❶-❾➀-➈➊-➒"
    "\U00010a40-\U00010a43\U00010e60-\U00010e68\U00011052-\U0001105a\U0001f100-\U0001f10a]"
)
# A CJK letter carries about as much text as two and a half Latin ones.
_WIDE_EXTRA = 1.5


def width(text: str) -> float:
    """The length of a text in Latin letters; a CJK letter counts 2.5."""
    return len(text) + (_WIDE_EXTRA * len(_WIDE.findall(text)) if not text.isascii() else 0)


def in_arabic(text: str) -> bool:
    """Whether a text contains letters of the Arabic script."""
    return bool(_ARABIC.search(text))


def ends_sentence(text: str) -> bool:
    """Whether a text ends like a sentence."""
    if text[-1:].isalnum():
        return False
    end = text[-_LONGEST_END:].rstrip(_CLOSING)
    return bool(end) and end[-1] in _SENTENCE_ENDS


def count_unspaced(text: str) -> int:
    """The number of letters of scripts that put no space between words, in a text that begins or ends with one."""
    # Most lines begin and end with an older letter, which is cheaper to see than that none is among them.
    if text[:1] < _FIRST_UNSPACED and text[-1:] < _FIRST_UNSPACED:
        return 0
    return len(_UNSPACED.findall(text))


def has_digit(text: str) -> bool:
    """Whether a text has a digit of any script."""
    return bool(_DIGIT.search(text))


def count_digits(text: str) -> int:
    """The number of digits in a text."""
    return len(_DIGIT.findall(text))


def is_cased(letter: str) -> bool:
    """Whether a letter has a capital and a small form."""
    return letter.lower() != letter.upper()
