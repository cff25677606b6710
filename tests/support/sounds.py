"""Sounds and documents for tests, which play nothing and hold every tag: made of bytes as their formats say."""

import base64
import struct
import zlib

from newsgen.images.ogg import checksum

PLACE = b"+41.3061-082.4380/"
AUDIO = b"\xff\xfb\x90\x00" + b"sound" * 9


def comments(*fields: bytes) -> bytes:
    """A block of Vorbis comments."""
    packed = [struct.pack("<I", len(field)) + field for field in fields]
    return struct.pack("<I", 4) + b"Tool" + struct.pack("<I", len(fields)) + b"".join(packed)


def picture_block(picture: bytes) -> bytes:
    """A picture as FLAC has it, with its kind and its description."""
    head = struct.pack(">I", 3) + struct.pack(">I", 10) + b"image/jpeg" + struct.pack(">I", 4) + b"wide"
    return head + struct.pack(">IIIII", 60, 40, 24, 0, len(picture)) + picture


def id3(version: int, *frames: tuple[bytes, bytes], flags: int = 0) -> bytes:
    """A tag of ID3 before a sound."""
    parts = []
    for name, value in frames:
        size = len(value)
        if version == 2:
            parts.append(name + size.to_bytes(3, "big") + value)
        else:
            packed = _seven_bits(size) if version == 4 else size.to_bytes(4, "big")
            parts.append(name + packed + b"\0\0" + value)
    body = b"".join(parts) + bytes(20)
    return b"ID3" + bytes((version, 0, flags)) + _seven_bits(len(body)) + body


def _seven_bits(size: int) -> bytes:
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))


def flac(*blocks: tuple[int, bytes]) -> bytes:
    """A FLAC with blocks of metadata."""
    parts = [b"fLaC"]
    for number, (kind, block) in enumerate(blocks, 1):
        parts.append(struct.pack(">I", (number == len(blocks)) << 31 | kind << 24 | len(block)) + block)
    return b"".join(parts) + AUDIO


def ogg(*packets: bytes, stream: int = 7) -> bytes:
    """An Ogg with one stream, whose packets are laid over pages of up to 255 segments."""
    pages, number = [], 0
    for packet in packets:
        lengths = [255] * (len(packet) // 255) + [len(packet) % 255]
        place = 0
        while lengths:
            segments, lengths = lengths[:200], lengths[200:]
            size = sum(segments)
            head = b"OggS\0" + bytes(9) + struct.pack("<III", stream, number, 0) + bytes((len(segments), *segments))
            page = head + packet[place : place + size]
            pages.append(page[:22] + struct.pack("<I", checksum(page)) + page[26:])
            place, number = place + size, number + 1
    return b"".join(pages)


def wav(*chunks: tuple[bytes, bytes]) -> bytes:
    """A WAV with chunks."""
    parts = [kind + struct.pack("<I", len(chunk)) + chunk + bytes(len(chunk) % 2) for kind, chunk in chunks]
    body = b"WAVE" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def xmp(text: bytes) -> bytes:
    """Metadata of Adobe's kind with some of its own."""
    return b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description ' + text + b"</rdf:RDF></x:xmpmeta>"


def pdf(*streams: tuple[bytes, bytes]) -> bytes:
    """A PDF of streams, each with its dictionary."""
    parts = [b"%PDF-1.7\n"]
    for number, (facts, content) in enumerate(streams, 1):
        length = str(len(content)).encode()
        parts.append(b"%d 0 obj\n<< %s /Length %s >>\nstream\n" % (number, facts, length) + content)
        parts.append(b"\nendstream\nendobj\n")
    return b"".join(parts) + b"trailer << /Root 1 0 R >>\n%%EOF\n"


def packed(text: bytes) -> bytes:
    """A stream as FlateDecode has it."""
    return zlib.compress(text)


def as_field(picture: bytes) -> bytes:
    """A picture as a field of Vorbis comments has it."""
    return b"METADATA_BLOCK_PICTURE=" + base64.b64encode(picture_block(picture))
