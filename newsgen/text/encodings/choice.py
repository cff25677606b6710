"""Decode bytes that are not plain UTF-8, in the encoding that site.yaml names or that they surely have."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

from newsgen.errors import NewsgenError, Problem
from newsgen.text.encodings.names import SEVEN_BITS, UTF_16, UTF_32, name_of_codec
from newsgen.text.encodings.recognition import Reading, is_sure, read_in_all
from newsgen.text.encodings.signatures import format_problem
from newsgen.text.encodings.unmarked_utf_16 import find_utf_16

_REASON = "Letters would be lost or wrong."
_SHOWN = 3
# Words with a sign beyond ASCII; one begins behind a space only, so that each is looked through once.
_WORDS = re.compile(r"(?<!\S)[\x00-\x08\x0e-\x1b!-\x7f]*+[^\x00-\x7f\s]\S*+")
_JAPANESE_ESCAPES = re.compile(rb"\x1b(?:\$[@B]|\([BJ])")
# What no text has: with it, bytes are a picture, a PDF or a program.
_BINARY = re.compile(b"[\x00-\x08\x0e-\x19\x1b-\x1f]")
# The end of a text file in DOS and CP/M.
_DOS_END = "\x1a"


class Choice(NamedTuple):
    """A text and the name of its encoding; `is_guessed` if the bytes alone told it."""

    text: str
    encoding: str
    is_guessed: bool


def decode_seven_bits(raw: bytes, encoding: str) -> Choice | None:
    """The text of bytes that may look like UTF-8 but are UTF-16 or one of the encodings of seven bits; None for others.

    Raises UnicodeDecodeError if they are not valid in the named one.
    """
    is_wide = encoding in (*UTF_16.values(), *UTF_32.values())
    if (is_wide and b"\0" in raw) or (encoding in SEVEN_BITS.values() and (b"\x1b" in raw or b"~{" in raw)):
        return Choice(raw.decode(encoding), name_of_codec(encoding), False)
    codec = find_utf_16(raw)
    if not codec and _JAPANESE_ESCAPES.search(raw):
        codec = SEVEN_BITS["ISO-2022-JP"]
    try:
        return Choice(raw.decode(codec), name_of_codec(codec), True) if codec else None
    except UnicodeDecodeError:
        return None


def decode_other(raw: bytes, encoding: str, label: str, line: int, failed: UnicodeDecodeError) -> Choice:
    """The text of bytes that are not UTF-8, as `failed` says, which happened in that line of the file `label`.

    Raises NewsgenError if they are not valid in the named encoding, or if without a name their encoding is not sure.
    """
    other_format = format_problem(raw, label)
    if other_format:
        raise NewsgenError([other_format])
    if encoding and encoding != "utf_8":
        return Choice(_decode_named(raw, encoding, label), name_of_codec(encoding), False)
    message = f"is not UTF-8: byte 0x{raw[failed.start]:02X} at position {failed.start}"
    if encoding or _is_damaged_utf_8(raw):
        raise NewsgenError([Problem(label, line, message, _REASON, "Put the letter in anew, and save it as UTF-8.")])
    readings = [] if _BINARY.search(raw) else read_in_all(raw)
    if is_sure(readings):
        codec = readings[0].codec
        return Choice(_decode_whole(raw, codec), name_of_codec(codec), True)
    raise NewsgenError([_unsure(label, line, message, readings)])


def _decode_named(raw: bytes, encoding: str, label: str) -> str:
    try:
        return _decode_whole(raw, encoding)
    except UnicodeDecodeError as error:
        line = len(re.findall(b"\r\n?|\n", raw[: error.start])) + 1
        byte = f"byte 0x{raw[error.start]:02X} at position {error.start}"
        message = f"is neither UTF-8 nor {name_of_codec(encoding)}: {byte}"
        fix = 'Name the right one under "encoding:" in site.yaml, or save the file as UTF-8.'
        raise NewsgenError([Problem(label, line, message, _REASON, fix)]) from None


def _decode_whole(raw: bytes, codec: str) -> str:
    text = codecs.decode(raw, codec)
    # Windows-1258 writes accents as letters of their own.
    text = unicodedata.normalize("NFC", text) if codec == "cp1258" else text
    return text.rstrip(_DOS_END)


def _is_damaged_utf_8(raw: bytes) -> bool:
    """Whether at least half of what is beyond ASCII is valid UTF-8, which it hardly is by chance."""
    beyond = re.sub(r"[\x00-\x7f]", "", raw.decode("utf-8", "replace"))
    lost = beyond.count("\ufffd")
    return len(beyond) - lost >= max(1, lost)


def _unsure(label: str, line: int, message: str, readings: list[Reading]) -> Problem:
    if not readings:
        fix = 'Save it as UTF-8, or name its encoding in site.yaml: "encoding: WINDOWS-1252".'
        return Problem(label, line, message, _REASON, fix)
    name = name_of_codec(readings[0].codec)
    shown = [f"{words} in {name_of_codec(reading.codec)}" for reading, words in _first_difference(readings[:2])]
    fix = (
        f'Write "encoding: {name}" in site.yaml, with the name that is right, for all articles or for a folder, '
        f"or convert the file: iconv -f {name} -t UTF-8 OLD > NEW"
    )
    return Problem(label, line, f"{message}; it may be {' or '.join(shown)}", _REASON, fix)


def _first_difference(readings: list[Reading]) -> list[tuple[Reading, str]]:
    """The first words that the readings have in different ways."""
    words = [_WORDS.findall(reading.text) for reading in readings]
    length = min(map(len, words))
    start = next((index for index in range(length) if len({each[index] for each in words}) > 1), 0)
    return [
        (reading, '"' + " ".join(each[start : start + _SHOWN])[:60] + '"')
        for reading, each in zip(readings, words, strict=True)
    ]
