"""The content of an item of NewsML-G2: texts in it, and pictures that lie beside it."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from newsgen.importers.agency.item.markup import html_of_plain, inner_html, looks_like_html
from newsgen.importers.agency.item.news_item import NewsItem, Picture
from newsgen.importers.agency.newsml.g2_names import suffix_of
from newsgen.importers.agency.nitf.document import read_nitf
from newsgen.importers.agency.xml.tree import SourceTree, plain, text_of
from newsgen.record.import_entry import Entry

_WORD = re.compile(r"\w+")
# The best first: a picture comes in several sizes.
_RENDITIONS = ("original", "highres", "print", "baseimage", "web", "main", "viewimage", "preview", "mediumres")
_SMALL = ("thumbnail", "lowres", "icon")


def read_content(tree: SourceTree, item: NewsItem) -> list[Element]:
    """Read the content of an item; the elements that hold texts."""
    bodies: list[Element] = []
    for content in tree.find_all("contentSet/inlineXML"):
        bodies.append(content)
        nitf = next(iter(content.iter("nitf")), None)
        if nitf is not None:
            _read_inner_nitf(nitf, item)
        else:
            item.html += _xhtml(content, item, tree)
    for content in tree.find_all("contentSet/inlineData"):
        bodies.append(content)
        text = "".join(content.itertext())
        if content.get("encoding"):
            item.entries.append(Entry("content", "inlineData", "left out", "It is encoded data, not a text."))
        elif "plain" in content.get("contenttype", "plain") or not looks_like_html(text):
            item.html += html_of_plain(text)
        else:
            item.html += text
    item.pictures += _read_pictures(tree, item)
    return bodies


def _read_inner_nitf(root: Element, item: NewsItem) -> None:
    """Take from an inner document of NITF its text, and what the item itself does not say."""
    inner = read_nitf(root)
    item.html += inner.html
    item.pictures += inner.pictures
    for name in ("headline", "dek", "kicker", "byline", "dateline", "section", "tags", "people", "places", "rights"):
        if not getattr(item, name):
            setattr(item, name, getattr(inner, name))
    item.people, item.places = item.people or inner.people, item.places or inner.places
    item.published = item.published or inner.published
    item.publication = item.publication or inner.publication
    item.print_page = item.print_page or inner.print_page
    item.extra = inner.extra | item.extra
    item.entries += inner.entries


def _xhtml(content: Element, item: NewsItem, tree: SourceTree) -> str:
    """The HTML in an element; a `header` that only repeats what the item says of itself is left out."""
    body = next((part for part in content.iter() if part.tag.lower() == "body"), None)
    root = body if body is not None else content
    if not len(root):
        return html_of_plain(root.text or "")
    meta = tree.find("contentMeta")
    known = _WORD.findall(" ".join(meta.itertext()).casefold()) if meta is not None else []
    for header in [part for part in root if part.tag.lower() == "header"]:
        times = [part for part in header.iter() if part.tag.lower() == "time"]
        said = _WORD.findall(text_of(header).casefold())
        told = set(known) | {word for time in times for word in _WORD.findall(text_of(time).casefold())}
        if set(said) <= told and len(root) > 1:
            root.remove(header)
            item.entries.append(Entry("text", "header", "left out", "It repeats what the item says of itself."))
    return inner_html(root)


def _read_pictures(tree: SourceTree, item: NewsItem) -> tuple[Picture, ...]:
    """The picture of an item in its best rendition; what is no picture is told."""
    contents = tree.find_all("contentSet/remoteContent")
    images = [part for part in contents if _is_picture(part, item)]
    for part in contents:
        if part not in images:
            item.extra.setdefault("remote_content", []).append(plain(part.get("href")))
            tree.take(part, "href")
    if not images:
        return ()
    chosen = min(images, key=_rank)
    for part in images:
        if part is chosen:
            tree.take_all(part)
        else:
            tree.leave_out(part, "It is another size of the same picture.")
    address = plain(chosen.get("href") or chosen.get("residref"))
    if item.kind != "picture":
        return (Picture(address),)
    caption = next(iter(item.extra.pop("descriptions", [])), "")
    credit = str(item.extra.pop("creditline", "") or ", ".join(item.byline))
    return (Picture(address, caption, credit, ""),)


def _is_picture(content: Element, item: NewsItem) -> bool:
    kind = content.get("contenttype", "").lower()
    return kind.startswith("image/") or (not kind and item.kind == "picture")


def _rank(content: Element) -> tuple[int, int]:
    name = suffix_of(content.get("rendition", ""))
    place = _RENDITIONS.index(name) if name in _RENDITIONS else len(_RENDITIONS) + (name in _SMALL)
    width = content.get("width", "")
    return place, -int(width) if width.isascii() and width.isdigit() and len(width) < 8 else 0
