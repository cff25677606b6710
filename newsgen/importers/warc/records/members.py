"""The members of a gzip file and the frames of a zstd file: which are skipped, and where the next one begins."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO, NamedTuple

from newsgen.importers.warc.limits import PIECE, UNPACKING
from newsgen.importers.warc.records.archive_file import ArchiveFile
from newsgen.importers.warc.records.heads import LONGEST_LINE, begins_record
from newsgen.importers.warc.records.spool import Spool
from newsgen.importers.warc.records.unpackers import GZIP_MAGIC, SKIPPABLE, ZSTD_MAGIC

# Bytes that begin as a member does, and are none: no honest file has so many.
_MOST_ATTEMPTS = 1_000_000
# What is looked at there first.
_LOOK = 1 << 9


class Damage(NamedTuple):
    """Bytes that are no record, or cannot be unpacked: their offset in the file, and why."""

    at: int
    reason: str


def skipped_frame(file: ArchiveFile, opened: BinaryIO, offset: int) -> int:
    """The length of a zstd frame without data that begins at an offset; 0 for any other."""
    if file.compression != "zstd":
        return 0
    opened.seek(offset)
    start = opened.read(8)
    return 8 + int(struct.unpack("<I", start[4:])[0]) if SKIPPABLE.fullmatch(start) else 0


def next_member(file: ArchiveFile, opened: BinaryIO, offset: int, *, any_content: bool = False) -> int | None:
    """The offset of the first member or frame from an offset on that begins with a record; None if there is none.

    With `any_content`, one that holds something else counts too.
    """
    is_gzip = file.compression == "gzip"
    for at, start in islice(_places(opened, GZIP_MAGIC if is_gzip else ZSTD_MAGIC, offset), _MOST_ATTEMPTS):
        if is_gzip and not _is_gzip(start):
            continue
        try:
            found = file.stretch(opened, at).peek(LONGEST_LINE)
        except UNPACKING:
            continue
        if begins_record(found.lstrip(b"\r\n")) or (any_content and found):
            return at
    return None


def is_aligned(file: ArchiveFile, opened: BinaryIO) -> bool:
    """Whether records begin where members do; where the second one cannot be read, nothing says otherwise."""
    offset = 0
    try:
        while skipped := skipped_frame(file, opened, offset):
            offset += skipped
        first = file.stretch(opened, offset)
        if not begins_record(first.peek(LONGEST_LINE)):
            return True
        while first.read(PIECE):
            pass
        following = file.stretch(opened, offset + first.taken).peek(LONGEST_LINE).lstrip(b"\r\n")
    except UNPACKING:
        return True
    return not following or begins_record(following)


def unpack_all(file: ArchiveFile, opened: BinaryIO, spool: Spool) -> Iterator[Damage]:
    """Unpack a file to the end of the spool; gives what is damaged."""
    offset: int | None = 0
    while offset is not None and offset < file.size:
        skipped = skipped_frame(file, opened, offset)
        if skipped:
            offset += skipped
            continue
        stretch = file.stretch(opened, offset)
        try:
            while piece := stretch.read(PIECE):
                spool.add(piece)
            offset += max(1, stretch.taken)
        except UNPACKING as error:
            yield Damage(offset, f"cannot be unpacked: {error}")
            offset = next_member(file, opened, offset + 1, any_content=True)


def _is_gzip(start: bytes) -> bool:
    """Whether bytes that begin as a member does give something; a head of any length would take any bytes."""
    try:
        return bool(zlib.decompressobj(31).decompress(start, 1))
    except zlib.error:
        return False


def _places(opened: BinaryIO, magic: bytes, offset: int) -> Iterator[tuple[int, bytes]]:
    """Where a file has these bytes, from an offset on, and what follows there."""
    while True:
        opened.seek(offset)
        window = opened.read(PIECE + _LOOK)
        is_last = len(window) < PIECE + _LOOK
        end = len(window) if is_last else PIECE + len(magic) - 1
        found = window.find(magic, 0, end)
        while found >= 0:
            yield offset + found, window[found : found + _LOOK]
            found = window.find(magic, found + 1, end)
        if is_last:
            return
        offset += PIECE
