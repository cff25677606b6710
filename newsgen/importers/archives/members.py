"""`Member`: a file of an export, by itself or in a ZIP archive, and what is left out of archives, and why."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO, NamedTuple, cast

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.archives.packing import open_archive, packing_fault
from newsgen.importers.input_files import InputFile
from newsgen.record.import_entry import Entry
from newsgen.record.inside import names_inside
from newsgen.text.encoding import decode_text

# An export of the largest magazine has less.
_MOST_MEMBERS, _MOST_BYTES = 500_000, 1 << 36
_LONGEST_TEXT = 1 << 26
_CHUNK = 1 << 20
# What reading a member of an archive raises where its bytes are damaged or written in a way that Python cannot read.
UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError)
_FIX = "Unpack it with another program, or export it again."


class Member(NamedTuple):
    """A file: how messages name it, its path in the export, its size in bytes, and how it is opened."""

    label: str
    path: str
    size: int
    open: Callable[[], BinaryIO]

    def text(self) -> str:
        """The text of the file as `newsgen.text.encoding.read_text` gives it. Raises NewsgenError."""
        if self.size > _LONGEST_TEXT:
            raise NewsgenError([_problem(self.label, "is too large for a text", "Check whether it is one.")])
        return decode_text(self.read(), self.label).text

    def read(self) -> bytes:
        """The bytes of the file. Raises NewsgenError if they cannot be read."""
        try:
            with self.open() as opened:
                # Asked for all at once, a member that is longer than its archive says is unpacked in memory.
                return b"".join(iter(partial(opened.read, _CHUNK), b""))
        except UNREADABLE as error:
            raise NewsgenError([_problem(self.label, f"cannot be read: {error}", _FIX)]) from None

    def is_whole(self) -> bool:
        """Whether the file can be read to its end; of an archive's member, the checksum must be right."""
        try:
            with self.open() as opened:
                while opened.read(_CHUNK):
                    pass
        except UNREADABLE:
            return False
        return True


def open_members(files: Sequence[InputFile], stack: ExitStack) -> Iterator[Member | Entry | Problem]:
    """The files of an export: those that are no archives, and those in archives, which are open while `stack` is."""
    for file in files:
        try:
            is_archive = zipfile.is_zipfile(file.file)
        except OSError as error:
            yield _problem(file.label, f"cannot be read: {error.strerror}", "Make the file readable.")
            continue
        if not is_archive:
            if _begins_as_archive(file):
                yield _problem(file.label, "is a ZIP archive without its end", _FIX)
                continue
            yield Member(file.label, file.path, file.size, file.open)
            continue
        try:
            archive = stack.enter_context(open_archive(file.file))
        except UNREADABLE as error:
            yield _problem(file.label, f"cannot be read as ZIP: {error}", _FIX)
            continue
        file.count.read += file.size
        yield from _members_of(archive, file.label)


def _begins_as_archive(file: InputFile) -> bool:
    with file.open() as opened:
        return opened.read(4) == b"PK\x03\x04"


def _members_of(archive: zipfile.ZipFile, label: str) -> Iterator[Member | Entry | Problem]:
    members = archive.infolist()
    if len(members) > _MOST_MEMBERS:
        yield _problem(label, f"has {len(members):,} members, more than any export", _FIX)
        return
    total = 0
    seen: set[str] = set()
    for info in members:
        path = info.filename
        if path.endswith("/"):
            continue
        name = f"{label}/{path}"
        kind = PurePosixPath(path).suffix.lower()
        reason = _why_left_out(info)
        if path in seen:
            reason = reason or "the archive has two files of this name"
        seen.add(path)
        if reason:
            yield Entry("file", kind, "left out", reason, name)
            if not _is_ignored(path):
                yield _problem(name, f"is left out: {reason}", _FIX)
            continue
        total += info.file_size
        if total > _MOST_BYTES:
            yield _problem(label, f"has more than {_MOST_BYTES:,} bytes when it is unpacked", _FIX)
            return
        if not _is_ignored(path):
            yield Member(name, path, info.file_size, _opener(archive, info))


def _why_left_out(info: zipfile.ZipInfo) -> str:
    path = info.filename
    if not path:
        return "it has no name"
    if not names_inside(path) or ":" in path.split("/")[0]:
        return "its name leads out of the archive"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "it is a symbolic link"
    if info.flag_bits & 1:
        return "it is encrypted"
    fault = packing_fault(info)
    return f"it {fault}" if fault else ""


def _is_ignored(path: str) -> bool:
    """Whether a member is what macOS adds."""
    parts = path.split("/")
    return "__MACOSX" in parts or parts[-1] in (".DS_Store", "Thumbs.db")


def _opener(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], BinaryIO]:
    def open_member() -> BinaryIO:
        return cast("BinaryIO", archive.open(info))

    return open_member


def _problem(label: str, message: str, fix: str) -> Problem:
    return Problem(label, 0, message, "What it holds was not imported.", fix)
