"""Sitemaps and sitemap indexes (sitemaps.org), read piece by piece.

A sitemap has no document type, so that a document with one is refused: entities that expand to gigabytes, and those
that name files, can only be declared there. That holds with every version of expat and needs no other library.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from xml.parsers import expat

from newsgen.commands.urls.old_urls.old_url import OldUrl
from newsgen.errors import NewsgenError, Problem
from newsgen.text.urls import split_url
from newsgen.text.xml_pieces import TagTooLong, feed

_LONGEST = 8_000
_REASON = "Its URLs cannot be compared with the archive."


class Sitemap(NamedTuple):
    """The URLs of pages in a sitemap, and the URLs of the parts that a sitemap index names."""

    urls: tuple[OldUrl, ...]
    parts: tuple[OldUrl, ...]


def read_sitemap(content: Iterable[bytes], file: Path) -> Sitemap:
    """Read a sitemap or a sitemap index. Raises NewsgenError for any other document."""
    reader = _Reader(file)
    try:
        for _ in feed(reader.parser, content):
            pass
    except TagTooLong as error:
        raise NewsgenError([Problem(str(file), 0, str(error), _REASON, "Fetch it anew, whole.")]) from None
    except expat.ExpatError as error:
        message = f"cannot read XML: {expat.ErrorString(error.code)}"
        raise NewsgenError([Problem(str(file), error.lineno, message, _REASON, "Fetch it anew, whole.")]) from None
    if not (reader.urls or reader.parts):
        fix = "Name a sitemap.xml; in one, each URL stands in <url><loc>."
        raise NewsgenError([Problem(str(file), 0, "is no sitemap, or one without URLs", _REASON, fix)])
    return Sitemap(tuple(reader.urls), tuple(reader.parts))


def read_part(content: Iterable[bytes], file: Path) -> tuple[OldUrl, ...]:
    """The URLs of a part of a sitemap index. Raises NewsgenError as `read_sitemap`, and for a part with parts."""
    sitemap = read_sitemap(content, file)
    if sitemap.parts:
        message = "is a sitemap index, and the part of one"
        raise NewsgenError([Problem(str(file), sitemap.parts[0].line, message, _REASON, "Name it by itself.")])
    return sitemap.urls


def find_part(part: OldUrl, index: Path) -> Path:
    """The file of a part beside its sitemap index: named as the last segment of its URL, packed or not.

    Raises NewsgenError if it is missing.
    """
    name = split_url(part.url).path.rpartition("/")[2]
    names = (name, f"{name}.gz", name.removesuffix(".gz")) if name.strip(".") and "\0" not in name else ()
    for candidate in names:
        if (index.parent / candidate).is_file():
            return index.parent / candidate
    message = f"names a part that does not lie beside it: {part.url:.200}"
    fix = "Fetch it into the same folder."
    raise NewsgenError([Problem(str(index), part.line, message, "Its URLs would be left out.", fix)])


class _Reader:
    """The URLs read so far, and the position in the document."""

    def __init__(self, file: Path) -> None:
        self.urls: list[OldUrl] = []
        self.parts: list[OldUrl] = []
        self._file = file
        self._open: list[str] = []
        self._text: list[str] = []
        self._size = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._add_text

    def _refuse_doctype(self, *declaration: object) -> None:
        message = "has a document type, which no sitemap has"
        fix = "Name the sitemap.xml itself; a page about it may have been saved instead."
        raise NewsgenError([Problem(str(self._file), self.parser.CurrentLineNumber, message, _REASON, fix)])

    def _start(self, name: str, attributes: object) -> None:
        self._open.append(name.rpartition(" ")[2])
        self._forget_text()

    def _end(self, name: str) -> None:
        target = {"url/loc": self.urls, "sitemap/loc": self.parts}.get("/".join(self._open[-2:]))
        url = "".join(self._text).strip()
        if target is not None and url and len(url) <= _LONGEST:
            target.append(OldUrl(url, self.parser.CurrentLineNumber))
        self._open.pop()
        self._forget_text()

    def _add_text(self, text: str) -> None:
        # What is longer than any URL is held no further.
        if self._size <= _LONGEST:
            self._size += len(text)
            self._text.append(text)

    def _forget_text(self) -> None:
        self._text.clear()
        self._size = 0
