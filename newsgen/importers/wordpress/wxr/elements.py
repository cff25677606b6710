"""The elements inside a chunk of WXR: names, attributes and texts, read as WordPress and its importers mean them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple

_TAG = re.compile(r"\s*<(/)?([A-Za-z_][\w.:-]{0,100})((?:\s[^<>]{0,4000})?)(/)?>")
_NEXT_TAG = re.compile(r"<!--|</?[A-Za-z_][\w.:-]{0,100}[\s/>]")
# A name begins where no other character of a name stands before it: in a long word it is looked for once.
_ATTRIBUTE = re.compile(r"(?<![\w.:-])([A-Za-z_][\w.:-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_CDATA = "<![CDATA["
_ENDS_OTHER = re.compile(r"\s*</")
_SECTION = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
# Elements with elements inside; WordPress writes them with its own prefix, and RSS has a "category" with a text.
_CONTAINERS = frozenset(
    "wp:author wp:category wp:tag wp:term wp:termmeta wp:postmeta wp:comment wp:commentmeta".split()
)
_NUMBER = re.compile(r"&#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,9}));?")
NO_PREFIXES: Mapping[str, str] = {}
# Namespaces by the prefixes that WordPress gives them.
_NAMESPACES = (
    (re.compile(r"https?://wordpress\.org/export/[^/]*/excerpt/?"), "excerpt"),
    (re.compile(r"https?://wordpress\.org/export/[^/]*/?"), "wp"),
    (re.compile(r"https?://purl\.org/rss/1\.0/modules/content/?"), "content"),
    (re.compile(r"https?://purl\.org/dc/elements/1\.1/?"), "dc"),
)


class Element(NamedTuple):
    """An element: its name with the prefix that WordPress gives its namespace, its attributes, and its text.

    One that holds elements has no text; they follow it.
    """

    name: str
    attributes: str
    text: str


def read_elements(text: str, prefixes: Mapping[str, str] = NO_PREFIXES) -> Iterator[Element]:
    """The elements inside a chunk's outermost one, in their order.

    What is no element, and the end of one that is not open, is passed over. An element that does not end has the rest
    as its text. `prefixes` are those that the file gives to namespaces, each with WordPress's own.
    """
    outer = _TAG.match(text)
    position = outer.end() if outer else 0
    while True:
        tag = _TAG.match(text, position)
        if not tag:
            following = _NEXT_TAG.search(text, position + 1)
            if not following:
                return
            position = following.start()
            if text.startswith("<!--", position):
                end = text.find("-->", position)
                position = end + 3 if end >= 0 else len(text)
            continue
        closes, written, attributes, is_empty = tag.groups()
        position = tag.end()
        name = _canonical(written, attributes, prefixes)
        if closes:
            continue
        if is_empty or attributes.endswith("/") or name in _CONTAINERS:
            yield Element(name, attributes, "")
        else:
            value, position = _read_text(text, position, written)
            yield Element(name, attributes, value)


def attributes_of(attributes: str) -> dict[str, str]:
    """The attributes of an element by their names."""
    return {
        name: decode(double or single) if "&" in (double or single) else double or single
        for name, double, single in _ATTRIBUTE.findall(attributes)
    }


def find_prefixes(head: str) -> dict[str, str]:
    """The prefixes of a file's namespaces that are not those of WordPress, each with WordPress's own."""
    found = {}
    for name, double, single in _ATTRIBUTE.findall(head[:_LONGEST_ROOT]):
        if name.startswith("xmlns:"):
            own = _prefix_of(double or single)
            if own and own != name[6:]:
                found[name[6:]] = own
    return found


# Characters within which the namespaces stand, behind the comments that WordPress writes.
_LONGEST_ROOT = 16_384


def _prefix_of(address: str) -> str:
    return next((prefix for pattern, prefix in _NAMESPACES if pattern.fullmatch(address)), "")


def _canonical(name: str, attributes: str, prefixes: Mapping[str, str]) -> str:
    prefix, colon, local = name.rpartition(":")
    if colon and prefix in prefixes:
        return f"{prefixes[prefix]}:{local}"
    if not colon and "xmlns" in attributes:
        for key, double, single in _ATTRIBUTE.findall(attributes):
            if key == "xmlns" and _prefix_of(double or single):
                return f"{_prefix_of(double or single)}:{name}"
    return name


def _read_text(text: str, start: int, name: str) -> tuple[str, int]:
    """The text of an element that begins at a position, and where the element ends."""
    closing = f"</{name}"
    if text.startswith(_CDATA, start):
        end = text.find("]]>", start)
        after = end + 3
        if end >= 0 and text.startswith(closing, after):
            return text[start + 9 : end], _end_of_tag(text, after)
    else:
        end = text.find(closing, start)
        if end >= 0 and text.find(_CDATA, start, end) < 0:
            value = text[start:end]
            return (decode(value) if "&" in value else value), _end_of_tag(text, end)
    return _read_sections(text, start, closing)


def _end_of_tag(text: str, position: int) -> int:
    end = text.find(">", position)
    return end + 1 if end >= 0 else len(text)


def _read_sections(text: str, start: int, closing: str) -> tuple[str, int]:
    """The text of an element of several CDATA sections, or of one that holds the end of one unescaped.

    A text outside of sections cannot contain "]]>" (XML 1.0, production 14). Where one does, the writer has put a text
    into a section as it was: it reaches from the first beginning of a section to the last end.
    """
    position, end = start, len(text)
    while True:
        section, tag = text.find(_CDATA, position), text.find(closing, position)
        if tag >= 0 and (section < 0 or tag < section):
            end = tag
            break
        if section < 0:
            break
        closed = text.find("]]>", section)
        if closed < 0 or (0 <= text.find(closing, section) < closed and _ENDS_OTHER.match(text, closed + 3)):
            # The section does not end, or with that of a later element: its own element's tag ends it.
            tag = text.find(closing, section)
            end = tag if tag >= 0 else len(text)
            return text[section + len(_CDATA) : end], _end_of_tag(text, end)
        position = closed + 3
    value = text[start:end]
    first = value.find(_CDATA)
    if first < 0:
        return decode(value), _end_of_tag(text, end)
    outside = _SECTION.sub("", value)
    if "]]>" in outside:
        return value[first + len(_CDATA) : value.rfind("]]>")], _end_of_tag(text, end)
    parts = _SECTION.split(value)
    texts = [part if number % 2 else decode(part if part.strip() else "") for number, part in enumerate(parts)]
    return "".join(texts), _end_of_tag(text, end)


def decode(text: str) -> str:
    """A text with characters for its entities; entities that only a document type would define stay as they are."""
    return unescape(_NUMBER.sub(_checked_number, text))


def _checked_number(match: re.Match[str]) -> str:
    number = int(match[1], 16) if match[1] else int(match[2])
    if number in (9, 10, 13) or 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or 0x10000 <= number < 0x110000:
        return match[0]
    return "" if number < 0x20 else "\ufffd"
