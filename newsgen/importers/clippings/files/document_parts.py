"""The parts of an office document: their bytes, of which no more are read than any document has, and their elements."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from xml.parsers import expat

_CHUNK = 1 << 16
# Bytes of one part; an export of a thousand articles has a twentieth of it.
_LARGEST = 1 << 28
_DEEPEST = 2_000
# A part below this size may have any ratio to its compressed size.
_HARMLESS, _MOST_RATIO = 1 << 22, 300


def read_part(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The bytes of a part, of which no more are read than any document has."""
    total, info = 0, archive.getinfo(part)
    if info.file_size > _HARMLESS and info.file_size > _MOST_RATIO * max(1, info.compress_size):
        raise ValueError(f"its part {part} is unpacked to more than {_MOST_RATIO} times its size")
    with archive.open(part) as opened:
        while chunk := opened.read(_CHUNK):
            total += len(chunk)
            if total > _LARGEST:
                raise ValueError(f"its part {part} is larger than any export")
            yield chunk


def parse_part(
    chunks: Iterator[bytes],
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Parse a part; names have their namespaces before them. Raises ValueError."""
    depth = 0

    def open_element(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise ValueError("its elements are nested too deeply")
        start(name, attributes)

    def close_element(name: str) -> None:
        nonlocal depth
        depth -= 1
        end(name)

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = open_element
    parser.EndElementHandler = close_element
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        for chunk in chunks:
            parser.Parse(chunk)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise ValueError(f"its XML is not well-formed: {expat.ErrorString(error.code)}") from None


def _refuse_doctype(*_: object) -> None:
    raise ValueError("it has a document type, which no document of Word has")
