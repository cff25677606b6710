"""A text for reading numbers: with Western digits and signs, and without the invisible marks of direction."""

from __future__ import annotations

import re
import unicodedata

# Browsers copy marks of direction even between the numbers of a date.
_INVISIBLE = (
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
# Full-width and other forms of the signs in dates, and the signs that write a whole Japanese era.
_PLAIN = (
    dict.fromkeys(_INVISIBLE, "")
    | dict(zip("／－‐‑．٫॰，、،፥：（）⁄׳國", "/---...,,,,:()/'国", strict=True))
    | dict.fromkeys("\u3000\u00a0\u2009\u202f", " ")
    | {"㍾": "明治", "㍽": "大正", "㍼": "昭和", "㍻": "平成", "㋿": "令和"}
)
_OTHER = re.compile(f"[{''.join(_PLAIN)}]|(?![0-9])\\d")


def with_plain_digits(text: str) -> str:
    """A text with Western digits and signs in its numbers."""
    return text if text.isascii() else _OTHER.sub(_plain, text)


def _plain(match: re.Match[str]) -> str:
    sign = match[0]
    return _PLAIN[sign] if sign in _PLAIN else str(unicodedata.digit(sign))
