"""Decode text files: byte order marks, line ends, control characters."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from newsgen.errors import NewsgenError, Problem

# The encodings of byte order marks; UTF-32's comes before UTF-16's, which is its beginning.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Control characters that neither HTML nor XML can contain (XML 1.0, production 2 "Char").
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\r")
# The beginning of U+FFFE and U+FFFF in UTF-8, and of many other characters.
_NONCHARACTERS = b"\xef\xbf"
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def read_text(file: Path, label: str) -> str:
    """The text of a file, decoded by its byte order mark or else as UTF-8.

    Lines end in "\\n", and control characters are replaced as by `without_controls`. `label` is the file in messages.
    Raises NewsgenError where the bytes are not valid in that encoding, with the line, and where the file cannot be
    read.
    """
    try:
        with open(file, "rb") as opened:  # noqa: PTH123 - this runs for every article
            raw = opened.read()
    except OSError as error:
        raise NewsgenError(
            [
                Problem(
                    label,
                    0,
                    f"cannot be read: {error.strerror}",
                    "Its article would be missing.",
                    "Make the file readable.",
                )
            ]
        ) from None
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise NewsgenError([_not_text(raw, error, encoding, label)]) from None
    text = _unite_line_ends(text.removeprefix("\ufeff"))
    return text if encoding == "utf-8" and _is_plain(raw) else without_controls(text)


def _is_plain(raw: bytes) -> bool:
    """Whether UTF-8 surely contains no control characters, found in its bytes at a fifth of the cost."""
    return len(raw.translate(None, _CONTROLS)) == len(raw) and _NONCHARACTERS not in raw


def without_controls(text: str) -> str:
    """The text with U+FFFD for every control character that HTML and XML cannot contain."""
    return _NOT_TEXT.sub("\ufffd", text)


def _unite_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_text(raw: bytes, error: UnicodeDecodeError, encoding: str, label: str) -> Problem:
    line = _unite_line_ends(raw[: error.start].decode(encoding, "replace")).count("\n") + 1
    byte = raw[error.start]
    return Problem(
        label,
        line,
        f"is not {encoding.upper()}: byte 0x{byte:02X} at position {error.start}",
        "Letters would be lost or wrong.",
        "Save it as UTF-8; many older texts are Windows-1252: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW",
    )
