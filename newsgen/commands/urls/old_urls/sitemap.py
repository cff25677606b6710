"""Sitemaps and sitemap indexes (sitemaps.org), read piece by piece.

A sitemap has no document type, so that one with a document type is refused: entities that unfold to gigabytes, and
those that name files, can only be declared there. That holds with every version of expat, and needs no other library.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit
from xml.parsers import expat

from newsgen.commands.urls.old_urls.old_url import OldUrl
from newsgen.errors import NewsgenError, Problem

_LONGEST = 8_000
_REASON = "Its URLs cannot be compared with the archive."


class Sitemap(NamedTuple):
    """The URLs of a sitemap, and the files of the parts that a sitemap index names."""

    urls: tuple[OldUrl, ...]
    parts: tuple[Path, ...]


def read_sitemap(content: Iterable[bytes], file: Path, is_part: bool = False) -> Sitemap:
    """Read a sitemap; parts of an index are looked for beside it, by the last name of their URLs.

    Raises BuildFailed for what is no sitemap, for a part that is not there, and for a part that has parts itself.
    """
    reading = _Reading(file)
    try:
        for piece in content:
            reading.parser.Parse(piece, False)
        reading.parser.Parse(b"", True)
    except expat.ExpatError as error:
        message = f"cannot read XML: {expat.ErrorString(error.code)}"
        raise NewsgenError([Problem(str(file), error.lineno, message, _REASON, "Fetch it anew, whole.")]) from None
    if not (reading.urls or reading.parts):
        fix = "Name a sitemap.xml; in one, each URL stands in <url><loc>."
        raise NewsgenError([Problem(str(file), 0, "is no sitemap, or one without URLs", _REASON, fix)])
    if is_part and reading.parts:
        message = "is a sitemap index, and the part of one"
        raise NewsgenError([Problem(str(file), reading.parts[0].line, message, _REASON, "Name it by itself.")])
    return Sitemap(tuple(reading.urls), tuple(_find_part(part, file) for part in reading.parts))


class _Reading:
    """What was read so far, and where in the document."""

    def __init__(self, file: Path) -> None:
        self.urls: list[OldUrl] = []
        self.parts: list[OldUrl] = []
        self._file = file
        self._open: list[str] = []
        self._text: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text.append

    def _refuse(self, *declared: object) -> None:
        message = "has a document type, which no sitemap has"
        fix = "Name the sitemap.xml itself; a page about it may have been saved instead."
        raise NewsgenError([Problem(str(self._file), self.parser.CurrentLineNumber, message, _REASON, fix)])

    def _start(self, name: str, attributes: object) -> None:
        self._open.append(name.rpartition(" ")[2])
        self._text.clear()

    def _end(self, name: str) -> None:
        found = {"url/loc": self.urls, "sitemap/loc": self.parts}.get("/".join(self._open[-2:]))
        url = "".join(self._text).strip()
        if found is not None and url and len(url) <= _LONGEST:
            found.append(OldUrl(url, self.parser.CurrentLineNumber))
        self._open.pop()
        self._text.clear()


def _find_part(part: OldUrl, file: Path) -> Path:
    """The file of a part: with the last name of its URL, packed or not."""
    try:
        name = urlsplit(part.url).path.rpartition("/")[2]
    except ValueError:
        name = ""
    for candidate in (name, f"{name}.gz", name.removesuffix(".gz")) if name.strip(".") and "\0" not in name else ():
        if (file.parent / candidate).is_file():
            return file.parent / candidate
    message = f"names a part that does not lie beside it: {part.url:.200}"
    raise NewsgenError(
        [Problem(str(file), part.line, message, "Its URLs would be left out.", "Fetch it into the same folder.")]
    )
