"""The files in a WACZ (WACZ 1.1.1): its archives, its lists of pages, and its indexes of captures."""

from __future__ import annotations

import gzip
import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, BinaryIO, NamedTuple

from newsgen.importers.archives.packing import packing_fault
from newsgen.importers.warc.limits import PIECE, check_ratio
from newsgen.importers.warc.records.archive_file import Section, buffered
from newsgen.importers.warc.records.spool import Spool

# A ZIP archive of WARC files without the folders of a WACZ counts too.
_ARCHIVE = re.compile(r"(?:.+/)?[^/]+\.(?:w?arc|w?arc\.gz|warc\.zst)", re.IGNORECASE)
_PAGES = re.compile(r"pages/[^/]+\.jsonl", re.IGNORECASE)
_INDEX = re.compile(r"indexes/[^/]+\.(?:cdxj?|cdxj?\.gz)", re.IGNORECASE)
_LONGEST_LINE = 1 << 20
# A ZIP archive's head of a member: 26 bytes, then the lengths of its name and of its extra field.
_LOCAL_HEAD, _LENGTHS = 30, 26
UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError)


class WaczArchive(NamedTuple):
    """An archive in a WACZ: its path, its size, how it is opened, and whether it was unpacked first."""

    path: str
    size: int
    open: Callable[[], BinaryIO]
    is_unpacked: bool = False


class Listed(NamedTuple):
    """An address that a list of pages or an index names: its title there, and the path of the list."""

    url: str
    title: str
    path: str


class Unreadable(NamedTuple):
    """A part of a WACZ that cannot be read, or not to its end: its path, and why."""

    path: str
    reason: str


def find_archives(
    wacz: zipfile.ZipFile, open_file: Callable[[], BinaryIO], spool: Spool
) -> Iterator[WaczArchive | Unreadable]:
    """The archives of a WACZ. A stored one is read where it is, another one is unpacked into the spool."""
    for info in wacz.infolist():
        if not _ARCHIVE.fullmatch(info.filename):
            continue
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            yield Unreadable(info.filename, f"cannot be read: {packing_fault(info)}")
            continue
        try:
            # Raises for encrypted members, heads that do not fit, and members that overlap.
            with wacz.open(info) as opened:
                if info.compress_type != zipfile.ZIP_STORED:
                    yield _unpack(info, opened, spool)
                    continue
            start = _content_start(open_file, info)
            yield WaczArchive(info.filename, info.file_size, partial(_open_section, open_file, start, info.file_size))
        except UNREADABLE as error:
            yield Unreadable(info.filename, f"cannot be read: {error}")


def find_listed(wacz: zipfile.ZipFile) -> Iterator[Listed | Unreadable]:
    """The addresses that the lists of pages of a WACZ name, then those of its indexes."""
    for pattern in (_PAGES, _INDEX):
        for info in wacz.infolist():
            if pattern.fullmatch(info.filename):
                try:
                    for line in _lines(wacz, info):
                        # Of an index, the object follows the address as it is sorted, and the moment.
                        found = _json(line[max(0, line.find(b"{")) :])
                        url = _word(found.get("url"))
                        if url:
                            yield Listed(url, _word(found.get("title")), info.filename)
                except UNREADABLE as error:
                    yield Unreadable(info.filename, f"cannot be read to its end: {error}")


def _lines(wacz: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """The lines of a member that may be compressed twice. Raises OSError for one that is not to be unpacked."""
    fault = packing_fault(info)
    if fault:
        raise OSError(fault)
    given = 0
    with wacz.open(info) as opened:
        is_compressed = info.filename.lower().endswith(".gz")
        unpacked = io.BufferedReader(gzip.GzipFile(fileobj=opened)) if is_compressed else opened
        while line := unpacked.readline(_LONGEST_LINE):
            given += len(line)
            check_ratio(given, info.compress_size)
            yield line.strip()


def _unpack(info: zipfile.ZipInfo, opened: Any, spool: Spool) -> WaczArchive:
    start = spool.size
    while piece := opened.read(PIECE):
        spool.add(piece)
        check_ratio(spool.size - start, info.compress_size)
    size = spool.size - start
    return WaczArchive(info.filename, size, partial(spool.open, start, size), is_unpacked=True)


def _content_start(open_file: Callable[[], BinaryIO], info: zipfile.ZipInfo) -> int:
    """Where the content of a member begins in the archive."""
    with open_file() as file:
        file.seek(info.header_offset + _LENGTHS)
        name, extra = struct.unpack("<HH", file.read(4))
    return int(info.header_offset + _LOCAL_HEAD + name + extra)


def _open_section(open_file: Callable[[], BinaryIO], start: int, length: int) -> BinaryIO:
    return buffered(Section(open_file(), start, length))


def _json(line: bytes) -> dict[str, Any]:
    """The object of a line, an empty one where there is none."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _word(value: object) -> str:
    return value if isinstance(value, str) else ""
