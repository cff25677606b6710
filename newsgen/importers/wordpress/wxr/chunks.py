"""The elements of a WXR file that stand for a thing each, one after the other, however large the file is.

No XML parser reads the file: a document type is passed over, so that there are no entities to expand and nothing to
fetch, and an element that is not well-formed spoils none of the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

# Elements of a channel that hold other elements. Their prefix is free, and so is its absence.
_BEGIN = re.compile(
    rb"<!\[CDATA\[|<!--|<!DOCTYPE|<(?:(?P<item>item)|[A-Za-z][\w.-]{0,40}:(?P<part>author|category|tag|term))(?=[\s>])"
)
_OPENING = re.compile(rb"<([^\s>]+)")
_CDATA, _CDATA_END = b"<![CDATA[", b"]]>"
# The end of a channel, behind its last element.
_FILE_END = re.compile(rb"</(?:channel|rss)")
_BLOCK = 1 << 16
# The longest piece that tells where something begins or ends, so that a search may go on across two blocks.
_OVERLAP = 64
LONGEST_ELEMENT = 1 << 26
# What stands between elements is the title and description of the site, and white space.
_LONGEST_BETWEEN = 1 << 20


class Chunk(NamedTuple):
    """A whole element, or what stands before the first one ("head"), and the line on which it begins.

    `name` is "item", "author", "category", "tag", "term" or "head", or "file" where the file ends between two elements,
    and not behind the last. `fault` says what is wrong with it: it is "cut"
    where the file ends within it, and "too long" where it is longer than any article; then `content` is empty.
    """

    name: str
    content: bytes
    line: int
    fault: str = ""


class _Window:
    """The part of a stream that is looked at.

    What stands before `start` was taken; `line` is the number of the line at that position.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.content = b""
        self.start = 0
        self.line = 1
        self.is_whole = False

    @property
    def length(self) -> int:
        """The number of bytes that were not taken."""
        return len(self.content) - self.start

    def read_on(self) -> None:
        """Add a block; `is_whole` where there is none."""
        block = self._stream.read(max(_BLOCK, self.length // 2))
        if block:
            self.content += block
        else:
            self.is_whole = True

    def take(self, end: int) -> bytes:
        """Take the bytes before a position."""
        taken = self.content[self.start : end]
        self.start = end
        self.line += taken.count(b"\n")
        return taken

    def forget(self) -> None:
        """Give back the memory of what was taken; positions count from there."""
        self.content = self.content[self.start :]
        self.start = 0


def find_chunks(stream: BinaryIO) -> Iterator[Chunk]:
    """The chunks of a file in their order; the first is the head, and the last that of a file which is cut off."""
    window = _Window(stream)
    head: bytes | None = b""
    is_cut = False
    while True:
        if window.start > _BLOCK:
            window.forget()
        begin, name = _find_beginning(window)
        between = window.take(begin)
        if head is not None:
            head = (head + between)[:_LONGEST_BETWEEN]
            if name or window.is_whole:
                yield Chunk("head", head, 1)
                head = None
        if not name:
            is_cut = is_cut and not _FILE_END.search(between)
            if not window.length:
                if is_cut:
                    yield Chunk("file", b"", window.line, "cut")
                return
            continue
        element = _take_element(window, name)
        is_cut = not element.fault
        yield element


def _find_beginning(window: _Window) -> tuple[int, str]:
    """Where the next element begins, and its name; or before which position nothing does, and ""."""
    position = window.start
    while True:
        found = _BEGIN.search(window.content, position)
        if not found:
            if not window.is_whole:
                keep = max(position, len(window.content) - _OVERLAP)
                if keep - window.start > _LONGEST_BETWEEN:
                    return keep, ""
                window.read_on()
                continue
            return len(window.content), ""
        if found["item"]:
            return found.start(), "item"
        if found["part"]:
            return found.start(), found["part"].decode()
        end = _end_of_mark(window, found)
        if end < 0:
            return len(window.content), ""
        position = end


def _end_of_mark(window: _Window, found: re.Match[bytes]) -> int:
    """Where a comment, a CDATA section or a document type ends; -1 where it does not."""
    closing = {b"<![CDATA[": b"]]>", b"<!--": b"-->"}.get(found[0])
    start = found.end()
    while True:
        end = window.content.find(closing, start) + 3 if closing else _end_of_doctype(window.content, start)
        if end >= 3:
            return end
        if window.is_whole or len(window.content) - start > LONGEST_ELEMENT:
            return -1
        window.read_on()


def _end_of_doctype(content: bytes, start: int) -> int:
    """Where a document type ends: at ">" outside its own brackets; -1 where it does not."""
    end, bracket = content.find(b">", start), content.find(b"[", start)
    if bracket < 0 or end < bracket:
        return end + 1 if end >= 0 else -1
    closed = re.compile(rb"\]\s*>").search(content, bracket)
    return closed.end() if closed else -1


class _Closing:
    """The closing tag of an element: a search in C for its beginning is far quicker than one for a pattern."""

    def __init__(self, name: bytes) -> None:
        self._begin = b"</" + name

    def find(self, content: bytes, position: int) -> tuple[int, int] | None:
        """Where the first one from a position on begins and ends; None where there is none."""
        while True:
            begin = content.find(self._begin, position)
            if begin < 0:
                return None
            end = _CLOSING_END.match(content, begin + len(self._begin))
            if end:
                return begin, end.end()
            position = begin + 1


_CLOSING_END = re.compile(rb"\s*>")


def _take_element(window: _Window, name: str) -> Chunk:
    line = window.line
    opening = _OPENING.match(window.content, window.start)
    closing = _Closing(opening[1] if opening else name.encode())
    # No CDATA section is open at `outside`; no closing tag begins between that and `seen`.
    outside = seen = window.start + len(name)
    while True:
        found = closing.find(window.content, seen)
        if found:
            begin, closed = found
            section = window.content.rfind(_CDATA, outside, begin)
            end = window.content.find(_CDATA_END, section, begin) if section >= 0 else 0
            if end >= 0:
                return Chunk(name, window.take(closed), line)
            end = _find_end(window, closed)
            if end >= 0:
                outside = seen = end
                continue
        if window.length > LONGEST_ELEMENT:
            return _pass_over(window, name, closing, line)
        if window.is_whole:
            return _cut_chunk(window, name, closing, line)
        seen = max(seen, len(window.content) - _OVERLAP)
        window.read_on()


def _find_end(window: _Window, position: int) -> int:
    """Where the CDATA section that is open at a position ends; -1 where it does not."""
    while True:
        end = window.content.find(_CDATA_END, position)
        if end >= 0:
            return end + len(_CDATA_END)
        if window.is_whole or window.length > LONGEST_ELEMENT:
            return -1
        position = max(position, len(window.content) - _OVERLAP)
        window.read_on()


def _cut_chunk(window: _Window, name: str, closing: _Closing, line: int) -> Chunk:
    """The element within which the file ends.

    If there are closing tags in it, a section of its text was not closed, and it ends at the first of them.
    """
    found = closing.find(window.content, window.start)
    if found:
        return Chunk(name, window.take(found[1]), line, "cut")
    return Chunk(name, window.take(len(window.content)), line, "cut")


def _pass_over(window: _Window, name: str, closing: _Closing, line: int) -> Chunk:
    while True:
        found = closing.find(window.content, window.start)
        if found:
            window.take(found[1])
            return Chunk(name, b"", line, "too long")
        if window.is_whole:
            window.take(len(window.content))
            return Chunk(name, b"", line, "too long")
        window.take(max(window.start, len(window.content) - _OVERLAP))
        window.forget()
        window.read_on()
