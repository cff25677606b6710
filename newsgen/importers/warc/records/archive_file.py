"""`ArchiveFile`: a WARC or ARC file, alone or stored in a WACZ, and how its stretches are opened."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from typing import BinaryIO, Literal, NamedTuple

import zstandard

from newsgen.importers.warc.limits import PIECE
from newsgen.importers.warc.records.stretch import Stretch
from newsgen.importers.warc.records.unpackers import GZIP_MAGIC, SKIPPABLE, ZSTD_MAGIC, GzipMember, Unpacker, ZstdFrame

Compression = Literal["", "gzip", "zstd"]
# The frame without data that may begin a file, and holds its dictionary.
_DICTIONARY = 0x5D
_LARGEST_DICTIONARY = 1 << 24


class Section(io.RawIOBase):
    """A part of a file that is read as if it were one: a member that is stored in a ZIP archive."""

    def __init__(self, file: BinaryIO, start: int, length: int) -> None:
        super().__init__()
        self._file, self._start, self._length = file, start, length
        self._position = 0

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def seekable(self) -> bool:
        """Whether its place can be chosen: always."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._length}[whence]
        self._position = max(0, base + offset)
        return self._position

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read into a buffer."""
        size = max(0, min(len(buffer), self._length - self._position))
        self._file.seek(self._start + self._position)
        found = self._file.read(size)
        buffer[: len(found)] = found
        self._position += len(found)
        return len(found)

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()


class PlainReader:
    """The bytes of a file that is not compressed, from where it stands on."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.taken = 0

    def read(self, size: int = PIECE) -> bytes:
        """Up to `size` bytes, b"" at the end."""
        piece = self._file.read(size)
        self.taken += len(piece)
        return piece

    def skip(self, size: int) -> None:
        """Pass over bytes that are there."""
        self._file.seek(size, io.SEEK_CUR)
        self.taken += size


class PlainStretch(Stretch):
    """The records of a file that is not compressed, from a place on."""

    def __init__(self, file: BinaryIO, offset: int, size: int) -> None:
        self._plain = PlainReader(file)
        super().__init__(self._plain)
        self._end = size - offset

    def skip(self, size: int) -> int:
        """Pass over bytes without reading them."""
        passed = super().skip(min(size, self.held))
        jump = max(0, min(size - passed, self._end - self.position))
        self._plain.skip(jump)
        self.position += jump
        return passed + jump


class ArchiveFile(NamedTuple):
    """A file of records: its name in messages, its bytes, how they are compressed, and zstd's dictionary."""

    label: str
    open: Callable[[], BinaryIO]
    size: int
    compression: Compression = ""
    dictionary: bytes = b""

    def unpacker(self, file: BinaryIO) -> Unpacker:
        """The member or frame that begins where the open file stands."""
        return ZstdFrame(file, self.dictionary) if self.compression == "zstd" else GzipMember(file)

    def stretch(self, file: BinaryIO, offset: int) -> Stretch:
        """The records that begin at a place of the open file."""
        file.seek(offset)
        return Stretch(self.unpacker(file)) if self.compression else PlainStretch(file, offset, self.size)


def recognise(label: str, open_file: Callable[[], BinaryIO], size: int) -> ArchiveFile:
    """A file of records, told by its first bytes. Raises OSError if it cannot be read."""
    with open_file() as file:
        start = file.read(8)
        if start.startswith(GZIP_MAGIC):
            return ArchiveFile(label, open_file, size, "gzip")
        if start.startswith(ZSTD_MAGIC):
            return ArchiveFile(label, open_file, size, "zstd")
        if SKIPPABLE.fullmatch(start):
            dictionary = _dictionary(file, struct.unpack("<I", start[4:])[0]) if start[0] == _DICTIONARY else b""
            return ArchiveFile(label, open_file, size, "zstd", dictionary)
        return ArchiveFile(label, open_file, size)


def _dictionary(file: BinaryIO, length: int) -> bytes:
    """The dictionary of a file, which may be compressed itself."""
    if length > _LARGEST_DICTIONARY:
        raise OSError("has a dictionary that is too large")
    held = file.read(length)
    if not held.startswith(ZSTD_MAGIC):
        return held
    frame = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(held), read_size=1 << 10)
    try:
        unpacked = frame.read(_LARGEST_DICTIONARY + 1)
    except zstandard.ZstdError as error:
        raise OSError(f"has a dictionary that cannot be read: {error}") from None
    if len(unpacked) > _LARGEST_DICTIONARY:
        raise OSError("has a dictionary that is too large")
    return unpacked


def buffered(file: io.RawIOBase) -> BinaryIO:
    """A section with a buffer."""
    return io.BufferedReader(file, PIECE * 4)
