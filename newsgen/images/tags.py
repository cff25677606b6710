"""Which tags of sounds are for listeners, and what takes the place of the others.

Kept are titles, names, numbers, chapters, words of songs and pictures; programs and recorders write where, when and by
whom a sound was made into the others. A picture keeps its pixels alone.
"""

from __future__ import annotations

import base64
import binascii
import struct
from collections.abc import Iterator

from newsgen.images.boxes import Content
from newsgen.images.films import Blank
from newsgen.images.strip import strip_image

# Fields of Vorbis comments (Xiph.Org, "Ogg Vorbis I format specification: comment field and header specification").
_KEPT = frozenset(
    "title version album tracknumber tracktotal discnumber disctotal artist albumartist performer composer lyricist "
    "conductor arranger author copyright license organization publisher genre date year isrc language lyrics bpm "
    "compilation r128_track_gain r128_album_gain".split()
)
_KEPT_BEGINNINGS = ("chapter", "replaygain_")
_PICTURES = ("metadata_block_picture", "coverart")
# The name of a field that says nothing.
_EMPTY = b"x="


def find_in_comments(content: Content, start: int, end: int) -> Iterator[Blank]:
    """The private fields of a block of Vorbis comments. Raises struct.error or ValueError for a damaged block."""
    (length,) = struct.unpack_from("<I", content, start)
    place = start + 4 + length
    (count,) = struct.unpack_from("<I", content, place)
    place += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<I", content, place)
        begin, place = place + 4, place + 4 + length
        if place > end:
            raise ValueError
        field = bytes(content[begin:place])
        if (kept := _public_field(field)) != field:
            yield Blank(begin, place, kept)


def _public_field(field: bytes) -> bytes:
    """A field as it may be published, in as many bytes."""
    name, _, value = field.partition(b"=")
    key = name.decode("ascii", "replace").casefold()
    if key in _PICTURES:
        return name + b"=" + _public_picture(value, has_head=key == _PICTURES[0])
    if key in _KEPT or key.startswith(_KEPT_BEGINNINGS) or len(field) < len(_EMPTY):
        return field
    return _EMPTY.ljust(len(field))


def _public_picture(value: bytes, has_head: bool) -> bytes:
    try:
        picture = base64.b64decode(value, validate=True)
        begin = picture_in_block(picture, 0)[0] if has_head else 0
    except (binascii.Error, ValueError, struct.error):
        return b" " * len(value)
    public = base64.b64encode(picture[:begin] + public_picture(picture[begin:]))
    return public if len(public) == len(value) else b" " * len(value)


def picture_in_block(content: Content, start: int) -> tuple[int, int]:
    """Where the picture of a block of FLAC begins and ends (RFC 9639, section 8.8)."""
    place = start + 4
    for _ in range(2):
        (length,) = struct.unpack_from(">I", content, place)
        place += 4 + length
    (length,) = struct.unpack_from(">I", content, place + 16)
    begin = place + 20
    if begin + length > len(content):
        raise ValueError
    return begin, begin + length


def public_picture(picture: bytes) -> bytes:
    """A picture's pixels, followed by as many zeros as it loses; itself in formats into which no camera writes."""
    stripped = strip_image(picture)
    if stripped is None:
        return picture
    return stripped.ljust(len(picture), b"\0") if len(stripped) <= len(picture) else bytes(len(picture))
