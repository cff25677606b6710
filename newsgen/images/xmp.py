"""Read the texts of a picture's XMP packet (ISO 16684-1), which stands in the file as it is, whatever its format."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from xml.etree import ElementTree

from newsgen.images.boxes import Content

_OPENING = re.compile(rb"<(?P<name>(?:\w{1,40}:)?(?:xmpmeta|xapmeta|RDF))[\s>]")
# Bytes of a packet, and beginnings of one that are looked at: a picture has two.
_LONGEST, _MOST_OPENINGS = 1_000_000, 50
# No packet declares entities, and a reader that followed them could be made to work for long.
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_RDF, _DC = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}", "{http://purl.org/dc/elements/1.1/}"
_PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_NAMES = {f"{_DC}description": "caption", f"{_DC}creator": "creator", f"{_PHOTOSHOP}Credit": "credit"}


def read_xmp(content: Content) -> Mapping[str, tuple[str, ...]]:
    """The caption, the creators and the credit of a picture, by "caption", "creator" and "credit"."""
    packet = _find_packet(content)
    if not packet or _DECLARATION.search(packet):
        return {}
    try:
        root = ElementTree.fromstring(packet.decode("utf-8"))
    except (ElementTree.ParseError, UnicodeDecodeError):
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for description in root.iter(f"{_RDF}Description"):
        for name, text in description.attrib.items():
            if name in _NAMES:
                found.setdefault(_NAMES[name], (text,))
        for element in description:
            if element.tag in _NAMES:
                found.setdefault(_NAMES[element.tag], _texts_of(element))
    return found


def _find_packet(content: Content) -> bytes:
    """The first element of a packet that ends; b"" where there is none."""
    for opening in islice(_OPENING.finditer(content), _MOST_OPENINGS):
        closing = b"</" + opening["name"] + b">"
        end = content.find(closing, opening.end() + 1, opening.end() + _LONGEST + len(closing))
        if end >= 0:
            return bytes(content[opening.start() : end + len(closing)])
    return b""


def _texts_of(element: ElementTree.Element) -> tuple[str, ...]:
    """The text of a property; of several languages the default one, and of a list all."""
    items = list(element.iter(f"{_RDF}li"))
    if not items:
        return ("".join(element.itertext()),)
    if element.find(f"{_RDF}Alt") is not None:
        items = sorted(items, key=lambda item: item.get(_LANGUAGE) != "x-default")[:1]
    return tuple("".join(item.itertext()) for item in items)
