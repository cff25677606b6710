"""The boxes of films and of other files of the ISO base media file format (ISO/IEC 14496-12, section 4.2)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from mmap import mmap
from typing import NamedTuple

Content = bytes | bytearray | mmap
# The kinds of the first box of a file; older films of cameras begin with the film itself.
_FIRST = frozenset((b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot", b"styp"))


class Box(NamedTuple):
    """The kind of a box, and where in the file it begins, where its contents begin, and where it ends."""

    kind: bytes
    start: int
    body: int
    end: int


def has_boxes(content: Content) -> bool:
    """Whether a file is made of boxes."""
    return len(content) >= 8 and bytes(content[4:8]) in _FIRST


def find_boxes(content: Content, start: int, end: int) -> Iterator[Box]:
    """The boxes in a part of a file, one after the other; one that is cut short ends with the part."""
    while start + 8 <= end:
        size, kind = struct.unpack_from(">I4s", content, start)
        body = start + 8
        if size == 1 and body + 8 <= end:
            (size,) = struct.unpack_from(">Q", content, body)
            body += 8
        stop = end if size == 0 else min(start + size, end)
        if stop < body:
            return
        yield Box(kind, start, body, stop)
        start = stop


def find_box(content: Content, path: tuple[bytes, ...], box: Box) -> Box | None:
    """The first box at a path of kinds below a box."""
    for kind in path:
        found = next((inner for inner in find_boxes(content, box.body, box.end) if inner.kind == kind), None)
        if found is None:
            return None
        box = found
    return box


def full_box(content: Content, box: Box) -> tuple[int, int]:
    """The version of a box that has one, and where its own contents begin."""
    return content[box.body] if box.body < box.end else 0, box.body + 4
