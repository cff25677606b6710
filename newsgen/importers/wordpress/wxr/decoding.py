"""The characters of a WXR file: its encoding, bytes that are none of it, and characters that no XML may hold."""

from __future__ import annotations

import codecs
import io
import re
from typing import BinaryIO, NamedTuple

_DECLARATION = re.compile(rb"<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([A-Za-z][\w.-]{0,40})[\"']")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufeff\ufffe\uffff]")
_BYTE_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\r")
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BLOCK = 1 << 16


class DecodedChunk(NamedTuple):
    """A text, and how many bytes of it are not of its encoding and how many characters are left out of it."""

    text: str
    broken: int = 0
    controls: int = 0


def open_text(stream: BinaryIO) -> tuple[BinaryIO, str]:
    """A stream of bytes in an encoding that contains ASCII, and the codec of that encoding.

    UTF-16 is read on as UTF-8. A codec that Python does not know counts as UTF-8.
    """
    begin = stream.read(4)
    if begin[:2] in _WIDE_MARKS or begin in (b"<\0?\0", b"\0<\0?"):
        codec = "utf-16" if begin[:2] in _WIDE_MARKS else "utf-16-le" if begin[0] == 0x3C else "utf-16-be"
        return io.BufferedReader(_Recoded(begin, stream, codec), _BLOCK), "utf-8"
    begin += stream.read(1024)
    declared = _DECLARATION.search(begin)
    codec = _codec(declared[1].decode()) if declared else "utf-8"
    return io.BufferedReader(_Joined(begin.removeprefix(codecs.BOM_UTF8), stream), _BLOCK), codec


def _codec(name: str) -> str:
    """The codec of a declared encoding; ISO 8859-1 is Windows-1252, as browsers read it (WHATWG, Encoding)."""
    try:
        codec = codecs.lookup(name).name
        is_text = "<".encode(codec) == b"<"
    except (LookupError, UnicodeError, TypeError, AttributeError):
        return "utf-8"
    if not is_text or codec.startswith(("utf-7", "utf-16", "utf-32")):
        return "utf-8"
    return "cp1252" if codec in ("iso8859-1", "ascii") else codec


def decode_chunk(content: bytes, codec: str) -> DecodedChunk:
    """The text of a piece of a file, with "\\n" at the ends of lines and without control characters.

    A byte that is none of its encoding is read as Windows-1252, which is what most such bytes are; a character that was
    cut in two is U+FFFD.
    """
    controls = 0
    if content.translate(None, _BYTE_CONTROLS) != content:
        clean = content.translate(None, _BYTE_CONTROLS)
        controls, content = len(content) - len(clean), clean
    try:
        text, broken = content.decode(codec), 0
    except UnicodeDecodeError:
        text, broken = _decode_broken(content, codec)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\ufeff" in text or "\ufffe" in text or "\uffff" in text:
        text, count = _CONTROLS.subn("", text)
        controls += count
    return DecodedChunk(text, broken, controls)


def _decode_broken(content: bytes, codec: str) -> tuple[str, int]:
    broken = 0

    def replace(error: UnicodeError) -> tuple[str, int]:
        nonlocal broken
        assert isinstance(error, UnicodeDecodeError)
        broken += error.end - error.start
        piece = error.object[error.start : error.end]
        is_cut = len(piece) > 1 or (0x80 <= piece[0] < 0xA0 and _follows_letter_byte(error.object, error.start))
        return ("\ufffd" if is_cut else piece.decode("cp1252", "replace")), error.end

    name = "newsgen-wordpress-broken"
    codecs.register_error(name, replace)
    return content.decode(codec, name), broken


def _follows_letter_byte(content: bytes, position: int) -> bool:
    return position > 0 and content[position - 1] >= 0x80


class _Joined(io.RawIOBase):
    """The bytes that were looked at, then the rest of their stream."""

    def __init__(self, begin: bytes, stream: BinaryIO) -> None:
        super().__init__()
        self._begin = begin
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:  # type: ignore[no-untyped-def]
        block = self._begin[: len(buffer)] or self._stream.read(len(buffer))
        self._begin = self._begin[len(buffer) :]
        buffer[: len(block)] = block
        return len(block)


class _Recoded(io.RawIOBase):
    """A stream in UTF-16 as one in UTF-8."""

    def __init__(self, begin: bytes, stream: BinaryIO, codec: str) -> None:
        super().__init__()
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(codec)("replace")
        self._ready = self._decoder.decode(begin).encode("utf-8", "replace")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer) -> int:  # type: ignore[no-untyped-def]
        while not self._ready:
            block = self._stream.read(_BLOCK)
            self._ready = self._decoder.decode(block, final=not block).encode("utf-8", "replace")
            if not block:
                break
        block, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(block)] = block
        return len(block)
