"""What belongs to a record of ninjs: pictures in the best of their sizes, and other texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape

from newsgen.importers.agency.item.news_item import NewsItem, Picture
from newsgen.importers.agency.item.picture_details import details_of_picture
from newsgen.importers.agency.ninjs.fields import Fields, Record
from newsgen.importers.agency.xml.tree import plain
from newsgen.record.article import Link
from newsgen.record.import_entry import Entry

PICTURES = ("picture", "graphic")
_OF_RECORD = ("name", "type", "signals")
_SIZES = ("original", "hires", "main", "highres", "baseimage", "web", "viewimage", "preview")


def read_associations(fields: Fields, item: NewsItem, read: Callable[[Record], NewsItem]) -> None:
    """Add the pictures of an item and of what belongs to it, and related texts as links; `read` reads a record."""
    pictures: list[Picture] = []
    links: list[Link] = []
    if item.kind == "picture":
        caption = next(iter(item.extra.pop("descriptions", [])), "") or item.dek
        credit = str(item.extra.get("creditline", "")) or ", ".join(item.byline)
        source = _rendition(fields.get("renditions"))
        pictures.append(Picture(source, caption, credit))
    for name, record in _associated(fields.get("associations")):
        if f'id: "{name}"' in item.html:
            item.entries.append(Entry("picture", "", "taken", "It stands in the text."))
            continue
        inner = Fields(record)
        if inner.text("type") in PICTURES or (not inner.get("type") and inner.get("renditions")):
            part = read({**record, "type": "picture"})
            pictures += part.pictures
            kept = {key: value for key, value in details_of_picture(part).items() if key not in _OF_RECORD}
            if kept:
                item.extra.setdefault("associations", {})[name] = kept
            item.entries.append(Entry("picture", "", "taken"))
            continue
        inside = read(record) if inner.names("bod") else None
        if inside is not None and (inside.status != "usable" or inside.embargo):
            item.entries.append(Entry("text", "part", "left out", "Its sender withholds it."))
            continue
        if inside is not None and inside.html and item.extra.get("type") == "composite":
            heading = f"<h2>{escape(inside.headline, quote=False)}</h2>" if inside.headline else ""
            item.html += f"{heading}{inside.html}"
            item.entries.append(Entry("text", "part", "taken", "It is a part of a composite item."))
            continue
        if inside is not None and inside.html:
            item.extra.setdefault("associations", {})[name] = {"headline": inside.headline, "text": inside.html}
        title, address = inner.text("headline", "title"), inner.text("uri", "guid", "href")
        address = address if address.startswith(("http://", "https://")) else ""
        if title or address:
            links.append(Link(title, address))
            item.entries.append(Entry("related", inner.text("type"), "taken"))
    item.pictures, item.links = tuple(pictures), tuple(links)


def _associated(value: object) -> Iterator[tuple[str, Record]]:
    if isinstance(value, Mapping):
        for name, record in value.items():
            yield from ((str(name), part) for part in _records(record))
    elif isinstance(value, list):
        for number, record in enumerate(_records(value), 1):
            yield str(record.get("name") or number), record


def _records(value: object) -> Iterable[Record]:
    return [part for part in (value if isinstance(value, list) else [value]) if isinstance(part, Mapping)]


def _rendition(value: object) -> str:
    """The address of a picture's best rendition: by its name, then by its width."""
    found: list[tuple[int, int, str]] = []
    for name, record in _associated(value):
        address = plain(str(record.get("href") or ""))
        known = f"{record.get('usage', '')} {record.get('rel', '')} {name}".lower().split()
        rank = min((_SIZES.index(word) for word in known if word in _SIZES), default=len(_SIZES))
        width = record.get("width")
        if address and "watermark" not in str(record.get("variant", "")).lower():
            found.append((rank, -width if isinstance(width, int) else 0, address))
    return min(found, default=(0, 0, ""))[2]
