"""Blank what cameras and telephones write into films and sounds: where, when and by what they were made.

The file keeps its size and every part its place, so that it plays as before. In files of boxes (MP4, MOV, M4A, 3GP,
AVIF) the boxes `udta`, `meta` and `uuid` of the film and of its tracks are blanked, tracks of measurements with their
data, and of AVIF the items of Exif and XMP; in Matroska and WebM the tags.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import NamedTuple

from newsgen.images.boxes import Box, Content, find_box, find_boxes, full_box, has_boxes
from newsgen.images.film_samples import find_sample_spans

_FREE = b"free"
# What a file, a film and a track may keep; all else says nothing of how to play them.
_KEPT_IN_FILE = frozenset(b"ftyp styp moov moof mdat mfra sidx ssix prft pdin pnot PICT".split())
_KEPT_IN_FILM = frozenset(b"mvhd trak mvex iods pssh ctab clip rmra prfl ainf".split())
_EMPTY = (_FREE, b"skip", b"wide")
_PRIVATE = (b"udta", b"meta", b"uuid")
# A film that is compressed, and the places of a dashboard camera, which lie between the pictures.
_HIDDEN = (b"cmov", b"gps ")
# Sounds, pictures, and texts that are shown with them; all other tracks hold what a camera measured.
_SHOWN_TRACKS = (b"vide", b"soun", b"sbtl", b"subt", b"clcp", b"text", b"pict", b"auxv", b"tmcd")
_TEXT_TRACKS = (b"sbtl", b"subt", b"text")
# What the subtitles of drones say of each second.
_MEASURED = re.compile(rb"gps|latitude|longitude|\blat\s*[:=]", re.IGNORECASE)
# The items of Exif and XMP, and what stands in their place: decoders refuse an Exif that is none, so it has no tags.
_ITEMS = {b"Exif": b"\0\0\0\0II*\0\x08\0\0\0\0\0", b"mime": b""}
# How an item is found: 0 by its place in the file, 1 in the box `idat`, 2 in another item.
_IN_DATA = 1
# Matroska's elements (RFC 9559): tags, a tag in them, and what takes the place of an element.
_TAGS, _TAG, _VOID = b"\x12\x54\xc3\x67", b"\x73\x73", b"\xec\x01"
_MATROSKA = b"\x1a\x45\xdf\xa3"


class Blank(NamedTuple):
    """A part of a file to be overwritten: the bytes that come to its beginning, and zeros up to its end."""

    start: int
    end: int
    head: bytes = b""


def is_film(content: Content) -> bool:
    """Whether a file is made of boxes or of Matroska's elements."""
    return has_boxes(content) or content[:4] == _MATROSKA


def find_private_parts(content: Content) -> list[Blank]:
    """What is to be blanked in a film or a sound; nothing in files of other formats.

    Raises ValueError where it cannot be found, though it is there.
    """
    try:
        if has_boxes(content):
            return list(_find_in_boxes(content))
        if content[:4] == _MATROSKA:
            return list(_find_tags(content))
    except (struct.error, IndexError):
        raise ValueError from None
    return []


def blank_parts(content: bytes, parts: list[Blank]) -> bytes:
    """A file with parts overwritten."""
    blanked = bytearray(content)
    for start, end, head in parts:
        blanked[start:end] = head + bytes(end - start - len(head))
    return bytes(blanked)


def _find_in_boxes(content: Content) -> Iterator[Blank]:
    """The private boxes of a file; those of an image's items are needed, and only their Exif and XMP are blanked."""
    for box in find_boxes(content, 0, len(content)):
        if box.kind == b"moov":
            yield from _find_in_film(content, box)
        elif box.kind == b"moof":
            yield from _private_boxes(content, box)
            for part in find_boxes(content, box.body, box.end):
                yield from _private_boxes(content, part) if part.kind == b"traf" else ()
        elif box.kind == b"meta" and find_box(content, (b"iinf",), _items_of(box)):
            yield from _find_items(content, _items_of(box))
        elif box.kind not in _KEPT_IN_FILE:
            yield from _free(content, box)


def _find_in_film(content: Content, film: Box) -> Iterator[Blank]:
    boxes = list(find_boxes(content, film.body, film.end))
    is_fragmented = any(box.kind == b"mvex" for box in boxes)
    for box in boxes:
        if box.kind in _HIDDEN:
            raise ValueError
        if box.kind == b"trak":
            yield from _find_in_track(content, box, is_fragmented)
        elif box.kind not in _KEPT_IN_FILM:
            yield from _free(content, box)


def _private_boxes(content: Content, parent: Box) -> Iterator[Blank]:
    for box in find_boxes(content, parent.body, parent.end):
        yield from _free(content, box) if box.kind in _PRIVATE else ()


def _find_in_track(content: Content, track: Box, is_fragmented: bool) -> Iterator[Blank]:
    if _is_measured(content, track):
        if is_fragmented:
            # Its data lies in fragments, which have tables of their own.
            raise ValueError
        yield from (Blank(*span) for span in find_sample_spans(content, track))
        yield from _free(content, track)
        return
    media = find_box(content, (b"mdia",), track)
    for parent in (track, media) if media else (track,):
        yield from _private_boxes(content, parent)


def _is_measured(content: Content, track: Box) -> bool:
    """Whether a track holds what a camera measured, such as its place in each second."""
    handler = find_box(content, (b"mdia", b"hdlr"), track)
    if not handler:
        return False
    kind = bytes(content[handler.body + 8 : handler.body + 12])
    if kind not in _SHOWN_TRACKS:
        return True
    if kind not in _TEXT_TRACKS:
        return False
    return any(_MEASURED.search(content[start:end]) for start, end in find_sample_spans(content, track))


def _free(content: Content, box: Box) -> Iterator[Blank]:
    """A box that becomes an empty one of its size; nothing where it is one."""
    if box.kind not in _EMPTY or bytes(content[box.body : box.end]).strip(b"\0"):
        is_long = box.body - box.start > 8
        yield Blank(box.start + 4, box.end, _FREE + (struct.pack(">Q", box.end - box.start) if is_long else b""))


def _items_of(box: Box) -> Box:
    """The contents of the box `meta` of a file, behind its version."""
    return box._replace(body=min(box.body + 4, box.end))


def _find_items(content: Content, meta: Box) -> Iterator[Blank]:
    """The data of an image's items of Exif and XMP (ISO/IEC 14496-12, section 8.11)."""
    private = dict(_private_items(content, find_box(content, (b"iinf",), meta)))
    places = find_box(content, (b"iloc",), meta)
    if not private or not places:
        return
    data = find_box(content, (b"idat",), meta)
    for item, method, start, length in _read_places(content, places):
        if item not in private:
            continue
        begin = start + data.body if method == _IN_DATA and data else start
        if method > _IN_DATA or begin + length > len(content):
            raise ValueError
        yield Blank(begin, begin + length, private[item][:length])


def _private_items(content: Content, items: Box | None) -> Iterator[tuple[int, bytes]]:
    """The number of each item of Exif and XMP, and what comes to its place."""
    if not items:
        return
    version, start = full_box(content, items)
    for box in find_boxes(content, start + (4 if version else 2), items.end):
        entry, place = full_box(content, box)
        wide = entry > 2
        (number,) = struct.unpack_from(">I" if wide else ">H", content, place)
        kind = bytes(content[place + (6 if wide else 4) : place + (10 if wide else 8)])
        if kind in _ITEMS:
            yield number, _ITEMS[kind]


def _read_places(content: Content, box: Box) -> Iterator[tuple[int, int, int, int]]:
    """Each extent of each item: the item, how it is found, where it begins, and its length."""
    version, place = full_box(content, box)
    sizes, more = content[place], content[place + 1]
    offset_size, length_size, base_size = sizes >> 4, sizes & 15, more >> 4
    index_size = more & 15 if version else 0
    number_size = 4 if version == 2 else 2
    count, place = _read_number(content, place + 2, number_size)
    for _ in range(count):
        item, place = _read_number(content, place, number_size)
        method, place = _read_number(content, place, 2) if version else (0, place)
        base, place = _read_number(content, place + 2, base_size)
        extents, place = _read_number(content, place, 2)
        for _ in range(extents):
            offset, place = _read_number(content, place + index_size, offset_size)
            length, place = _read_number(content, place, length_size)
            yield item, method & 15, base + offset, length


def _read_number(content: Content, place: int, size: int) -> tuple[int, int]:
    """A number of some bytes, and the place behind it."""
    if place + size > len(content):
        raise ValueError
    return int.from_bytes(content[place : place + size], "big"), place + size


def _find_tags(content: Content) -> Iterator[Blank]:
    place = content.find(_TAGS)
    while place >= 0:
        first = content[place + 4]
        width = 9 - first.bit_length()
        body = place + 4 + width
        size = int.from_bytes(content[place + 4 : body], "big") & ((1 << (7 * width)) - 1) if first else 0
        if content[body : body + 2] == _TAG and place + 9 <= body + size <= len(content):
            yield Blank(place, body + size, _VOID + (body + size - place - 9).to_bytes(7, "big"))
        place = content.find(_TAGS, place + 4)
