"""What undoes one coding of content, piece by piece: gzip, deflate, Brotli and zstd."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Protocol

import brotli
import zstandard

from newsgen.importers.warc.records.unpackers import GZIP_MAGIC, ZSTD_MAGIC

# What a decoder raises where bytes are damaged.
DECODING = (zlib.error, brotli.error, zstandard.ZstdError)
# The most that Brotli gives at once.
_MOST = 1 << 20


class Decoder(Protocol):
    """A coding that is being undone.

    `ended` says whether the content has come to its end, `is_full` whether bytes that were given wait to be undone:
    then the next ones must be b"".
    """

    ended: bool
    is_full: bool

    def decode(self, packed: bytes) -> bytes:
        """What further bytes give."""
        ...


class _Zlib:
    def __init__(self, bits: int) -> None:
        self._bits = bits
        self._inflate = zlib.decompressobj(bits)
        self.ended = self.is_full = False

    def decode(self, packed: bytes) -> bytes:
        """What further bytes give, also those of a further member of gzip."""
        found = self._inflate.decompress(packed)
        while self._inflate.eof and self._inflate.unused_data.startswith(GZIP_MAGIC):
            rest, self._inflate = self._inflate.unused_data, zlib.decompressobj(self._bits)
            found += self._inflate.decompress(rest)
        self.ended = self._inflate.eof
        return found


class _Brotli:
    def __init__(self) -> None:
        self._decompressor = brotli.Decompressor()
        self.ended = self.is_full = False

    def decode(self, packed: bytes) -> bytes:
        """What further bytes give, up to a limit."""
        found: bytes = self._decompressor.process(packed, output_buffer_limit=_MOST)
        self.ended = self._decompressor.is_finished()
        self.is_full = not (self.ended or self._decompressor.can_accept_more_data())
        return found


class _Zstd:
    def __init__(self) -> None:
        self._frame = zstandard.ZstdDecompressor().decompressobj()
        self.ended = self.is_full = False

    def decode(self, packed: bytes) -> bytes:
        """What further bytes give."""
        found = self._frame.decompress(packed)
        self.ended = self._frame.eof
        return found


def find_decoder(coding: str, start: bytes) -> Callable[[], Decoder] | None:
    """What undoes a coding of content that begins so; None where it does not begin as that coding does.

    Raises OSError for a coding that nobody knows.
    """
    if coding in ("gzip", "x-gzip"):
        return (lambda: _Zlib(31)) if start.startswith(GZIP_MAGIC) else None
    if coding == "deflate":
        # RFC 9110 means the form with a head, and servers have sent the other one too.
        bits = 15 if len(start) > 1 and start[0] & 15 == 8 and int.from_bytes(start[:2], "big") % 31 == 0 else -15
        return _if_it_can(lambda: _Zlib(bits), start)
    if coding == "br":
        return _if_it_can(_Brotli, start)
    if coding == "zstd":
        return _Zstd if start.startswith(ZSTD_MAGIC) else None
    raise OSError(f'has the coding "{coding[:40]}", which nobody knows')


def _if_it_can(make: Callable[[], Decoder], start: bytes) -> Callable[[], Decoder] | None:
    """A decoder of a coding that has no mark of its own, if it takes the beginning."""
    try:
        make().decode(start)
    except DECODING:
        return None
    return make
