"""Small web pages, and captures of them by their addresses."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Mapping
from functools import partial

from newsgen.importers.imported import Imported
from newsgen.importers.web.address_key import address_key
from newsgen.importers.web.capture import Capture
from newsgen.importers.web.read import read_web

TODAY = datetime.date(2026, 1, 1)
_WORDS = "miller wheel quay ferry lantern council harbour gull baker rope tide school".split()
_PLACES = "Ellery Sorrel Gannet Causeway Ropewalk Tanner Fishgate Longbank Northpier Saltquay Creek Causey".split()


def prose(seed: int, count: int = 6) -> list[str]:
    """Paragraphs of prose, other ones for every seed."""
    return [_paragraph(seed, number) for number in range(count)]


def _paragraph(seed: int, number: int) -> str:
    first, other = _WORDS[(seed + number) % 12], _WORDS[(seed * 7 + number * 3) % 12]
    here, there = _PLACES[(seed * 5 + number) % 12], _PLACES[seed % 12]
    return (
        f"On the morning of day {seed}-{number} the {first} of {here} was seen beside the {other}, and those who had "
        f"come from {there} said that nobody in number {seed * 100 + number} had expected it to be so quiet there."
    )


def page(headline: str, paragraphs: list[str], head: str = "", after: str = "") -> str:
    """The HTML of an article's page with a menu and a footer."""
    text = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    menu = '<nav class="menu"><a href="/">Home</a> <a href="/news/">News</a></nav>'
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{headline} - The Quay</title>{head}</head>'
        f'<body>{menu}<main><article><h1>{headline}</h1><div class="story">{text}</div></article>{after}</main>'
        "<footer>The Quay, Fish Street</footer></body></html>"
    )


ARTICLE = '<meta property="og:type" content="article"><meta property="article:published_time" content="2019-05-14">'


def canonical(url: str) -> str:
    """The element by which a page names its own address."""
    return f'<link rel="canonical" href="{url}">'


class Captures:
    """Captures in memory, of pages and files by their addresses."""

    def __init__(self, files: Mapping[str, str | bytes | tuple[str | bytes, int]]) -> None:
        self._captures: list[Capture] = []
        self._by_key: dict[str, Capture] = {}
        for address, given in files.items():
            content, status = given if isinstance(given, tuple) else (given, 0)
            raw = content.encode() if isinstance(content, str) else content
            media_type = "text/html" if isinstance(content, str) else ""
            made = Capture(address, address, partial(io.BytesIO, raw), len(raw), media_type, status=status)
            self._captures.append(made)
            self._by_key.setdefault(address_key(address), made)

    def captures(self) -> Iterator[Capture]:
        """All captures."""
        yield from self._captures

    def find(self, address: str) -> Capture | None:
        """The capture of an address."""
        return self._by_key.get(address_key(address))


def read_pages(files: Mapping[str, str | bytes | tuple[str | bytes, int]]) -> list[Imported]:
    """All that is found in captures."""
    return list(read_web(Captures(files), TODAY))
