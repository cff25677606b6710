"""The parts of an office document: their bytes, of which no more are read than any document has, and their elements."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from xml.parsers import expat

from newsgen.importers.archives.packing import packing_fault
from newsgen.text.xml_pieces import TagTooLong, feed

_CHUNK = 1 << 16
# Bytes of one part; an export of a thousand articles has a twentieth of it.
_LARGEST = 1 << 28
_DEEPEST = 2_000


def read_part(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The bytes of a part, of which no more are read than any document has."""
    total, info = 0, archive.getinfo(part)
    fault = packing_fault(info)
    if fault:
        raise ValueError(f"its part {part} {fault}")
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
        for _ in feed(parser, chunks):
            pass
    except TagTooLong as error:
        raise ValueError(f"it {error}") from None
    except expat.ExpatError as error:
        raise ValueError(f"its XML is not well-formed: {expat.ErrorString(error.code)}") from None


def _refuse_doctype(*_: object) -> None:
    raise ValueError("it has a document type, which no document of Word has")
