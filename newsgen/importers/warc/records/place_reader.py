"""Read the content of a record again, by its place."""

from __future__ import annotations

import io
from typing import BinaryIO

from newsgen.importers.warc.records.archive_file import ArchiveFile, Section, buffered
from newsgen.importers.warc.records.scan import Place
from newsgen.importers.warc.records.spool import Spool
from newsgen.importers.warc.records.stretch import Stretch


class _Unpacked(io.RawIOBase):
    """Some bytes of a stretch."""

    def __init__(self, file: BinaryIO, stretch: Stretch, length: int) -> None:
        super().__init__()
        self._file, self._stretch, self._left = file, stretch, length

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read into a buffer. Raises what unpacking raises."""
        piece = self._stretch.read(min(len(buffer), self._left)) if self._left else b""
        self._left -= len(piece)
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()


def open_place(file: ArchiveFile, spool: Spool, place: Place, length: int) -> BinaryIO:
    """Open `length` bytes at a place."""
    if place.is_spooled:
        return spool.open(place.offset, length)
    opened = file.open()
    if not file.compression:
        return buffered(Section(opened, place.offset + place.before, length))
    try:
        stretch = file.stretch(opened, place.offset)
        stretch.skip(place.before)
    except BaseException:
        opened.close()
        raise
    return buffered(_Unpacked(opened, stretch, length))
