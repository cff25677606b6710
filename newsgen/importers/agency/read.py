"""Read items of agencies: of each the last version, with the pictures and texts that belong to it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from newsgen.importers.agency.articles import ArticleMaker, Companions, without_extra
from newsgen.importers.agency.item.news_item import NewsItem, Picture
from newsgen.importers.agency.item_index import ItemIndex
from newsgen.importers.agency.media_files import MediaFiles, is_media_file
from newsgen.importers.agency.recognise import FoundItem, read_file
from newsgen.importers.imported import Imported
from newsgen.importers.input_files import InputFile
from newsgen.record.article import Link
from newsgen.record.import_entry import Entry

_PACKAGE = "Its pictures and headlines go with its articles, which name it."


def read_agency(files: Sequence[InputFile], now: datetime.datetime | None = None) -> Iterator[Imported]:
    """The articles of files in all formats of this package.

    The files are read twice: at first to know which item replaces which. `now` decides which embargoes are over.
    """
    texts = [file for file in files if not is_media_file(file)]
    media = MediaFiles([file for file in files if is_media_file(file)])
    index = ItemIndex()
    for place, item in enumerate(_items_of(texts)):
        index.add(place, item)
    maker = ArticleMaker(media, now or datetime.datetime.now(datetime.UTC))
    place = -1
    for file in texts:
        for found in read_file(file):
            if not isinstance(found, FoundItem):
                yield found
                continue
            place += 1
            yield from _import_item(found, place, file, index, maker)
    for file in media.unused():
        yield Entry("media file", "", "left out", "No article shows it.", file.label)


def _items_of(files: Sequence[InputFile]) -> Iterator[NewsItem]:
    for file in files:
        for found in read_file(file):
            if isinstance(found, FoundItem):
                yield found.item


def _import_item(
    found: FoundItem, place: int, file: InputFile, index: ItemIndex, maker: ArticleMaker
) -> Iterator[Imported]:
    item = found.item
    last = index.last_version(item.key) if item.key else None
    if last and last.place != place:
        yield Entry("item", item.format, "left out", "A later version replaces it.", found.place)
        return
    if item.key and index.is_killed(item.key):
        item.status = "canceled"
    if item.kind == "package":
        yield Entry("item", item.format, "taken", _PACKAGE, found.place)
        yield from without_extra(item)
        return
    if item.kind == "picture" and item.key and index.is_shown_elsewhere(item.key):
        yield Entry("item", item.format, "taken", "It is the picture of an article.", found.place)
        yield from item.entries
        return
    if item.kills:
        yield Entry("item", item.format, "taken", "It takes another one back.", found.place)
        yield from without_extra(item)
        return
    companions = _companions_of(item, index) if item.key else Companions()
    yield from maker.make(item, found.place, file.path, companions)


def _companions_of(item: NewsItem, index: ItemIndex) -> Companions:
    pictures: list[Picture] = []
    related: list[Link] = []
    details: dict[str, object] = {}
    for known in index.companions(item.key):
        if known.status in ("withheld", "canceled") or index.is_killed(known.key):
            continue
        if known.kind == "picture":
            pictures += index.pictures_of(known)
            details[known.key] = index.details_of(known)
        elif known.kind == "text" and known.headline and known.status == "usable":
            related.append(Link(known.headline))
    return Companions(tuple(pictures), tuple(related), index.packages_of(item.key), details)
