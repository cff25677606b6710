"""Unpack one gzip member or zstd frame of a file, piece by piece, and learn where it ends."""

from __future__ import annotations

import re
import zlib
from abc import abstractmethod
from typing import BinaryIO

import zstandard

from newsgen.importers.warc.limits import PIECE, check_ratio

GZIP_MAGIC, ZSTD_MAGIC = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"
# The head of a zstd frame without data.
SKIPPABLE = re.compile(rb"[\x50-\x5f]\x2a\x4d\x18.{4}", re.DOTALL)
_INPUT = 1 << 14
# A block of zstd may give 128 KB for four bytes, and its library gives all that a piece of input holds.
_ZSTD_INPUT = 1 << 10


class Unpacker:
    """A member or frame that begins where the file stands. `read` gives b"" at its end.

    What cannot be unpacked raises EOFError or OSError.
    """

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.taken = 0
        self._given = 0

    @abstractmethod
    def unpack(self, size: int) -> bytes:
        """Up to about `size` further bytes, b"" at the end."""

    def read(self, size: int = PIECE) -> bytes:
        """As `unpack`, of no more than an honest file has."""
        piece = self.unpack(size)
        self._given += len(piece)
        check_ratio(self._given, self.taken)
        return piece


class GzipMember(Unpacker):
    """A member of a gzip file. Of one that is damaged, all is given that stands before the damage."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file)
        self._inflate = zlib.decompressobj(31)
        self._packed = b""
        self._step = _INPUT

    def unpack(self, size: int) -> bytes:
        """Up to `size` further bytes, b"" at the end."""
        while not self.has_ended():
            if not self._packed:
                self._packed = self.file.read(_INPUT)
                self.taken += len(self._packed)
                if not self._packed:
                    raise EOFError("the file ends within it")
            piece = self._step_on(size)
            if self.has_ended():
                self.taken -= len(self._packed)
            if piece:
                return piece
        return b""

    def has_ended(self) -> bool:
        """Whether the end of the member was read."""
        return self._inflate.eof

    def _step_on(self, size: int) -> bytes:
        part, rest = self._packed[: self._step], self._packed[self._step :]
        before = self._inflate.copy()
        try:
            piece = self._inflate.decompress(part, size)
        except zlib.error as error:
            if self._step == 1:
                raise OSError(str(error)) from None
            self._inflate, self._step = before, 1
            return b""
        self._packed = (self._inflate.unused_data or self._inflate.unconsumed_tail) + rest
        return piece


class ZstdFrame(Unpacker):
    """A frame of a zstd file, with the dictionary of the file."""

    def __init__(self, file: BinaryIO, dictionary: bytes = b"") -> None:
        super().__init__(file)
        with_dictionary = zstandard.ZstdCompressionDict(dictionary) if dictionary else None
        self._frame = zstandard.ZstdDecompressor(dict_data=with_dictionary).decompressobj()
        self._held = b""

    def unpack(self, size: int) -> bytes:
        """Up to `size` further bytes, b"" at the end."""
        while not self._held and not self.has_ended():
            packed = self.file.read(_ZSTD_INPUT)
            self.taken += len(packed)
            if not packed:
                raise EOFError("the file ends within it")
            try:
                self._held = self._frame.decompress(packed)
            except zstandard.ZstdError as error:
                raise OSError(str(error)) from None
            if self.has_ended():
                self.taken -= len(self._frame.unused_data)
        piece, self._held = self._held[:size], self._held[size:]
        return piece

    def has_ended(self) -> bool:
        """Whether the end of the frame was read."""
        return self._frame.eof
