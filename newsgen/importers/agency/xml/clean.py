"""XML that a parser takes: without the document type, with characters for the entities of HTML, without controls."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from html.entities import html5

# A document type stands in the first characters of a file; one with all of NITF's own in it has 100,000.
_PROLOG = 1 << 18
# What a reference or the mark of a section may have at most: it is not cut between two pieces.
_LONGEST_MARK = 64
_ROOT = re.compile(r"<[A-Za-z_]")
_DECLARATION = re.compile(r"\A\s*<\?xml\b[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^\[<>]*+(?:\[(?P<subset>(?:(?!<!DOCTYPE).)*?)\]\s*+)?>", re.DOTALL)
_ENTITY = re.compile(r"<!ENTITY\s+(?P<name>[\w.:-]+)\s+(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')?")
_REFERENCE = re.compile(r"&(?:#(?P<code>[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});|(?P<name>[A-Za-z_][\w.:-]{0,40});)?")
_CODE = re.compile(r"&#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_XML_NAMES = frozenset(("amp", "lt", "gt", "quot", "apos"))
_OPEN, _CLOSE = "<![CDATA[", "]]>"
# An entity that is longer, or made of others, may grow without an end.
_LONGEST_ENTITY = 100


class UnsafeEntity(ValueError):
    """A text refers to an entity that leads to another file or is made of other entities."""


def clean_xml(chunks: Iterable[str]) -> Iterator[str]:
    """The pieces of an XML text as a parser takes them; lines stay lines.

    Document types are never fetched. Raises UnsafeEntity.
    """
    pieces = iter(chunks)
    start = ""
    for piece in pieces:
        start += piece
        if len(start) > _PROLOG or ("<!DOCTYPE" not in start and _ROOT.search(start) and len(start) > _LONGEST_MARK):
            break
    start = _DECLARATION.sub(_only_lines, start.removeprefix("\ufeff").lstrip())
    doctype = _DOCTYPE.search(start)
    entities: dict[str, str | None] = {}
    if doctype and not _ROOT.search(start, 0, doctype.start()):
        entities = _entities_of(doctype["subset"] or "")
        start = start[: doctype.start()] + _only_lines(doctype) + start[doctype.end() :]
    yield from _clean_pieces(start, pieces, entities)


def _only_lines(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _entities_of(subset: str) -> dict[str, str | None]:
    """The entities that a document type declares; None for one that is not safe."""
    found: dict[str, str | None] = {}
    for entity in _ENTITY.finditer(subset):
        value = entity["double"] if entity["double"] is not None else entity["single"]
        is_safe = value is not None and len(value) <= _LONGEST_ENTITY and not set(_CODE.sub("", value)) & set("&%<")
        found.setdefault(entity["name"], unescape(value) if value is not None and is_safe else None)
    return found


def _clean_pieces(start: str, pieces: Iterator[str], entities: Mapping[str, str | None]) -> Iterator[str]:
    held, in_section = start, False
    while True:
        following = next(pieces, None)
        cut = len(held) if following is None else _safe_cut(held)
        text, held = held[:cut], held[cut:]
        cleaned, in_section = _clean(_NOT_XML.sub("", text), in_section, entities)
        yield cleaned
        if following is None:
            return
        held += following


def _safe_cut(text: str) -> int:
    """Where a text can be cut: not inside a reference or the mark of a section."""
    edge = max(len(text) - _LONGEST_MARK, 0)
    marks = [found for found in (text.find(sign, edge) for sign in "&<]") if found >= 0]
    return min(marks, default=len(text))


def _clean(text: str, in_section: bool, entities: Mapping[str, str | None]) -> tuple[str, bool]:
    parts: list[str] = []
    position = 0
    while position < len(text):
        end = text.find(_CLOSE if in_section else _OPEN, position)
        mark = _CLOSE if in_section else _OPEN
        stop = len(text) if end < 0 else end + len(mark)
        piece = text[position:stop]
        parts.append(piece if in_section else _REFERENCE.sub(lambda found: _resolve(found, entities), piece))
        position = stop
        in_section = in_section if end < 0 else not in_section
    return "".join(parts), in_section


def _resolve(found: re.Match[str], entities: Mapping[str, str | None]) -> str:
    if found["code"]:
        if not found["code"].strip("0xX"):
            return ""
        return _escape(_NOT_XML.sub("", unescape(found[0])))
    name = found["name"]
    if name in _XML_NAMES:
        return found[0]
    if name in entities:
        value = entities[name]
        if value is None:
            raise UnsafeEntity(name)
        return _escape(value)
    if name and f"{name};" in html5:
        return _escape(html5[f"{name};"])
    return f"&amp;{found[0][1:]}"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
