"""Text of Mac, DOS or Cyrillic encodings that was read as Windows-1252: "CafŽ" for "Café", "Ïàðîì" for "Паром"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

# What hardly stands in right text: a capital or a sign after a small letter, or many letters beyond ASCII together.
_SUSPICIOUS = re.compile("[a-z][À-ÖØ-ÞŠŽŒŸ‚„†‡ˆ‰‹˜¡¢¤-§©¬-±´-¹¼-¿×÷]|[À-ÿ]{4}")


class MisreadText(NamedTuple):
    """The first misread word, the place of its line in the sequence, what it was, and the encoding that it was in."""

    place: int
    word: str
    right: str
    encoding: str


def find_misread_text(lines: Sequence[str]) -> MisreadText | None:
    """The first word of text that surely was read as Windows-1252 although it was in another encoding."""
    if not any(_SUSPICIOUS.search(line) for line in lines):
        return None
    # These are needed for the few texts that look wrong.
    from newsgen.text.encodings.names import name_of_codec
    from newsgen.text.encodings.recognition import is_sure, read_in_all

    coded = {index: raw for index, line in enumerate(lines) if not line.isascii() and (raw := _encode(line))}
    readings = read_in_all(b"\n".join(coded.values()))
    if not is_sure(readings):
        return None
    codec = readings[0].codec
    for index, raw in coded.items():
        right = raw.decode(codec, "replace")
        for word, correct in zip(_coded_words(lines[index]), _coded_words(right), strict=False):
            if word != correct:
                return MisreadText(index, word, correct, name_of_codec(codec))
    return None


def _coded_words(line: str) -> list[str]:
    """The words that hold letters beyond ASCII."""
    return [word for word in line.split() if not word.isascii()]


def _encode(line: str) -> bytes:
    """The bytes that Windows-1252 has for a line; none if it has no such bytes."""
    try:
        return b"".join(bytes([ord(sign)]) if "\x80" <= sign <= "\xff" else sign.encode("cp1252") for sign in line)
    except UnicodeEncodeError:
        return b""
