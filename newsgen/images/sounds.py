"""Blank what recorders and programs write into sounds besides what their listeners see: MP3 and AAC, FLAC, Ogg, WAV.

The file keeps its size and every part its place, as films do.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from newsgen.images.boxes import Content
from newsgen.images.films import Blank
from newsgen.images.id3 import find_in_ape, find_in_id3, find_in_old_id3, size_of_id3
from newsgen.images.ogg import find_in_ogg
from newsgen.images.tags import find_in_comments, picture_in_block, public_picture

# The blocks of FLAC (RFC 9639, section 8.1).
_PADDING, _APPLICATION, _COMMENTS, _PICTURE = 1, 2, 4, 6
# The chunks of WAV that say how it sounds; the others are of recorders and programs ("bext", "iXML", "LIST", "id3 ").
_KEPT_IN_WAV = frozenset(
    (b"fmt ", b"data", b"fact", b"cue ", b"plst", b"smpl", b"inst", b"PEAK", b"ds64", b"slnt", b"wavl", b"chna")
)
_JUNK = b"JUNK"
# Bytes of a WAV's chunk that are its head.
_HEAD = 8


def find_private_tags(content: Content) -> list[Blank]:
    """What is to be blanked in a sound; nothing in files of other formats, or in tags that nobody can read."""
    found: list[Blank] = []
    try:
        for blank in _find(content):
            if bytes(content[blank.start : blank.end]) != blank.head.ljust(blank.end - blank.start, b"\0"):
                found.append(blank)
    except (struct.error, IndexError, ValueError):
        # What players cannot read either.
        return found
    return found


def _find(content: Content) -> Iterator[Blank]:
    start = bytes(content[:12])
    if start.startswith(b"OggS"):
        yield from find_in_ogg(content)
    elif start[:4] in (b"RIFF", b"RF64", b"BW64") and start[8:] == b"WAVE":
        yield from _find_in_wav(content)
    else:
        place = 0
        while size := size_of_id3(content, place):
            yield from find_in_id3(content, place, place + size)
            place += size
        if bytes(content[place : place + 4]) == b"fLaC":
            yield from _find_in_flac(content, place + 4)
        yield from find_in_ape(content)
        yield from find_in_old_id3(content)


def _find_in_flac(content: Content, place: int) -> Iterator[Blank]:
    is_last = False
    while not is_last:
        (head,) = struct.unpack_from(">I", content, place)
        is_last, kind, start = bool(head >> 31), head >> 24 & 0x7F, place + 4
        end = start + (head & 0xFFFFFF)
        if end > len(content):
            return
        if kind == _APPLICATION or kind > _PICTURE:
            yield Blank(place, end, struct.pack(">I", is_last << 31 | _PADDING << 24 | end - start))
        elif kind == _COMMENTS:
            yield from find_in_comments(content, start, end)
        elif kind == _PICTURE:
            begin, stop = picture_in_block(content, start)
            yield Blank(begin, stop, public_picture(bytes(content[begin:stop])))
        place = end


def _find_in_wav(content: Content) -> Iterator[Blank]:
    place = 12
    while place + _HEAD <= len(content):
        kind, size = struct.unpack_from("<4sI", content, place)
        end = min(place + _HEAD + size + size % 2, len(content))
        if kind == b"data" and (size == 0xFFFFFFFF or end == len(content)):
            # The size of a long one stands elsewhere, and what follows is sought no more.
            return
        if kind not in _KEPT_IN_WAV:
            yield Blank(place, end, _JUNK + struct.pack("<I", size))
        place = end
