"""Go through the records of a file once: where each begins, how long it is, and what is damaged.

A record whose length is wrong, by what follows it, ends where the next one begins. After damage, the next record is
looked for. Nothing that is held grows with the file.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import BinaryIO, NamedTuple

from newsgen.importers.warc.limits import LONGEST_HEAD, UNPACKING, TooLargeUnpacked
from newsgen.importers.warc.records.archive_file import ArchiveFile
from newsgen.importers.warc.records.block import Block
from newsgen.importers.warc.records.heads import (
    LONGEST_LINE,
    NEXT_HEAD,
    Head,
    begins_record,
    is_arc,
    parse_arc_head,
    parse_warc_head,
)
from newsgen.importers.warc.records.members import Damage, next_member, skipped_frame
from newsgen.importers.warc.records.spool import Spool
from newsgen.importers.warc.records.stretch import Stretch

# What stands after the block of each record of WARC.
_END = b"\r\n\r\n"
_CUT, WRONG_LENGTH = "the file ends within it", "its length is wrong"


class Place(NamedTuple):
    """Where a record's block is: the offset of its stretch, and the bytes before it there; or where in the spool."""

    offset: int
    before: int
    is_spooled: bool = False

    def after(self, size: int) -> Place:
        """The place that so many bytes later has."""
        return self._replace(offset=self.offset + size) if self.is_spooled else self._replace(before=self.before + size)


class Record(NamedTuple):
    """A record: its head, the first bytes of its block and the last ones, its place and its length in bytes.

    `at` is where it begins, or the member that holds it. `flaw` says why its block may not be whole, or "".
    """

    head: Head
    start: bytes
    tail: bytes
    place: Place
    length: int
    at: int
    flaw: str = ""


class _Scan(NamedTuple):
    """What the scan of a stretch needs: the file, where the stretch begins in it, and where to put blocks."""

    file: ArchiveFile
    opened: BinaryIO
    offset: int
    spool: Spool

    def at(self, position: int) -> int:
        """The offset that messages name for a position in the stretch."""
        return self.offset if self.file.compression else self.offset + position


def scan_records(file: ArchiveFile, opened: BinaryIO, spool: Spool) -> Iterator[Record | Damage]:
    """All records of a file, and what is damaged between them. Raises OSError if the file cannot be read."""
    if not file.compression:
        yield from _scan_stretch(_Scan(file, opened, 0, spool), file.stretch(opened, 0))
        return
    offset: int | None = 0
    while offset is not None and offset < file.size:
        skipped = skipped_frame(file, opened, offset)
        if skipped:
            offset += skipped
            continue
        try:
            scanned = _scan_stretch(_Scan(file, opened, offset, spool), file.stretch(opened, offset))
            offset += max(1, (yield from scanned).taken)
        except UNPACKING as error:
            yield Damage(offset, f"cannot be unpacked: {error}")
            offset = next_member(file, opened, offset + 1)


def _scan_stretch(scan: _Scan, stretch: Stretch) -> Generator[Record | Damage, None, Stretch]:
    """The records of a stretch; returns it as it is at its end."""
    is_first = True
    while True:
        stretch.skip_line_ends()
        found = stretch.peek(LONGEST_LINE)
        if not found:
            return stretch
        at = scan.at(stretch.position)
        head = _read_head(stretch, found) if begins_record(found) else None
        if head is None:
            yield Damage(at, "there is no record")
            stretch.find(NEXT_HEAD, LONGEST_LINE, _drop)
            continue
        # A later record of a member or frame can only be reached by unpacking those before it.
        block = Block(scan.spool if scan.file.compression and not is_first else None)
        before, is_first = stretch.position, False
        try:
            flaw = _pass_block(stretch, head, block)
            if flaw:
                stretch = _again(scan, before)
                block.restart()
                if stretch.find(NEXT_HEAD, LONGEST_LINE, block.add):
                    block.add(stretch.read_all(1))
                block.end_before_line_ends()
        except TooLargeUnpacked:
            raise
        except UNPACKING:
            yield _record(head, block, scan, before, at)._replace(flaw="it cannot be unpacked to its end")
            raise
        yield _record(head, block, scan, before, at)._replace(flaw=flaw)


def _read_head(stretch: Stretch, found: bytes) -> Head | None:
    """The head of the record that begins here; None if it has no end."""
    if is_arc(found):
        return parse_arc_head(stretch.read_line(LONGEST_LINE))
    head = stretch.read_head(LONGEST_HEAD)
    return parse_warc_head(head) if head else None


def _pass_block(stretch: Stretch, head: Head, block: Block) -> str:
    """Read a block of the length that its head states; what is wrong with the length, by what follows."""
    if head.length is None:
        return WRONG_LENGTH
    if block.read(stretch, head.length):
        return _CUT
    if stretch.peek(len(_END)) == _END:
        return ""
    stretch.skip_line_ends()
    following = stretch.peek(LONGEST_LINE)
    return "" if not following or begins_record(following) else WRONG_LENGTH


def _again(scan: _Scan, before: int) -> Stretch:
    """The stretch again, at the beginning of a block."""
    stretch = scan.file.stretch(scan.opened, scan.offset)
    stretch.skip(before)
    return stretch


def _record(head: Head, block: Block, scan: _Scan, before: int, at: int) -> Record:
    place = Place(scan.offset, before) if block.place is None else Place(block.place, 0, True)
    return Record(head, block.start, block.tail, place, block.length, at)


def _drop(piece: bytes) -> None:
    pass
