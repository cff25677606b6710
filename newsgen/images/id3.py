"""The private frames of ID3 tags, and all of APE tags (id3.org, "ID3 tag version 2.4.0", sections 3 and 4).

A frame that is blanked becomes an empty one of its size which players pass over.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from newsgen.images.boxes import Content
from newsgen.images.films import Blank
from newsgen.images.tags import public_picture

_HEAD = 10
_OLD_TAG, _OLD_COMMENT = 128, 97
_APE = b"APETAGEX"
_UNSYNCHRONISED = 0x80
_EXTENDED = 0x40
# Frames for listeners besides texts and addresses, of versions 2.3 and 2.4 and of 2.2.
_KEPT = frozenset(b"CHAP CTOC USLT SYLT MLLT ETCO SYTC RVAD RVA2 EQUA EQU2 RVRB SEEK ASPI PCST".split())
_KEPT_SHORT = frozenset(b"ULT SLT MLL ETC STC RVA EQU REV PCS".split())
# Texts and addresses that are of a program, a computer or an owner.
_PRIVATE = frozenset(b"TXXX WXXX TSSE TENC TOWN TRSN TRSO TFLT TOFN TDTG TDEN TSIZ TXX WXX TSS TEN TOF TSI TFT".split())
_PICTURE = (b"APIC", b"PIC")


class _Layout(NamedTuple):
    """How the frames of a version are laid out: the bytes of their names and heads, and an empty one's name."""

    name: int
    head: int
    empty: bytes


_SHORT, _LONG = _Layout(3, 6, b"UFI"), _Layout(4, 10, b"PRIV")


def size_of_id3(content: Content, start: int) -> int:
    """The size of the tag that begins there, with its head and foot; 0 where none does."""
    if bytes(content[start : start + 3]) != b"ID3" or start + _HEAD > len(content):
        return 0
    size = _HEAD + _read_size(bytes(content[start + 6 : start + _HEAD])) + _HEAD * bool(content[start + 5] & 0x10)
    return size if start + size <= len(content) else 0


def find_in_id3(content: Content, start: int, end: int) -> Iterator[Blank]:
    """The private frames of a tag; all of a tag whose frames are not where they should be."""
    version, flags = content[start + 3], content[start + 5]
    body = bytes(content[start + _HEAD : end])
    is_shifted = flags & _UNSYNCHRONISED and b"\xff\0" in body
    if is_shifted or flags & _EXTENDED or version not in (2, 3, 4):
        yield Blank(start + 5, start + 6)
        yield Blank(start + _HEAD, end)
        return
    layout = _SHORT if version == 2 else _LONG
    place = start + _HEAD
    while place + layout.head <= end and content[place]:
        stop = place + layout.head + _size_of_frame(content, place, version)
        if stop > end:
            yield Blank(place, end)
            return
        yield from _find_in_frame(content, place, stop, layout)
        place = stop


def _find_in_frame(content: Content, start: int, end: int, layout: _Layout) -> Iterator[Blank]:
    name = bytes(content[start : start + layout.name])
    head = start + layout.head
    is_packed = layout is _LONG and any(content[start + 9 : head])
    if name in _PICTURE and not is_packed:
        begin = _begin_of_picture(bytes(content[head:end]), is_short=layout is _SHORT)
        yield Blank(head + begin, end, public_picture(bytes(content[head + begin : end])))
        return
    is_public = name in _KEPT or name in _KEPT_SHORT or (name[:1] in (b"T", b"W") and name not in _PRIVATE)
    if not is_public or is_packed:
        size = bytes(content[start + layout.name : start + layout.name + (3 if layout is _SHORT else 4)])
        yield Blank(start, end, layout.empty + size)


def _size_of_frame(content: Content, place: int, version: int) -> int:
    if version == 2:
        return int.from_bytes(content[place + 3 : place + 6], "big")
    raw = bytes(content[place + 4 : place + 8])
    # Some programs write the sizes of 2.4 as those of 2.3, which differ above 127.
    return _read_size(raw) if version == 4 and max(raw) < 0x80 else int.from_bytes(raw, "big")


def _read_size(raw: bytes) -> int:
    """A number of seven bits a byte."""
    size = 0
    for part in raw:
        size = size << 7 | part & 0x7F
    return size


def _begin_of_picture(frame: bytes, is_short: bool) -> int:
    """Where in a frame the picture begins, behind its encoding, kind and description."""
    place = 5 if is_short else frame.index(b"\0", 1) + 2
    if frame[0] in (1, 2):
        while frame[place : place + 2] not in (b"\0\0", b""):
            place += 2
        return place + 2
    return frame.index(b"\0", place) + 1


def find_in_old_id3(content: Content) -> Iterator[Blank]:
    """The comment of a tag of version 1 at the end of a file; the number of its track stays."""
    start = len(content) - _OLD_TAG
    if start >= 0 and bytes(content[start : start + 3]) == b"TAG":
        has_number = not content[start + 125] and content[start + 126]
        yield Blank(start + _OLD_COMMENT, start + (125 if has_number else 127))


def find_in_ape(content: Content) -> Iterator[Blank]:
    """All of an APE tag at the end of a file."""
    for end in (len(content), len(content) - _OLD_TAG):
        foot = end - 32
        if foot < 0 or bytes(content[foot : foot + 8]) != _APE:
            continue
        (size, _, flags) = struct.unpack_from("<III", content, foot + 12)
        start = end - size - (32 if flags >> 31 else 0)
        if start >= 0:
            yield Blank(start, end)
