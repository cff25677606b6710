"""Tell what a file is that is no text, by the bytes with which its format begins."""

from __future__ import annotations

from typing import NamedTuple

from newsgen.errors import Problem

_REASON = "Its bytes would be published in place of its words."
_AS_TEXT = "Open it in its program, and save it as plain text (.txt) in UTF-8."
_AS_PICTURE = "Give it the ending of its format, and show it in an article; or take it away."
_UNPACK = "Unpack it, or take it away."
_ZIP = b"PK\x03\x04"
# So many bytes at the beginning of a package tell what it holds: Word names its folder among its first entries.
_OPENING = 4_096


class _Format(NamedTuple):
    name: str
    fix: str


_FORMATS = {
    b"{\\rtf": _Format("a text in RTF", _AS_TEXT),
    b"%PDF-": _Format("a PDF file", _AS_TEXT),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": _Format("a document of an older Office, such as .doc", _AS_TEXT),
    b"bplist00": _Format("a file of an Apple program, such as .webarchive", _AS_TEXT),
    b"\xff\xd8\xff": _Format("a JPEG picture", _AS_PICTURE),
    b"\x89PNG\r\n": _Format("a PNG picture", _AS_PICTURE),
    b"GIF8": _Format("a GIF picture", _AS_PICTURE),
    b"\x1f\x8b": _Format("a packed file (gzip)", _UNPACK),
}


def format_problem(raw: bytes, label: str) -> Problem | None:
    """The problem of a file whose bytes are those of a known format that is no text; None for others."""
    found = _format_of_package(raw) if raw.startswith(_ZIP) else None
    found = found or next((known for mark, known in _FORMATS.items() if raw.startswith(mark)), None)
    return Problem(label, 0, f"is {found.name}, and no text", _REASON, found.fix) if found else None


def _format_of_package(raw: bytes) -> _Format:
    opening = raw[:_OPENING]
    if b"[Content_Types].xml" in opening or b"word/" in opening:
        return _Format("a Word document or another of Office", _AS_TEXT)
    if b"mimetypeapplication/vnd.oasis" in opening:
        return _Format("an OpenDocument file", _AS_TEXT)
    return _Format("a packed file (ZIP)", _UNPACK)
