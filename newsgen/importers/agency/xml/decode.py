"""The text of XML files whose encoding is not always the one that they declare."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from newsgen.importers.input_files import InputFile

_CHUNK = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<\?xml[^<>]*?\bencoding\s*+=\s*+[\"']([A-Za-z][\w.:-]*)")
# Encodings whose letters with accents are those of Windows-1252, or that a file of those is often said to have.
_WESTERN = frozenset(("ascii", "utf-8", "iso8859-1", "cp1252"))
_ERRORS = "newsgen-windows-1252"


def decode_chunks(file: InputFile) -> Iterator[str]:
    """The text of an XML file in pieces: by its byte order mark, as UTF-8 if its bytes are that, or as it declares.

    Bytes that are neither UTF-8 nor of a declared encoding of another script are letters of Windows-1252.
    """
    with file.open() as opened:
        start = opened.read(256)
    marked = next((name for mark, name in _MARKS if start.startswith(mark)), "")
    codec = marked or _choose(file, start)
    decoder = codecs.getincrementaldecoder(codec)(_ERRORS if codec == "utf-8" else "replace")
    with file.open() as opened:
        while chunk := opened.read(_CHUNK):
            yield decoder.decode(chunk)
        yield decoder.decode(b"", True)


def decode_bytes(raw: bytes) -> str:
    """The text of bytes that declare no encoding: by their byte order mark, as UTF-8, or as Windows-1252."""
    marked = next((name for mark, name in _MARKS if raw.startswith(mark)), "")
    return raw.decode(marked, "replace") if marked else raw.decode("utf-8", _ERRORS)


def _choose(file: InputFile, start: bytes) -> str:
    if start[:4] in (b"\0<\0?", b"\0<\0n", b"\0<\0N"):
        return "utf-16-be"
    if start[:4] in (b"<\0?\0", b"<\0n\0", b"<\0N\0"):
        return "utf-16-le"
    declared = _DECLARED.search(start)
    try:
        codec = codecs.lookup(declared[1].decode("ascii")).name if declared else "utf-8"
    except LookupError:
        return "utf-8"
    return "utf-8" if codec in _WESTERN or not _is_text_codec(codec) or _is_utf_8(file) else codec


def _is_text_codec(codec: str) -> bool:
    """Whether a codec gives text; Python has some that give bytes."""
    try:
        return isinstance(codecs.decode(b"", codec), str) and not codec.startswith(("utf-16", "utf-32", "idna", "puny"))
    except (ValueError, LookupError):
        return False


def _is_utf_8(file: InputFile) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    try:
        with file.open() as opened:
            while chunk := opened.read(_CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", True)
    except UnicodeDecodeError:
        return False
    return True


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(bytes((byte,)).decode("cp1252", "replace") for byte in wrong), error.end


codecs.register_error(_ERRORS, _as_windows_1252)
