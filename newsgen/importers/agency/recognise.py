"""What a file holds, told by looking inside: its items, whatever its name ends in."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.agency.item.news_item import NewsItem
from newsgen.importers.agency.newsml.g2 import read_g2
from newsgen.importers.agency.newsml.newsml1 import read_newsml1
from newsgen.importers.agency.newsml.rbnews import read_ritzau
from newsgen.importers.agency.ninjs.record import read_ninjs
from newsgen.importers.agency.nitf.document import read_nitf
from newsgen.importers.agency.wires.anpa import is_anpa, read_anpa
from newsgen.importers.agency.wires.iptc7901 import is_iptc7901, read_iptc7901
from newsgen.importers.agency.wires.messages import is_wire, read_messages
from newsgen.importers.agency.xml.decode import decode_bytes, decode_chunks
from newsgen.importers.agency.xml.units import UNITS, read_units
from newsgen.importers.input_files import InputFile
from newsgen.record.import_entry import Entry

_READERS: dict[str, Callable[[Element], NewsItem]] = {
    "nitf": read_nitf,
    "newsItem": read_g2,
    "packageItem": read_g2,
    "NewsItem": read_newsml1,
    "RBNews": read_ritzau,
}
_START = 1 << 16
_UNIT = re.compile(r"<(?:[\w.-]+:)?(?:" + "|".join(sorted(UNITS)) + r")[\s>/]")
_ROOT = re.compile(r"<([A-Za-z_][A-Za-z0-9_.:-]*)")
# A file of JSON is read whole: one that is larger than this holds no single item.
_LARGEST_JSON = 1 << 27
_OTHER_ITEMS = "It is no article: it describes concepts, plans or catalogues."
_NO_FORMAT = "It is of no agency format."
_NINJS = frozenset(
    ["uri", "guid", "headline", "headlines", "body_html", "body_text", "bodies", "versioncreated", "pubstatus", "type"]
)
_WRAPPERS = ("item", "items", "_items", "data", "results", "newsitems", "hits")


class FoundItem(NamedTuple):
    """An item, and the place where it stands."""

    item: NewsItem
    place: str


def read_file(file: InputFile) -> Iterator[FoundItem | Entry | Problem]:
    """The items of a file in its order, what became of the rest of it, and what is wrong with it."""
    with file.open() as opened:
        start = opened.read(_START)
    if is_wire(start):
        yield from _read_wire(file)
    elif start.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        yield from _read_json(file)
    else:
        yield from _read_xml(file, start)


def _read_xml(file: InputFile, start: bytes) -> Iterator[FoundItem | Entry | Problem]:
    text = next(decode_chunks(file), "") if b"<" in start else ""
    text = text if text.lstrip("\ufeff \t\r\n").startswith("<") else ""
    if not _UNIT.search(text[:_START]):
        first = _ROOT.search(text)
        reason = f"It is XML of another kind: its first element is {first[1]}." if first else _NO_FORMAT
        yield Entry("file", "other", "left out", reason if len(reason) < 120 else reason[:119], file.label)
        return
    formats: set[str] = set()
    problems: list[Problem] = []
    root: Element | None = None
    try:
        for unit in read_units(file):
            reader = _READERS.get(unit.element.tag)
            if unit.root is not root and unit.root is not unit.element:
                root = unit.root
                yield from (
                    Entry("transmission line", part.tag, "left out", "It routes the message.", file.label)
                    for part in root
                    if part.tag.lower() in ("header", "newsenvelope", "catalog")
                )
            if reader is None:
                yield Entry("item", unit.element.tag, "left out", _OTHER_ITEMS, file.label)
                continue
            item = reader(unit.element)
            formats.add(item.format)
            yield FoundItem(item, f"{file.label}:{unit.line}" if unit.line > 1 else file.label)
    except NewsgenError as error:
        problems += error.problems
    yield from problems
    if problems:
        yield Entry(
            "file", ", ".join(sorted(formats)) or "XML", "left out", "It is broken from some line on.", file.label
        )
    else:
        yield Entry("file", ", ".join(sorted(formats)) or "XML", "taken")


def _read_wire(file: InputFile) -> Iterator[FoundItem | Entry | Problem]:
    formats: set[str] = set()
    for message in read_messages(file):
        if not message.is_whole:
            yield Problem(
                file.label,
                message.line,
                "has a message of more than 4 MB",
                "A message of a wire has some thousands of characters, so that its end is missing. It is not imported.",
                "Export it again, or write its text into a Markdown file.",
            )
            continue
        reader = read_anpa if is_anpa(message) else read_iptc7901 if is_iptc7901(message) else None
        if reader is None:
            yield Problem(
                file.label,
                message.line,
                "has a message whose header is neither that of ANPA 1312 nor of IPTC 7901",
                "Its text is not imported.",
                "Export it again, or write its text into a Markdown file.",
            )
            continue
        item = reader(message)
        formats.add(item.format)
        yield FoundItem(item, f"{file.label}:{message.line}" if message.line > 1 else file.label)
    if formats:
        yield Entry("file", ", ".join(sorted(formats)), "taken")
    else:
        yield Entry("file", "wire", "left out", "It holds no message that can be read.", file.label)


def _read_json(file: InputFile) -> Iterator[FoundItem | Entry | Problem]:
    if file.size > _LARGEST_JSON:
        yield Entry("file", "JSON", "left out", "It is larger than a file of news items can be.", file.label)
        return
    with file.open() as opened:
        text = decode_bytes(opened.read()).lstrip("\ufeff")
    count = 0
    try:
        for number, value in enumerate(_values(text)):
            for record in _items_in(value):
                count += 1
                yield FoundItem(
                    read_ninjs(record), file.label if count == 1 and not number else f"{file.label}#{count}"
                )
    except json.JSONDecodeError as error:
        yield Problem(
            file.label,
            error.lineno,
            f"is not JSON: {error.msg}",
            "What stands after it is not imported.",
            "Export it again.",
        )
    except (RecursionError, ValueError):
        yield Problem(
            file.label,
            0,
            "is nested too deeply, or has a number that is too long",
            "It is not imported.",
            "Export it again.",
        )
    if count:
        yield Entry("file", "ninjs", "taken")
    else:
        yield Entry("file", "JSON", "left out", "It is JSON of another kind than ninjs.", file.label)


def _values(text: str) -> Iterator[Any]:
    """The values of a text of JSON, also where there is one a line."""
    decoder = json.JSONDecoder()
    position = 0
    while position < len(text):
        if text[position] in " \t\r\n,":
            position += 1
            continue
        value, position = decoder.raw_decode(text, position)
        yield value


def _items_in(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        for part in value:
            yield from _items_in(part)
    elif isinstance(value, Mapping):
        names = {str(name).lower() for name in value}
        if len(names & _NINJS) >= 2:
            yield value
            return
        for name in _WRAPPERS:
            if isinstance(value.get(name), list | Mapping):
                yield from _items_in(value[name])
