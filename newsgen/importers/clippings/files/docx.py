"""The text of a DOCX document (ECMA-376, WordprocessingML): paragraphs, cells, notes and links.

Two parts of the archive are read, by a parser that builds no tree and refuses document types, so that no entity grows;
python-docx does both, and gives neither notes nor the words of links.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO, NamedTuple

from newsgen.importers.archives.packing import open_archive
from newsgen.importers.clippings.files.document_parts import parse_part, read_part
from newsgen.importers.clippings.files.source_text import MOST_LINKS, SourceText, TextBuilder

DOCUMENT = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main "
_RELATION_ID = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)
# What a program shows that understands no newer element: the same words again.
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Text that was deleted while changes were tracked, and instructions to the program.
_NO_TEXT = frozenset(("delText", "instrText", "delInstrText"))
UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError)


class _Note(NamedTuple):
    kind: str
    id: str


def is_docx(archive: zipfile.ZipFile) -> bool:
    """Whether an archive is a DOCX document."""
    return DOCUMENT in archive.NameToInfo


def read_docx(archive: zipfile.ZipFile) -> SourceText:
    """The text of a document. Raises ValueError, or what `UNREADABLE` names, for one that cannot be read."""
    addresses = _Relations().read(read_part(archive, _RELATIONS)) if _RELATIONS in archive.NameToInfo else {}
    notes: dict[_Note, str] = {}
    for part in _NOTES:
        if part in archive.NameToInfo:
            notes |= _Notes().read(read_part(archive, part))
    left_out: dict[str, int] = {}
    for part in sorted(archive.NameToInfo):
        name = part.removeprefix("word/").rstrip("0123456789.xml")
        if part.startswith("word/") and name in ("header", "footer", "comments"):
            reader = _Body({}, {})
            words = len(reader.read(read_part(archive, part)).text.split())
            left_out[name] = left_out.get(name, 0) + words
    return (
        _Body(addresses, notes)
        .read(read_part(archive, DOCUMENT))
        ._replace(left_out={name: words for name, words in left_out.items() if words})
    )


def _local(name: str) -> str:
    """The name of an element of a text; "" for those of others."""
    return name.rpartition(" ")[2] if name.startswith((_WORD, _STRICT)) else ""


def _id_of(attributes: Mapping[str, str]) -> str:
    return attributes.get(f"{_WORD}id") or attributes.get(f"{_STRICT}id") or ""


class _Relations:
    """The addresses of links by their ids; only those that lead out of the document."""

    def __init__(self) -> None:
        self._found: dict[str, str] = {}

    def read(self, chunks: Iterator[bytes]) -> dict[str, str]:
        parse_part(chunks, self._start, lambda name: None, lambda text: None)
        return self._found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name.endswith(" Relationship") and attributes.get("TargetMode") == "External":
            self._found[attributes.get("Id", "")] = attributes.get("Target", "")


class _Notes:
    """The texts of footnotes or endnotes."""

    def __init__(self) -> None:
        self._found: dict[_Note, str] = {}
        self._note: _Note | None = None
        self._words: list[str] = []
        self._is_text = False

    def read(self, chunks: Iterator[bytes]) -> dict[_Note, str]:
        parse_part(chunks, self._start, self._end, self._text)
        return self._found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = _local(name)
        if local in ("footnote", "endnote"):
            self._note = _Note(local, _id_of(attributes))
        self._is_text = local == "t"
        if local in _SIGNS or local == "p":
            self._words.append(" ")

    def _end(self, name: str) -> None:
        self._is_text = False
        if self._note and _local(name) == self._note.kind:
            words = " ".join("".join(self._words).split())
            if words:
                self._found[self._note] = words
            self._words.clear()
            self._note = None

    def _text(self, text: str) -> None:
        if self._is_text:
            self._words.append(text)


class _Body:
    """The text of the document, paragraph by paragraph."""

    def __init__(self, addresses: Mapping[str, str], notes: Mapping[_Note, str]) -> None:
        self._addresses = addresses
        self._notes = notes
        self._text = TextBuilder()
        self._fallbacks = 0
        self._is_text = False
        self._cells: list[bool] = []
        self._links: list[tuple[str, list[str]]] = []

    def read(self, chunks: Iterator[bytes]) -> SourceText:
        parse_part(chunks, self._start, self._end, self._characters)
        return self._text.build()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == _FALLBACK:
            self._fallbacks += 1
        local = _local(name)
        if self._fallbacks or not local:
            return
        self._is_text = local == "t"
        if local in _SIGNS:
            self._add(_SIGNS[local])
        elif local == "tc":
            # Of the paragraphs of a cell, the last ends with the cell.
            self._cells.append(False)
        elif local == "p" and self._cells:
            if self._cells[-1]:
                self._text.end_line()
            self._cells[-1] = True
        elif local == "hyperlink":
            relation = next((attributes[key] for key in _RELATION_ID if key in attributes), "")
            is_kept = len(self._links) < MOST_LINKS
            self._links.append((self._addresses.get(relation, "") if is_kept else "", []))
        elif local in ("footnoteReference", "endnoteReference"):
            words = self._notes.get(_Note(local.removesuffix("Reference"), _id_of(attributes)))
            self._add(f" [{words}]" if words else "")

    def _end(self, name: str) -> None:
        if name == _FALLBACK:
            self._fallbacks -= 1
        local = _local(name)
        if self._fallbacks or not local:
            return
        self._is_text = False
        if local == "p" and not self._cells:
            self._text.end_line()
        elif local == "tc" and self._cells:
            self._cells.pop()
            self._text.end_cell()
        elif local == "tr":
            self._text.end_line()
        elif local == "hyperlink" and self._links:
            address, words = self._links.pop()
            if address:
                self._text.add_link("".join(words), address)

    def _characters(self, text: str) -> None:
        if self._is_text:
            self._add(text)

    def _add(self, text: str) -> None:
        self._text.add(text)
        for _, words in self._links[:MOST_LINKS]:
            words.append(text)


def open_docx(stream: BinaryIO) -> zipfile.ZipFile:
    """The archive of a document in a stream."""
    return open_archive(stream)
