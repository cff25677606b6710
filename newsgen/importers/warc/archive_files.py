"""The files of records that an import is given: WARC and ARC files, and those in WACZ files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import BinaryIO, NamedTuple

from newsgen.errors import Problem
from newsgen.importers.archives.packing import open_archive
from newsgen.importers.input_files import InputFile
from newsgen.importers.warc.limits import UNPACKING
from newsgen.importers.warc.records.archive_file import ArchiveFile, recognise
from newsgen.importers.warc.records.members import Damage, is_aligned, unpack_all
from newsgen.importers.warc.records.spool import Spool
from newsgen.importers.warc.wacz import (
    UNREADABLE,
    Unreadable,
    find_archives,
    find_listed,
)
from newsgen.record.import_entry import Entry

ENDINGS = (".warc", ".warc.gz", ".warc.zst", ".arc", ".arc.gz", ".wacz")
UNPACKED = "its records cannot be opened one by one, so that it is unpacked into a temporary file"
FETCH_AGAIN = "Look whether the file is whole, and fetch it again if you can."


class ListedAddress(NamedTuple):
    """An address that a list or an index of a WACZ names: its title there, and the place of the list."""

    url: str
    title: str
    place: str


def open_archive_files(
    files: Sequence[InputFile], spool: Spool
) -> Iterator[ArchiveFile | ListedAddress | Entry | Problem]:
    """All files of records, and after those of a WACZ the addresses that its lists and indexes name."""
    for file in files:
        try:
            with file.open() as opened:
                is_zip = opened.read(4) in (b"PK\x03\x04", b"PK\x05\x06")
            if is_zip:
                yield from _open_wacz(file, spool)
            else:
                yield from _open_archive(file.label, file.open, file.size, spool)
        except UNPACKING as error:
            yield unreadable(file.label, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def unreadable(label: str, message: str) -> Problem:
    """The problem of a file, or of a part of it, that cannot be read."""
    return Problem(label, 0, message, "What it holds was not imported.", FETCH_AGAIN)


def damage_problem(label: str, damage: Damage) -> Problem:
    """The problem of bytes that cannot be read."""
    return unreadable(label, f"byte {damage.at:,}: {damage.reason}")


def _open_archive(
    label: str, open_file: Callable[[], BinaryIO], size: int, spool: Spool
) -> Iterator[ArchiveFile | Entry | Problem]:
    """A file whose records can be found by offsets; one that has no such offsets is unpacked."""
    file = recognise(label, open_file, size)
    if not file.compression:
        yield file
        return
    with file.open() as opened:
        if is_aligned(file, opened):
            yield file
            return
        start = spool.size
        for damage in unpack_all(file, opened, spool):
            yield damage_problem(label, damage)
    length = spool.size - start
    yield Entry("file", "archive", "taken", UNPACKED, label)
    yield ArchiveFile(label, partial(spool.open, start, length), length)


def _open_wacz(file: InputFile, spool: Spool) -> Iterator[ArchiveFile | ListedAddress | Entry | Problem]:
    try:
        wacz = open_archive(file.file)
    except UNREADABLE as error:
        yield unreadable(file.label, f"cannot be read as WACZ: {error}")
        return
    with wacz:
        count = 0
        for archive in find_archives(wacz, file.open, spool):
            count += 1
            label = f"{file.label}/{archive.path}"
            if isinstance(archive, Unreadable):
                yield unreadable(label, archive.reason)
                continue
            if archive.is_unpacked:
                yield Entry("file", "archive", "taken", UNPACKED, label)
            yield from _open_archive(label, archive.open, archive.size, spool)
        if not count:
            yield unreadable(file.label, "holds no archive; a WACZ has WARC files in its folder archive")
        for found in find_listed(wacz):
            place = f"{file.label}/{found.path}"
            if isinstance(found, Unreadable):
                yield unreadable(place, found.reason)
            else:
                yield ListedAddress(found.url, found.title, place)
