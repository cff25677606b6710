"""The URLs that an old site had: from its sitemap, from a web archive's index, or from a plain list."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsgen.commands.urls.old_urls.cdx import is_cdx, read_cdx
from newsgen.commands.urls.old_urls.old_url import OldUrl, Parts, parts_of
from newsgen.commands.urls.old_urls.sitemap import read_sitemap
from newsgen.errors import NewsgenError, Problem

# A sitemap has at most 50 MB (sitemaps.org), and lists of a million URLs some 100: what is larger is a bomb.
_MOST = 1 << 30
_CHUNK = 1 << 16
_URL = re.compile(r"(?:https?://[^/\s]|/)\S*$", re.IGNORECASE)
_REASON = "Its URLs cannot be compared with the archive."
_FIX = "Name a sitemap.xml, a list of URLs with one a line, or CDX lines; each may be packed as .gz."


def read_old_urls(file: Path) -> tuple[OldUrl, ...]:
    """The URLs of a file, and of the parts of a sitemap index that lie beside it, each once and in their order.

    http and https, with and without "www.", are one URL, as are all places on a page. Raises BuildFailed for what
    cannot be read.
    """
    first: dict[Parts, OldUrl] = {}
    for old in _read(file):
        first.setdefault(parts_of(old.url), old)
    return tuple(first.values())


def _read(file: Path) -> Iterator[OldUrl]:
    content = _content(file)
    start = next(content, b"")
    if start.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] == b"<":
        sitemap = read_sitemap(_joined(start, content), file)
        yield from sitemap.urls
        for part in sitemap.parts:
            yield from read_sitemap(_content(part), part, is_part=True).urls
        return
    lines = _lines(_joined(start, content), file)
    first = next(lines, (0, ""))
    found = read_cdx if is_cdx(first[1]) else _read_list
    yield from found(_from(first, lines), file)


def _read_list(lines: Iterable[tuple[int, str]], file: Path) -> Iterator[OldUrl]:
    for number, line in lines:
        url = line.strip()
        if url.startswith("#"):
            continue
        if not _URL.match(url):
            message = f'is no URL: "{url:.60}"'
            raise NewsgenError([Problem(str(file), number, message, _REASON, _FIX)])
        yield OldUrl(url, number)


def _content(file: Path) -> Iterator[bytes]:
    """What a file holds, unpacked where its name ends in .gz, piece by piece."""
    size = 0
    try:
        with gzip.open(file) if file.suffix == ".gz" else file.open("rb") as opened:
            while piece := opened.read(_CHUNK):
                size += len(piece)
                if size > _MOST:
                    raise NewsgenError([Problem(str(file), 0, "holds more than a gigabyte", _REASON, "Divide it.")])
                yield piece
    except (OSError, EOFError, zlib.error) as error:
        message = f"cannot be read: {getattr(error, 'strerror', None) or error}"
        raise NewsgenError([Problem(str(file), 0, message, _REASON, _FIX)]) from None


def _lines(content: Iterator[bytes], file: Path) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with their numbers."""
    rest = b""
    number = 0
    for piece in _joined_end(content):
        *whole, rest = (rest + piece).split(b"\n")
        for line in whole:
            number += 1
            try:
                text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r")
            except UnicodeDecodeError:
                raise NewsgenError([Problem(str(file), number, "is not UTF-8", _REASON, _FIX)]) from None
            if text.strip():
                yield number, text


def _joined(start: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield start
    yield from rest


def _joined_end(content: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces and a last end of line, which many files lack."""
    yield from content
    yield b"\n"


def _from(first: tuple[int, str], rest: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    if first[0]:
        yield first
    yield from rest
