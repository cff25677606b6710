"""Read the URLs of an old site from its sitemap, from the index of a web archive, or from a plain list."""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from newsgen.commands.urls.old_urls.cdx import is_cdx, read_cdx
from newsgen.commands.urls.old_urls.old_url import OldUrl, UrlParts, split_url
from newsgen.commands.urls.old_urls.sitemap import find_part, read_part, read_sitemap
from newsgen.errors import NewsgenError, Problem
from newsgen.record.limits import OLD_URLS, URL_LINE_BYTES, URL_LIST_BYTES, URL_LIST_RATIO

_CHUNK = 1 << 16
# Bytes that a packed list may unpack to, whatever its size.
_SMALL = 4 << 20
_BOMS_AND_SPACE = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_URL = re.compile(r"(?:https?://[^/\s]|/)\S*$", re.IGNORECASE)
_REASON = "Its URLs cannot be compared with the archive."
_FIX = "Name a sitemap.xml, a list of URLs with one a line, or CDX lines; each may be packed as .gz."


def read_old_urls(file: Path) -> tuple[OldUrl, ...]:
    """The URLs of a file, and of the parts of a sitemap index that lie beside it, each once and in their order.

    Scheme, "www." and fragment make no difference. Raises NewsgenError for what cannot be read.
    """
    first: dict[UrlParts, OldUrl] = {}
    for number, old in enumerate(_read(file)):
        if number == OLD_URLS:
            raise _too_much(file, old.line, f"holds more than {OLD_URLS:,} URLs")
        first.setdefault(split_url(old.url), old)
    return tuple(first.values())


def _read(file: Path) -> Iterator[OldUrl]:
    content = _read_bytes(file)
    start = next(content, b"")
    if start.lstrip(_BOMS_AND_SPACE)[:1] == b"<":
        sitemap = read_sitemap(chain([start], content), file)
        yield from sitemap.urls
        for part in [find_part(part, file) for part in sitemap.parts]:
            yield from read_part(_read_bytes(part), part)
        return
    lines = _split_lines(chain([start], content), file)
    first = next(lines, None)
    if first:
        read = read_cdx if is_cdx(first[1]) else _read_list
        yield from read(chain([first], lines), file)


def _read_list(lines: Iterable[tuple[int, str]], file: Path) -> Iterator[OldUrl]:
    for number, line in lines:
        url = line.strip()
        if url.startswith("#"):
            continue
        if not _URL.match(url):
            message = f'is no URL: "{url:.60}"'
            raise NewsgenError([Problem(str(file), number, message, _REASON, _FIX)])
        yield OldUrl(url, number)


def _read_bytes(file: Path) -> Iterator[bytes]:
    """The bytes of a file in pieces, unpacked if its name ends in .gz."""
    size = 0
    try:
        most = min(URL_LIST_BYTES, max(_SMALL, file.stat().st_size * URL_LIST_RATIO))
        with gzip.open(file) if file.suffix == ".gz" else file.open("rb") as opened:
            while piece := opened.read(_CHUNK):
                size += len(piece)
                if size > most:
                    raise _too_much(file, 0, f"is unpacked to more than {most:,} bytes")
                yield piece
    except (OSError, EOFError, zlib.error) as error:
        message = f"cannot be read: {getattr(error, 'strerror', None) or error}"
        raise NewsgenError([Problem(str(file), 0, message, _REASON, _FIX)]) from None


def _too_much(file: Path, line: int, message: str) -> NewsgenError:
    fix = "Divide it, and compare one part after the other (docs/limits.md)."
    return NewsgenError([Problem(str(file), line, message, "Comparing so many would have no end.", fix)])


def _split_lines(content: Iterable[bytes], file: Path) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with their numbers."""
    rest = b""
    number = 0
    # Many files lack the last line end.
    for piece in chain(content, [b"\n"]):
        *lines, rest = (rest + piece).split(b"\n")
        if len(rest) > URL_LINE_BYTES:
            raise _too_much(file, number + len(lines) + 1, f"has a line of more than {URL_LINE_BYTES:,} bytes")
        for line in lines:
            number += 1
            try:
                text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r")
            except UnicodeDecodeError:
                raise NewsgenError([Problem(str(file), number, "is not UTF-8", _REASON, _FIX)]) from None
            if text.strip():
                yield number, text
