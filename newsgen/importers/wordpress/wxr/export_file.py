"""An export file as its parts: the site, authors, terms and items, each with its line and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newsgen.importers.input_files import InputFile
from newsgen.importers.wordpress.wxr.chunks import find_chunks
from newsgen.importers.wordpress.wxr.decoding import DecodedChunk, decode_chunk, open_text
from newsgen.importers.wordpress.wxr.elements import find_prefixes


class Part(NamedTuple):
    """A part of an export: its name as that of a chunk, its text, and the prefixes of its file."""

    name: str
    decoded: DecodedChunk
    line: int
    fault: str
    prefixes: Mapping[str, str]


def read_parts(file: InputFile) -> Iterator[Part]:
    """The parts of a file, the head first. Raises OSError if the file cannot be read."""
    with file.open() as opened:
        stream, codec = open_text(opened)
        prefixes: Mapping[str, str] = {}
        for chunk in find_chunks(stream):
            decoded = decode_chunk(chunk.content, codec)
            if chunk.name == "head":
                prefixes = find_prefixes(decoded.text)
            yield Part(chunk.name, decoded, chunk.line, chunk.fault, prefixes)
