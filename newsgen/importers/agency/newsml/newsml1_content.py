"""The components of an item of NewsML 1: texts in all their formats, and pictures with their captions."""

from __future__ import annotations

import base64
import binascii
import io
from functools import partial
from xml.etree.ElementTree import Element

from newsgen.importers.agency.item.markup import html_of_plain, inner_html, looks_like_html
from newsgen.importers.agency.item.news_item import NewsItem, Picture
from newsgen.importers.agency.nitf.body import NitfBody
from newsgen.importers.agency.nitf.document import read_nitf
from newsgen.importers.agency.xml.decode import decode_bytes
from newsgen.importers.agency.xml.tree import SourceTree, plain, text_of
from newsgen.record.import_entry import Entry

_PICTURES = ("photo", "picture", "graphic", "image", "illustration")
_ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff")
# The best first.
_ROLES = (
    "original",
    "highdef",
    "highres",
    "main",
    "print",
    "web",
    "preview",
    "quicklook",
    "squared",
    "icon",
    "thumbnail",
)
# Components that are lines above the text, by their roles.
_LINES = {"title": "headline", "headline": "headline", "lead": "dek", "abstract": "dek", "summary": "dek"}
_LINES |= {"subtitle": "dek", "kicker": "kicker"}
_HTML = frozenset(("html", "body"))


class ComponentContent:
    """Reads components into an item; `bodies` are the elements that hold texts."""

    def __init__(self, tree: SourceTree, item: NewsItem) -> None:
        self._tree = tree
        self._item = item
        self.bodies: list[Element] = []

    def add(self, component: Element) -> None:
        """Add what a component and those in it hold."""
        if self._is_picture_group(component):
            self._add_picture(component)
            return
        is_list = component.get("EquivalentsList", "").lower() == "yes"
        parts = [part for part in component if part.tag in ("NewsComponent", "ContentItem")]
        for index, part in enumerate(parts):
            if is_list and index:
                self._tree.leave_out(part, "It is the same content in another form.")
            elif part.tag == "ContentItem":
                self._add_content(part)
            elif part.tag == "NewsComponent" and not self._add_line(part):
                self.add(part)

    def _add_line(self, component: Element) -> bool:
        """Take a component that is a headline or a summary; whether it is one."""
        name = _LINES.get(_role(component).lower(), "")
        contents = list(component.iter("ContentItem"))
        if not name or len(contents) != 1 or getattr(self._item, name):
            return False
        text = self._text(contents[0])
        if text:
            setattr(self._item, name, text)
        return bool(text)

    def _is_picture_group(self, component: Element) -> bool:
        """Whether a component is a picture, in one or more sizes, with the texts that belong to it."""
        if _role(component).lower() in _PICTURES:
            return True
        items = list(component.iter("ContentItem"))
        direct = [part for part in component if part.tag == "ContentItem"]
        return any(map(_is_picture, direct)) or (
            bool(items)
            and any(map(_is_picture, items))
            and all(_is_picture(part) or self._is_caption(component, part) for part in items)
        )

    def _is_caption(self, component: Element, item: Element) -> bool:
        return any(
            "caption" in _role(part).lower() and any(item is inner for inner in part.iter("ContentItem"))
            for part in component.iter("NewsComponent")
        )

    def _add_picture(self, component: Element) -> None:
        files = [part for part in component.iter("ContentItem") if _is_picture(part)]
        texts = [part for part in component.iter("ContentItem") if not _is_picture(part)]
        lines = next(component.iter("NewsLines"), None)
        caption = " ".join(filter(None, (self._text(part) for part in texts)))
        credit, headline = "", ""
        if lines is not None:
            credit = " ".join(self._tree.take_texts("CreditLine", lines) or self._tree.take_texts("ByLine", lines))
            headline = " ".join(self._tree.take_texts("HeadLine", lines))
        if not files and not caption:
            return
        ranked = sorted(files, key=partial(_rank, component))
        for part in ranked[1:]:
            self._tree.leave_out(part, "It is another size of the same picture.")
        source = self._tree.take(ranked[0], "Href") if ranked else ""
        for part in ranked[:1]:
            self._tree.take_all(part)
        content = _inner_file(ranked[0]) if ranked and not source else None
        alt = headline if headline != self._item.headline else ""
        self._item.pictures += (
            Picture(source or ("picture.jpg" if content else ""), caption or alt, credit, "", content),
        )
        self._item.entries.append(Entry("picture", "", "taken"))

    def _text(self, content: Element) -> str:
        self.bodies += content.findall("DataContent")
        return " ".join(text_of(part) for part in content.findall("DataContent"))

    def _add_content(self, content: Element) -> None:
        if _is_picture(content):
            self._add_picture(content)
            return
        address = plain(content.get("Href"))
        for data in _data_of(content):
            self.bodies.append(data)
            self._item.html += self._html_of(data, content)
        if address and not content.findall("DataContent"):
            kind = _formal(content, "MediaType").lower()
            self._item.entries.append(Entry("medium", kind, "kept raw", "Its file is named as extra."))
            self._item.extra.setdefault("remote_content", []).append(self._tree.take(content, "Href"))

    def _html_of(self, data: Element, content: Element) -> str:
        nitf = next(data.iter("nitf"), None)
        if nitf is not None:
            inner = read_nitf(nitf)
            for name in ("headline", "dek", "byline", "dateline", "tags", "people", "places", "published"):
                if not getattr(self._item, name):
                    setattr(self._item, name, getattr(inner, name))
            self._item.pictures += inner.pictures
            self._item.entries += inner.entries
            self._item.extra = inner.extra | self._item.extra
            return inner.html
        root = next((part for part in data.iter() if part.tag.lower() == "body"), data)
        if root is not data or any(part.tag.lower() in _HTML for part in data):
            return inner_html(root)
        if len(data):
            body = NitfBody()
            body.add(data)
            self._item.pictures += tuple(body.pictures)
            self._item.entries += body.entries
            return body.html
        text = _decoded(data, content)
        return text if looks_like_html(text) else html_of_plain(text)


def _data_of(content: Element) -> list[Element]:
    return [*content.findall("DataContent"), *content.findall("Encoding/DataContent")]


def _decoded(data: Element, content: Element) -> str:
    text = "".join(data.itertext())
    if content.find("Encoding") is None:
        return text
    raw = _decode(text)
    return decode_bytes(raw) if raw is not None else text


def _decode(text: str) -> bytes | None:
    try:
        return base64.b64decode(text, validate=False)
    except (binascii.Error, ValueError):
        return None


def _inner_file(content: Element) -> partial[io.BytesIO] | None:
    raw = _decode("".join(text for data in _data_of(content) for text in data.itertext()))
    return partial(io.BytesIO, raw) if raw else None


def _role(component: Element) -> str:
    return _formal(component, "Role")


def _formal(element: Element, name: str) -> str:
    part = element.find(name)
    return plain(part.get("FormalName")) if part is not None else ""


def _is_picture(content: Element) -> bool:
    if content.tag != "ContentItem":
        return False
    kind = _formal(content, "MediaType").lower()
    mime = _formal(content, "MimeType").lower()
    return kind in _PICTURES or mime.startswith("image/") or content.get("Href", "").lower().endswith(_ENDINGS)


def _rank(component: Element, content: Element) -> int:
    """The place of a picture's file among its sizes, by the role of the innermost component around it."""
    role = ""
    for part in component.iter("NewsComponent"):
        if any(content is inner for inner in part.iter("ContentItem")):
            role = _role(part).lower() or role
    return next((place for place, name in enumerate(_ROLES) if name == role), len(_ROLES) // 2)
