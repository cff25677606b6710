"""The private comments of Ogg files: Vorbis, Opus, Theora, Speex and FLAC in pages with checksums (RFC 3533)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from newsgen.images.boxes import Content
from newsgen.images.films import Blank
from newsgen.images.tags import find_in_comments, picture_in_block, public_picture

_HEAD = 27
# The heads of the packet of comments, by the kind of the stream.
_HEADS = (b"\x03vorbis", b"OpusTags", b"\x81theora")
# The first packets of a stream that has no such head, and where its comments begin.
_SPEEX, _FLAC = b"Speex   ", b"\x7fFLAC"
# Pages in which the heads of all streams end; a long picture takes many.
_MOST_PAGES = 4_096
_COMMENTS, _PICTURE = 4, 6


class _Page(NamedTuple):
    """Where a page begins and its content begins and ends, of which stream it is, and where its packets end."""

    start: int
    body: int
    end: int
    stream: int
    lengths: bytes


class _Packet(NamedTuple):
    """A packet, and its pieces in the file, each with its page."""

    content: bytes
    pieces: tuple[tuple[_Page, int, int], ...]


def find_in_ogg(content: Content) -> Iterator[Blank]:
    """The private comments of all streams, and the new checksums of their pages."""
    pages: dict[int, tuple[_Page, list[Blank]]] = {}
    first: dict[int, bytes] = {}
    for stream, packet in _packets(content):
        if stream not in first:
            first[stream] = packet.content[:8]
            continue
        for blank in _try_packet(packet.content, first[stream]):
            for page, part in _in_file(blank, packet):
                pages.setdefault(page.start, (page, []))[1].append(part)
        if first[stream] == _SPEEX:
            # Its comments are the second packet, and have no name.
            first[stream] = b""
    for page, blanks in pages.values():
        yield from blanks
        changed = bytearray(content[page.start : page.end])
        changed[22:26] = bytes(4)
        for start, end, head in blanks:
            changed[start - page.start : end - page.start] = head.ljust(end - start, b"\0")
        yield Blank(page.start + 22, page.start + 26, struct.pack("<I", checksum(bytes(changed))))


def _try_packet(packet: bytes, first: bytes) -> list[Blank]:
    """The private parts of a packet; none of one that is damaged."""
    try:
        return list(_find_in_packet(packet, first))
    except (struct.error, IndexError, ValueError):
        return []


def _find_in_packet(packet: bytes, first: bytes) -> Iterator[Blank]:
    """The private parts of a packet of comments or of a picture; nothing in any other."""
    head = next((head for head in _HEADS if packet.startswith(head)), b"")
    found: Iterator[Blank] = iter(())
    if head:
        found = find_in_comments(packet, len(head), len(packet))
    elif first == _SPEEX:
        found = find_in_comments(packet, 0, len(packet))
    elif first.startswith(_FLAC) and packet and packet[0] & 0x7F == _COMMENTS:
        found = find_in_comments(packet, 4, len(packet))
    elif first.startswith(_FLAC) and packet and packet[0] & 0x7F == _PICTURE:
        begin, end = picture_in_block(packet, 4)
        found = iter((Blank(begin, end, public_picture(packet[begin:end])),))
    for blank in found:
        if packet[blank.start : blank.end] != blank.head.ljust(blank.end - blank.start, b"\0"):
            yield blank


def _in_file(blank: Blank, packet: _Packet) -> Iterator[tuple[_Page, Blank]]:
    """The parts of a packet's blank in the pages that hold it."""
    place = 0
    whole = blank.head.ljust(blank.end - blank.start, b"\0")
    for page, start, end in packet.pieces:
        begin, stop = max(blank.start, place), min(blank.end, place + end - start)
        if begin < stop:
            shift = start - place
            yield page, Blank(begin + shift, stop + shift, whole[begin - blank.start : stop - blank.start])
        place += end - start


def _packets(content: Content) -> Iterator[tuple[int, _Packet]]:
    """The packets of a file's beginning in which a stream describes itself: up to the first pages of sound."""
    open_pieces: dict[int, list[tuple[_Page, int, int]]] = {}
    counts: dict[int, int] = {}
    for page in _pages(content):
        begin = end = page.body
        pieces = open_pieces.setdefault(page.stream, [])
        for length in page.lengths:
            end += length
            if length < 255:
                pieces.append((page, begin, end))
                text = b"".join(bytes(content[start:stop]) for _, start, stop in pieces)
                yield page.stream, _Packet(text, tuple(pieces))
                pieces.clear()
                begin = end
                counts[page.stream] = counts.get(page.stream, 0) + 1
        if begin < end:
            pieces.append((page, begin, end))
        if all(count > 8 for count in counts.values()) and len(counts) == len(open_pieces):
            return


def _pages(content: Content) -> Iterator[_Page]:
    place = 0
    for _ in range(_MOST_PAGES):
        if bytes(content[place : place + 4]) != b"OggS" or place + _HEAD > len(content):
            return
        (stream,) = struct.unpack_from("<I", content, place + 14)
        count = content[place + 26]
        lengths = bytes(content[place + _HEAD : place + _HEAD + count])
        body = place + _HEAD + count
        end = body + sum(lengths)
        if end > len(content):
            return
        yield _Page(place, body, end, stream, lengths)
        place = end


def _table() -> tuple[int, ...]:
    rows = []
    for number in range(256):
        value = number << 24
        for _ in range(8):
            value = (value << 1 ^ (0x04C11DB7 if value & 0x80000000 else 0)) & 0xFFFFFFFF
        rows.append(value)
    return tuple(rows)


_CHECKSUMS = _table()


def checksum(page: bytes) -> int:
    """The checksum of a page whose own is zero."""
    value = 0
    for byte in page:
        value = (value << 8 & 0xFFFFFFFF) ^ _CHECKSUMS[value >> 24 ^ byte]
    return value
