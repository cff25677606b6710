"""Blank the place that cameras wrote into the photographs and the metadata of a PDF.

A photograph keeps its Exif in the document, and metadata in XMP may have taken the place over from it. Everything else
that a document says of itself, such as its title, stays. The file keeps its size and every part its place.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from newsgen.images.boxes import Content
from newsgen.images.films import Blank

# The Exif of a JPEG (its segment's length is in the two bytes before the name), and a document's metadata.
_EXIF = re.compile(rb"\xff\xe1(?P<length>..)Exif\0\0", re.DOTALL)
_XMP_START, _XMP_END = re.compile(rb"<rdf:RDF\b"), re.compile(rb"</rdf:RDF>")
_STREAM = re.compile(rb"/Subtype\s*/XML\b[^>]{0,400}>>\s{0,4}stream\r?\n", re.DOTALL)
_LENGTH = 4_000_000
# Attributes and elements that say where a picture was taken, of Exif and of the makers of drones.
_PLACE = re.compile(
    rb"\s[\w-]{1,40}:(?:GPS|Gps)\w{0,40}\s*=\s*(?:\"[^\"<]{0,200}\"|'[^'<]{0,200}')"
    rb"|<(?P<name>[\w-]{1,40}:(?:GPS|Gps)\w{0,40})>[^<]{0,200}</(?P=name)>"
)


def is_pdf(content: Content) -> bool:
    """Whether a file is a PDF, which may have other bytes before it."""
    return b"%PDF-" in content[:1_024]


def find_places(content: Content) -> list[Blank]:
    """What is to be blanked in a PDF."""
    return list(_find(content))


def _find(content: Content) -> Iterator[Blank]:
    for match in _EXIF.finditer(content):
        start, end = match.end(), match.start() + 2 + int.from_bytes(match["length"], "big")
        if start < end <= len(content) and bytes(content[start:end]).strip(b"\0"):
            # The name goes too: an Exif without tags is damaged, and a segment without a name is nobody's.
            yield Blank(match.start() + 4, end)
    for start, end in _find_xmp(content):
        for place in _PLACE.finditer(content, start, end):
            yield _spaces(place.start(), place.end())
    for match in _STREAM.finditer(content):
        yield from _find_in_stream(content, match.end())


def _find_xmp(content: Content) -> Iterator[tuple[int, int]]:
    """Where metadata begin and end; those of which the end is missing reach to the end of the file."""
    start = _XMP_START.search(content)
    while start:
        end = _XMP_END.search(content, start.end())
        yield start.start(), end.end() if end else len(content)
        start = _XMP_START.search(content, end.end()) if end else None


def _find_in_stream(content: Content, start: int) -> Iterator[Blank]:
    """A stream of metadata that is compressed, with the place taken out; compressed again it is no longer."""
    unpacker = zlib.decompressobj()
    packed = bytes(content[start : start + _LENGTH])
    try:
        text = unpacker.decompress(packed, _LENGTH)
    except zlib.error:
        return
    if not unpacker.eof or not _PLACE.search(text):
        return
    size = len(packed) - len(unpacker.unused_data)
    public = zlib.compress(_PLACE.sub(lambda match: b" " * len(match[0]), text), 9)
    yield Blank(start, start + size, public if len(public) <= size else zlib.compress(b"", 9))


def _spaces(start: int, end: int) -> Blank:
    return Blank(start, end, b" " * (end - start))
