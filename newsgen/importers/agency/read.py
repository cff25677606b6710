"""Read items of agencies: of each the last version, with the pictures and texts that belong to it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from newsgen.errors import Problem
from newsgen.importers.agency.articles import ArticleMaker, Companions, without_extra
from newsgen.importers.agency.item.news_item import NewsItem, Picture
from newsgen.importers.agency.item_index import ItemIndex
from newsgen.importers.agency.media_files import MediaFiles, is_media_file
from newsgen.importers.agency.recognise import FoundItem, read_file
from newsgen.importers.imported import Imported, ImportedKill
from newsgen.importers.input_files import InputFile, unreadable_file
from newsgen.record.article import Link
from newsgen.record.import_entry import Entry

_PACKAGE = "Its pictures and headlines go with its articles, which name it."


def read_agency(files: Sequence[InputFile], now: datetime.datetime | None = None) -> Iterator[Imported]:
    """The articles of files in all formats of this package.

    The files are read twice: at first to know which item replaces which. `now` decides which embargoes are over.
    """
    texts = [file for file in files if not is_media_file(file)]
    links = [file for file in files if is_media_file(file) and file.file.is_symlink()]
    media = MediaFiles([file for file in files if is_media_file(file) and file not in links])
    maker = ArticleMaker(media, now or datetime.datetime.now(datetime.UTC))
    with ItemIndex() as index:
        for place, item in enumerate(_items_of(texts)):
            index.add(place, item)
        yield from _articles_of(texts, index, maker)
    for file in links:
        yield Entry(
            "media file", "", "left out", "It is a symbolic link, which may lead out of the source.", file.label
        )
    for file in media.unused():
        yield Entry("media file", "", "left out", "No article shows it.", file.label)


def _articles_of(texts: Sequence[InputFile], index: ItemIndex, maker: ArticleMaker) -> Iterator[Imported]:
    place = -1
    for file in texts:
        beside = tuple(Picture(name) for name in maker.media.of_same_name(file.path) if not index.names_picture(name))
        for found in _read(file):
            if not isinstance(found, FoundItem):
                yield found
                continue
            place += 1
            account = _account_of(found, place, index)
            if account:
                yield from account
                if found.item.kills:
                    yield ImportedKill(found.item.kills)
                continue
            companions = _companions_of(found.item, index, beside)
            found.item.key = found.item.key or index.name_by_path(file.path)
            yield from maker.make(found.item, found.place, file.path, companions)
            beside = ()


def _items_of(files: Sequence[InputFile]) -> Iterator[NewsItem]:
    for file in files:
        for found in _read(file):
            if isinstance(found, FoundItem):
                yield found.item


def _read(file: InputFile) -> Iterator[FoundItem | Entry | Problem]:
    """The items of a file, and a problem where it cannot be read."""
    try:
        yield from read_file(file)
    except OSError as error:
        yield Entry("file", "", "left out", "It cannot be read.", file.label)
        yield unreadable_file(file.label, error)


def _account_of(found: FoundItem, place: int, index: ItemIndex) -> list[Entry]:
    """The account of an item that becomes no article of its own; nothing for one that does."""
    item = found.item
    last = index.last_version(item.key) if item.key else None
    if last and last.place != place:
        return [Entry("item", item.format, "left out", "A later version replaces it.", found.place)]
    if item.kind == "package" and (not item.html or any(index.last_version(key) for key in item.refers_to)):
        return [Entry("item", item.format, "taken", _PACKAGE, found.place), *without_extra(item)]
    if item.kind == "picture" and item.key and index.is_shown_elsewhere(item.key):
        return [Entry("item", item.format, "taken", "It is the picture of an article.", found.place), *item.entries]
    if item.kills:
        return [Entry("item", item.format, "taken", "It takes another one back.", found.place), *without_extra(item)]
    if item.key and index.is_killed(item.key):
        item.status = "canceled"
    return []


def _companions_of(item: NewsItem, index: ItemIndex, beside: tuple[Picture, ...]) -> Companions:
    if not item.key:
        return Companions(of_same_name=beside)
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
    return Companions(tuple(pictures), tuple(related), index.packages_of(item.key), details, beside)
