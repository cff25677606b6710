"""The body of a NITF document as HTML, and the pictures in it."""

from __future__ import annotations

import base64
import binascii
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import BinaryIO
from xml.etree.ElementTree import Element

from newsgen.importers.agency.item.contacts import without_contacts
from newsgen.importers.agency.item.markup import looks_like_html
from newsgen.importers.agency.item.news_item import Picture
from newsgen.importers.agency.nitf.tables import has_titles, split_table
from newsgen.importers.agency.xml.tree import plain, text_of
from newsgen.record.import_entry import Entry

# NITF 3.6, "block.content" and HTML's blocks, by the element of HTML that each becomes.
_BLOCKS = {
    **{
        name: name for name in ("p", "ul", "ol", "li", "dl", "dt", "dd", "pre", "table", "caption", "colgroup", "thead")
    },
    **{name: name for name in ("tbody", "tfoot", "tr", "th", "td", "div", "blockquote", "figure", "figcaption")},
    **{name: name for name in ("h2", "h3", "h4", "h5", "h6", "section", "article", "aside", "header", "footer")},
    "h1": "h2",
    "hl1": "h2",
    "hl2": "h2",
    "hl3": "h3",
    "hl4": "h4",
    "hl5": "h5",
    "bq": "blockquote",
    "credit": "p",
    "fn": "p",
    "note": "div",
    "block": "div",
    "hedline": "div",
    "byline": "p",
    "dateline": "p",
    "copyrite": "p",
    "tagline": "p",
    "bibliography": "p",
    "datasource": "p",
    "nitf-table": "div",
    "media": "div",
    "media-caption": "p",
    "media-producer": "p",
    "abstract": "div",
    "distributor": "p",
    "body.content": "div",
    "body.head": "div",
    "body.end": "div",
    "block.head": "div",
    "block.content": "div",
    "block.end": "div",
    "content": "div",
    "custom-table": "div",
}
_INLINE = {
    **{name: name for name in ("em", "strong", "b", "i", "u", "s", "sub", "sup", "q", "a", "span", "code", "small")},
    "bold": "strong",
    "italic": "em",
    "underline": "u",
    "virtloc": "span",
}
_EMPTY = {"br": "br", "hr": "hr", "img": "img", "col": "col"}
_KEPT = frozenset(("href", "colspan", "rowspan", "src", "alt", "title", "width", "height", "start", "reversed", "id"))
_SKIPPED = frozenset(("nitf-table-metadata", "media-metadata", "frac-sep", "alt-code", "nitf-colgroup"))
# A line that the sender broke for a telex: as long as a column allows, with the space before the break.
_TELEX_LINE = range(45, 81)
# Lines that say who wrote a text, and often how to reach them.
_OF_WRITERS = frozenset(("tagline", "byline", "distributor", "bibliography"))
_PICTURE_KINDS = frozenset(("image", "photo", "picture", "graphic", "illustration", ""))


@dataclass(slots=True)
class NitfBody:
    """A body's HTML, its pictures, and the account of what is no text."""

    html: str = ""
    pictures: list[Picture] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)

    def add(self, element: Element) -> None:
        """Add what an element holds."""
        self.html += "".join(self._children(element, is_block=True))

    def _children(self, element: Element, is_block: bool) -> Iterator[str]:
        """The content of an element; text among blocks becomes paragraphs, and text that is HTML stays that."""
        if is_block and not len(element) and looks_like_html(element.text or ""):
            yield element.text or ""
            return
        inline: list[str] = [_text(element.text)]
        for child in element:
            if is_block and self._is_block(child):
                yield _paragraph(inline)
                inline = []
                yield "".join(self._convert(child))
            else:
                inline.extend(self._convert(child))
            inline.append(_text(child.tail))
        yield _paragraph(inline) if is_block else "".join(inline)

    def _is_block(self, element: Element) -> bool:
        return element.tag in _BLOCKS or element.tag == "hr" or any(map(self._is_block, element))

    def _convert(self, element: Element) -> Iterator[str]:
        tag = element.tag
        if tag == "media":
            yield from self._convert_media(element)
        elif tag == "note" and element.get("type") == "npa":
            self.entries.append(Entry("note", tag, "left out", "It is marked as not to be published."))
        elif tag in _OF_WRITERS and "@" in text_of(element):
            text, _ = without_contacts(text_of(element))
            self.entries.append(Entry("address", tag, "left out", "Addresses and accounts are not published."))
            yield f"<p>{escape(text, quote=False)}</p>" if text else ""
        elif tag in _SKIPPED:
            self.entries.append(Entry("element", tag, "left out", "It says how the text is set, and has no text."))
        elif tag in _EMPTY:
            yield f"<{_EMPTY[tag]}{_attributes(element)}>"
        elif tag == "p" and re.fullmatch(r"_{2,}|\*{3}|-{3,}", text_of(element)):
            yield "<hr>"
        elif tag == "table" and has_titles(element):
            yield from split_table(element)
        elif tag == "p" and _is_telex(element):
            yield f"<p>{' '.join(_text(part).strip() for part in element.itertext())}</p>"
        elif tag == "frac":
            yield escape("/".join(text for child in element if (text := text_of(child))))
        elif tag in _BLOCKS:
            name = _BLOCKS[tag]
            is_block = name in ("div", "blockquote", "figure", "aside", "section", "article", "header", "footer")
            content = "".join(self._children(element, is_block or any(map(self._is_block, element))))
            yield f"<{name}{_attributes(element)}>{content}</{name}>"
        else:
            name = _INLINE.get(tag, "")
            content = "".join(self._children(element, any(map(self._is_block, element))))
            yield f"<{name}{_attributes(element)}>{content}</{name}>" if name else _spaced(element, content)

    def _convert_media(self, element: Element) -> Iterator[str]:
        """A medium: pictures go beside the text, sound and film become a link in it."""
        kind = element.get("media-type", "").lower()
        picture = read_media(element)
        if kind in _PICTURE_KINDS or picture.source.lower().endswith((".jpg", ".jpeg", ".png", ".gif", ".webp")):
            if picture.source or picture.content or picture.caption:
                self.pictures.append(picture)
                self.entries.append(Entry("picture", "", "taken"))
            else:
                self.entries.append(Entry("picture", "", "left out", "It has neither a file nor a caption."))
            return
        self.entries.append(Entry("medium", kind, "taken", "It is a link in the text."))
        name = escape(picture.caption or picture.alt or picture.source)
        yield f'<p><a href="{escape(picture.source)}">{name}</a></p>' if picture.source else f"<p>{name}</p>"


def read_media(media: Element) -> Picture:
    """The picture of an element `media`: of several files the widest."""
    references = sorted(media.iter("media-reference"), key=_width, reverse=True)
    reference = references[0] if references else None
    data = media.find("media-object")
    source = plain(reference.get("source") or reference.get("data-location")) if reference is not None else ""
    caption = " ".join(filter(None, (text_of(part) for part in media.iter("media-caption"))))
    credit = ", ".join(filter(None, (text_of(part) for part in media.iter("media-producer"))))
    named = {plain(part.get("name")).lower(): plain(part.get("value")) for part in media.iter("media-metadata")}
    credit = credit or next((named[name] for name in ("credit", "byline", "photographer") if named.get(name)), "")
    caption = caption or named.get("caption", "")
    alt = plain(reference.get("alternate-text")) if reference is not None else ""
    content = _decode(data) if data is not None else None
    if content and not source:
        source = named.get("filename", "") or "picture.jpg"
    return Picture(source, caption, credit, alt, content)


def _decode(data: Element) -> _Content | None:
    try:
        raw = base64.b64decode("".join(data.itertext()), validate=False)
    except (binascii.Error, ValueError):
        return None
    return _Content(raw) if raw and data.get("encoding", "base64").lower() == "base64" else None


@dataclass(frozen=True, slots=True)
class _Content:
    raw: bytes

    def __call__(self) -> BinaryIO:
        return io.BytesIO(self.raw)


def _width(reference: Element) -> int:
    width = reference.get("width", "")
    return int(width) if width.isascii() and width.isdigit() and len(width) < 8 else 0


def _attributes(element: Element) -> str:
    kept = {name: value for name, value in element.attrib.items() if name in _KEPT}
    if element.tag in ("br", "hr"):
        kept = {}
    return "".join(f' {name}="{escape(value)}"' for name, value in kept.items())


def _text(text: str | None) -> str:
    return escape(text or "", quote=False)


def _paragraph(inline: list[str]) -> str:
    content = "".join(inline)
    return f"<p>{content}</p>" if content.strip() else ""


def _spaced(element: Element, content: str) -> str:
    """The text of an element without a counterpart; parts of names and places have a space between them."""
    parts = list(element)
    if len(parts) < 2 or plain(element.text) or any(plain(part.tail) for part in parts):
        return content
    if any(part.tail for part in parts[:-1]):
        return content
    return " ".join(escape(text_of(part), quote=False) for part in parts)


def _is_telex(paragraph: Element) -> bool:
    """Whether a paragraph's lines were broken to the width of a telex, not by its writer."""
    if len(paragraph) < 1 or any(child.tag != "br" for child in paragraph):
        return False
    lines = [paragraph.text or "", *(child.tail or "" for child in paragraph)]
    while lines and not lines[-1].strip():
        lines.pop()
    return len(lines) > 1 and all(re.search(r"\S $", line) and len(line.strip()) in _TELEX_LINE for line in lines[:-1])
