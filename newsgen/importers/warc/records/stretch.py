"""`Stretch`: bytes in which records follow each other, a plain file or one member or frame of a compressed one."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol

from newsgen.importers.warc.limits import PIECE, UNPACKING

_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_LINE_ENDS = 64


class Reader(Protocol):
    """What gives the bytes of a stretch; `taken` is how many of the file it took for them."""

    taken: int

    def read(self, size: int = ..., /) -> bytes:
        """Up to `size` bytes, b"" at the end."""
        ...


class Stretch:
    """A stream with some bytes held before it is read on; `position` counts from its beginning."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._held = b""
        # What was read before the failure is given first.
        self._failure: Exception | None = None
        self.position = 0

    @property
    def taken(self) -> int:
        """The number of the file's bytes that were taken for it."""
        return self._reader.taken

    @property
    def held(self) -> int:
        """The number of bytes that were read already and are still to be passed."""
        return len(self._held)

    def peek(self, size: int) -> bytes:
        """The next `size` bytes, fewer at the end, without passing them."""
        while len(self._held) < size and not self._failure:
            try:
                piece = self._reader.read(size)
            except UNPACKING as failure:
                self._failure = failure
                break
            if not piece:
                break
            self._held += piece
        if self._failure and not self._held:
            raise self._failure
        return self._held[:size]

    def read(self, size: int) -> bytes:
        """Up to `size` bytes, b"" at the end."""
        if self._failure and not self._held:
            raise self._failure
        if self._held:
            piece, self._held = self._held[:size], self._held[size:]
        else:
            piece = self._reader.read(size)[:size]
        self.position += len(piece)
        return piece

    def read_all(self, size: int) -> bytes:
        """The next `size` bytes, fewer at the end."""
        found = self.peek(size)
        self._held = self._held[len(found) :]
        self.position += len(found)
        return found

    def skip(self, size: int) -> int:
        """Pass over `size` bytes; gives how many there were."""
        left = size
        while left > 0:
            piece = self.read(min(left, PIECE))
            if not piece:
                break
            left -= len(piece)
        return size - left

    def skip_line_ends(self) -> None:
        """Pass over what stands between records."""
        found = self.peek(_LINE_ENDS)
        self.read_all(len(found) - len(found.lstrip(b"\r\n")))

    def read_line(self, most: int) -> bytes:
        """The next line, with its end, or `most` bytes of it."""
        line, end, _ = self.peek(most).partition(b"\n")
        return self.read_all(len(line) + len(end))

    def read_head(self, most: int) -> bytes | None:
        """The next lines up to a blank one, with it; None if there is none within `most` bytes."""
        size = 1 << 10
        while True:
            found = self.peek(min(size, most))
            blank = _BLANK_LINE.search(found)
            if blank:
                return self.read_all(blank.end())
            if len(found) < size or size >= most:
                return None
            size *= 4

    def find(self, pattern: re.Pattern[bytes], longest: int, add: Callable[[bytes], None]) -> bool:
        """Go to where a pattern of up to `longest` bytes matches; `add` gets what is passed.

        Gives whether it was found. Without a match, the stretch has been passed.
        """
        while True:
            window = self.peek(PIECE + longest)
            match = pattern.search(window)
            is_last = len(window) < PIECE + longest
            passed = match.start() if match else len(window) if is_last else PIECE
            add(self.read_all(passed))
            if match or is_last:
                return match is not None
