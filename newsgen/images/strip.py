"""Take out of an image file what cameras and programs write into it, without touching its pixels.

Of JPEG, PNG, WebP and GIF only the parts are kept that say how to show the image. What follows the image in its file,
such as the second picture and the film of a telephone's photograph, goes too. Of AVIF the same is blanked as of films.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import BytesIO

from newsgen.images.films import blank_parts, find_private_parts
from newsgen.images.metadata import ImageMetadata
from newsgen.images.naming import ORIGINAL

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_CHUNKS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs sPLT hIST cICP mDCV cLLI acTL fcTL fdAT".split()
)
_WEBP_CHUNKS = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
# The flags of VP8X for Exif and XMP (WebP container specification, "Extended file format").
_WEBP_FLAGS = 0x0C
_GIF_APPLICATIONS = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")
_SOI, _EOI, _SOS = 0xD8, 0xD9, 0xDA
_ORIENTATION = 0x0112


def keep_original(content: bytes, metadata: ImageMetadata) -> tuple[ImageMetadata, dict[str, bytes]]:
    """The metadata and the renditions of an image that keeps its format: none where nothing is to be taken out."""
    stripped = strip_image(content)
    if stripped is None or stripped == content:
        return metadata, {}
    return metadata._replace(fallback=ORIGINAL), {f"whole.{ORIGINAL}": stripped}


def strip_image(content: bytes) -> bytes | None:
    """The content of an image file without all that is not its image; None for other formats and damaged files."""
    try:
        if content.startswith(b"\xff\xd8\xff"):
            return b"".join(_strip_jpeg(content))
        if content.startswith(_PNG):
            return b"".join(_strip_png(content))
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            return _strip_webp(content)
        if content[:6] in (b"GIF87a", b"GIF89a"):
            return b"".join(_strip_gif(content))
        if content[4:12] in (b"ftypavis", b"ftypavif"):
            return blank_parts(content, find_private_parts(content))
    except (IndexError, ValueError, struct.error):
        # Its parts are not where they should be.
        return None
    return None


def _strip_jpeg(content: bytes) -> Iterator[bytes]:
    """The parts of a JPEG (ITU T.81, annex B), with its orientation in a new Exif part."""
    yield content[:2]
    orientation = _orientation_of(content)
    if orientation > 1:
        entry = struct.pack("<HHIHH", _ORIENTATION, 3, 1, orientation, 0)
        exif = b"Exif\0\0II*\0" + struct.pack("<IH", 8, 1) + entry + b"\0\0\0\0"
        yield b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    place = 2
    while True:
        if content[place] != 0xFF:
            raise ValueError
        marker = content[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        if marker == _EOI:
            yield content[place : place + 2]
            return
        (length,) = struct.unpack_from(">H", content, place + 2)
        end = place + 2 + length
        if marker == _SOS:
            end = _end_of_scan(content, end)
        if not _is_foreign(marker, content[place + 4 : place + 16]):
            yield content[place:end]
        place = end


def _is_foreign(marker: int, head: bytes) -> bool:
    """Whether a part of a JPEG says nothing of how to show it: APP1, APP3 to APP13, APP15, comments, no profile."""
    if marker == 0xE2:
        return not head.startswith(b"ICC_PROFILE\0")
    return marker == 0xE1 or 0xE3 <= marker <= 0xED or marker in (0xEF, 0xFE)


def _end_of_scan(content: bytes, place: int) -> int:
    """The place of the next marker behind the data of a scan."""
    while True:
        place = content.index(b"\xff", place)
        if content[place + 1] not in (0x00, *range(0xD0, 0xD8)):
            return place
        place += 2


def _orientation_of(content: bytes) -> int:
    if b"Exif\0\0" not in content[:65_536]:
        return 1
    from PIL import Image

    try:
        with Image.open(BytesIO(content), formats=("JPEG",)) as image:
            orientation = int(image.getexif().get(_ORIENTATION, 1))
    except Exception:
        # Unreadable tags say nothing, and Pillow fails on them in many ways.
        return 1
    return orientation if 1 <= orientation <= 8 else 1


def _strip_png(content: bytes) -> Iterator[bytes]:
    yield _PNG
    place = len(_PNG)
    while True:
        (length,) = struct.unpack_from(">I", content, place)
        kind, end = content[place + 4 : place + 8], place + 12 + length
        if end > len(content):
            raise ValueError
        if kind in _PNG_CHUNKS:
            yield content[place:end]
        if kind == b"IEND":
            return
        place = end


def _strip_webp(content: bytes) -> bytes:
    (size,) = struct.unpack_from("<I", content, 4)
    whole, place = min(len(content), size + 8), 12
    parts: list[bytes] = []
    while place < whole:
        (length,) = struct.unpack_from("<I", content, place + 4)
        kind, end = content[place : place + 4], place + 8 + length + length % 2
        if place + 8 + length > len(content):
            raise ValueError
        part = content[place:end]
        if kind == b"VP8X":
            part = part[:8] + bytes((part[8] & ~_WEBP_FLAGS,)) + part[9:]
        if kind in _WEBP_CHUNKS:
            parts.append(part)
        place = end
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _strip_gif(content: bytes) -> Iterator[bytes]:
    place = 13 + _table_size(content[10])
    yield content[:place]
    while True:
        start, sign = place, content[place]
        if sign == 0x3B:
            yield content[place : place + 1]
            return
        if sign == 0x2C:
            place = _end_of_blocks(content, place + 10 + _table_size(content[place + 9]) + 1)
            yield content[start:place]
        elif sign == 0x21:
            label = content[place + 1]
            place = _end_of_blocks(content, place + 2)
            is_known = label == 0xFF and content[start + 3 : start + 14] in _GIF_APPLICATIONS
            if label in (0xF9, 0x01) or is_known:
                yield content[start:place]
        else:
            raise ValueError


def _table_size(flags: int) -> int:
    """The bytes of a table of colours."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _end_of_blocks(content: bytes, place: int) -> int:
    while content[place]:
        place += content[place] + 1
    return place + 1
