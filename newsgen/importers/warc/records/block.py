"""`Block`: what is kept of a record's block while it is passed over: its beginning, its end and its length."""

from __future__ import annotations

from newsgen.importers.warc.limits import LONGEST_HEAD, PIECE
from newsgen.importers.warc.records.spool import Spool
from newsgen.importers.warc.records.stretch import Stretch

_TAIL = 64


class Block:
    """A block: its first bytes, which hold the head of an answer, its last ones, and how many there are.

    `place` is where it begins in the spool that was given, else None.
    """

    def __init__(self, spool: Spool | None) -> None:
        self._spool = spool
        self.place = spool.size if spool else None
        self.start = self.tail = b""
        self.length = 0

    def restart(self) -> None:
        """Forget what was passed."""
        self.place = self._spool.size if self._spool else None
        self.start = self.tail = b""
        self.length = 0

    def add(self, piece: bytes) -> None:
        """Take the next bytes."""
        if len(self.start) < LONGEST_HEAD:
            self.start += piece[: LONGEST_HEAD - len(self.start)]
        self.tail = piece[-_TAIL:] if len(piece) >= _TAIL else (self.tail + piece)[-_TAIL:]
        self.length += len(piece)
        if self._spool:
            self._spool.add(piece)

    def read(self, stretch: Stretch, length: int) -> int:
        """Take the next bytes of a stretch; gives how many of them are missing."""
        left = length
        left -= self._read(stretch, min(left, LONGEST_HEAD))
        # What stands between the beginning and the end of a plain file's block need not be read.
        if left > LONGEST_HEAD and not self._spool and self.length == LONGEST_HEAD:
            passed = stretch.skip(left - _TAIL)
            self.length += passed
            left -= passed
        return left - self._read(stretch, left)

    def end_before_line_ends(self) -> None:
        """Leave out the empty lines that end a record."""
        whole = self.tail
        for end in (b"\r\n\r\n", b"\n\n", b"\r\n", b"\n"):
            if whole.endswith(end):
                self.tail = whole.removesuffix(end)
                self.length -= len(end)
                self.start = self.start[: self.length]
                return

    def _read(self, stretch: Stretch, length: int) -> int:
        left = length
        while left > 0:
            piece = stretch.read(min(left, PIECE))
            if not piece:
                break
            self.add(piece)
            left -= len(piece)
        return length - left
