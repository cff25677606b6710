"""Recognise UTF-16 that has no byte order mark, by the zero bytes that its ASCII characters have."""

from __future__ import annotations

import unicodedata
from collections import Counter

from newsgen.text.encodings.names import UTF_16

# Of all characters: how many are ASCII at least, and how many belong to ASCII and two more rows of 256 characters.
_MIN_ASCII = 0.02
_MIN_ROWS = 0.9
_IDEOGRAPHS = range(0x30, 0xD8)


def find_utf_16(raw: bytes) -> str:
    """The codec of bytes that surely are UTF-16; "" for others."""
    if len(raw) % 2 or b"\0" not in raw:
        return ""
    # UTF-16 of ideographs is not valid UTF-8, while bytes of ASCII make ideographs.
    ideographs = range(0) if _is_utf_8(raw) else _IDEOGRAPHS
    fitting = [codec for codec in UTF_16.values() if _is_text(raw, codec, ideographs)]
    return fitting[0] if len(fitting) == 1 else ""


def _is_utf_8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_text(raw: bytes, codec: str, ideographs: range) -> bool:
    try:
        text = raw.decode(codec)
    except UnicodeDecodeError:
        return False
    counts = Counter(text)
    if any(unicodedata.category(sign) in ("Cc", "Cn", "Co") and sign not in "\t\n\v\f\r\x85" for sign in counts):
        return False
    rows: Counter[int] = Counter()
    for sign, count in counts.items():
        row = ord(sign) >> 8
        rows[0x4E if row in ideographs else row] += count
    most = rows[0] + sum(count for row, count in rows.most_common(3) if row)
    return rows[0] >= _MIN_ASCII * len(text) and most >= _MIN_ROWS * len(text)
