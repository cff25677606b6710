"""Decode pages: by a byte order mark, by what the server or the page itself says, or else by looking."""

from __future__ import annotations

import re

from newsgen.errors import NewsgenError
from newsgen.text.encoding import decode_text, without_controls
from newsgen.text.encodings.names import find_codec

# The beginning of a page, in which it says its encoding (HTML, "prescan": 1,024 bytes; pages in use need more).
_BEGINNING = 1 << 14
_DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,2000}?charset|\?xml\b[^>]{0,200}?encoding)\s*+=\s*+[\"']?\s*+([\w.:-]+)", re.IGNORECASE
)
_BEYOND_ASCII = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def read_page_text(content: bytes, charset: str, label: str) -> str:
    """The text of a page. `charset` is what its server said, "" if nothing; `label` is the page in messages.

    Text that is valid UTF-8 is UTF-8 whatever is said: programs save pages so and leave the old declaration in them.
    Bytes that no encoding explains become U+FFFD.
    """
    if content.startswith(_MARKS):
        return _looked_at(content, label)
    declared = _codec_of(charset) or _codec_of(_declared_in(content))
    if declared.startswith("utf_") and declared != "utf_8":
        # A page whose declaration can be read as ASCII is not UTF-16 (HTML, "encoding sniffing algorithm").
        declared = "" if b"\0" in content[:_BEGINNING] else "utf_8"
    if declared in ("", "utf_8"):
        return _looked_at(content, label)
    if _BEYOND_ASCII.search(content):
        try:
            return without_controls_in_lines(content.decode())
        except UnicodeDecodeError:
            pass
    return without_controls_in_lines(content.decode(declared, "replace"))


def without_controls_in_lines(text: str) -> str:
    """The text with line feeds at the ends of its lines and without control characters."""
    return without_controls(text.replace("\r\n", "\n").replace("\r", "\n")) if not text.isprintable() else text


def _looked_at(content: bytes, label: str) -> str:
    try:
        return decode_text(content, label).text
    except NewsgenError:
        text = content.decode("utf-8", "replace")
        if text.count("\ufffd") * 2 > len(_BEYOND_ASCII.findall(content)):
            text = content.decode("cp1252", "replace")
        return without_controls_in_lines(text)


def _declared_in(content: bytes) -> str:
    found = _DECLARED.search(content[:_BEGINNING])
    return found[1].decode("ascii", "replace") if found else ""


def _codec_of(name: str) -> str:
    return find_codec(name) if name else ""
