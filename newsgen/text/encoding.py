"""Decode text files: byte order marks, other encodings than UTF-8, line ends, control characters."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import NamedTuple

from newsgen.errors import NewsgenError, Problem
from newsgen.record.regular_files import read_regular

# The encodings of byte order marks; UTF-32's comes before UTF-16's, which is its beginning.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Control characters that neither HTML nor XML can contain (XML 1.0, production 2 "Char"), and two that end lines.
_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\r")
# The beginning of U+FFFE and U+FFFF in UTF-8, and of many other characters.
_NONCHARACTERS = b"\xef\xbf"
# The beginnings of formats that are no text though all their bytes may be ASCII.
_IN_ASCII = (b"{\\rtf", b"%PDF-")
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
_LINE_ENDS = re.compile("[\v\f]")


class DecodedText(NamedTuple):
    """A file's text, and the name of its encoding; `is_guessed` says whether nothing but the text itself told it."""

    text: str
    encoding: str
    is_guessed: bool = False


def read_text(file: Path, label: str, encoding: str = "") -> str:
    """The text of a file: decoded by its byte order mark, as UTF-8, or else in its encoding.

    `encoding` is the codec of a file that is not UTF-8; "" stands for the one that its bytes surely have. Lines end in
    "\\n", the line ends of `newsgen.text.line_ends` stay, and other control characters become U+FFFD. `label` is the
    file in messages. Raises NewsgenError where the bytes are not valid in that encoding, with the line, where the
    encoding is not sure, and where the file cannot be read.
    """
    raw = _read_bytes(file, label)
    # This runs for every article, and nearly all are plain UTF-8.
    if raw[:1] < b"\xef" and (not encoding or encoding == "utf_8") and _is_plain(raw) and not raw.startswith(_IN_ASCII):
        try:
            text = _unite_line_ends(raw.decode())
        except UnicodeDecodeError:
            pass
        else:
            return text if text.find("\n", 0, -1) >= 0 else _clean(text)
    return decode_text(raw, label, encoding).text


def read_with_encoding(file: Path, label: str, encoding: str = "") -> DecodedText:
    """The text of a file as `read_text` gives it, and its encoding."""
    return decode_text(_read_bytes(file, label), label, encoding)


def without_controls(text: str) -> str:
    """The text with U+FFFD for every control character that HTML and XML cannot contain, a space for line ends."""
    return _without_controls(_LINE_ENDS.sub(" ", text))


def _without_controls(text: str) -> str:
    return _NOT_TEXT.sub("\ufffd", text)


def _read_bytes(file: Path, label: str) -> bytes:
    try:
        return read_regular(file)
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


def decode_text(raw: bytes, label: str, encoding: str = "") -> DecodedText:
    """The text of the bytes of a file, as `read_text` gives it, and its encoding. Raises NewsgenError as that does."""
    if raw.startswith(_IN_ASCII):
        from newsgen.text.encodings.signatures import format_problem

        problem = format_problem(raw, label)
        if problem:
            raise NewsgenError([problem])
    marked = next((name for mark, name in _MARKS if raw.startswith(mark)), "")
    try:
        if marked:
            return DecodedText(_clean(raw.decode(marked).removeprefix("\ufeff")), marked.upper())
        is_plain = _is_plain(raw)
        if encoding or not is_plain:
            from newsgen.text.encodings.choice import decode_seven_bits

            found = decode_seven_bits(raw, encoding)
            if found:
                return DecodedText(_clean(found.text), found.encoding, found.is_guessed)
        text = raw.decode()
        has_lines = is_plain and text.find("\n", 0, -1) >= 0
        return DecodedText(_unite_line_ends(text) if has_lines else _clean(text), "UTF-8")
    except UnicodeDecodeError as error:
        if marked:
            raise NewsgenError([_not_text(raw, error, marked.upper(), label)]) from None
        failed = error
    # A build of UTF-8 does without these.
    from newsgen.text.encodings.choice import decode_other

    line = _unite_line_ends(raw[: failed.start].decode()).count("\n") + 1
    found = decode_other(raw, encoding, label, line, failed)
    return DecodedText(_clean(found.text), found.encoding, found.is_guessed)


def _clean(text: str) -> str:
    text = _unite_line_ends(text)
    if "\n" not in text[:-1] and not text.isprintable():
        # The file knows no other line ends.
        from newsgen.text.line_ends import as_line_feeds

        text = as_line_feeds(text)
    return _without_controls(text)


def _is_plain(raw: bytes) -> bool:
    """Whether UTF-8 surely contains no control characters, found in its bytes at a fifth of the cost."""
    return len(raw.translate(None, _CONTROLS)) == len(raw) and _NONCHARACTERS not in raw


def _unite_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _not_text(raw: bytes, error: UnicodeDecodeError, encoding: str, label: str) -> Problem:
    line = _unite_line_ends(raw[: error.start].decode(encoding, "replace")).count("\n") + 1
    message = f"is not {encoding}: byte 0x{raw[error.start]:02X} at position {error.start}"
    return Problem(label, line, message, "Letters would be lost or wrong.", "Save it as UTF-8.")
