"""The files of pictures, sound and film: those beside the texts, those inside them, and those at an address."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from newsgen.importers.agency.item.news_item import Picture
from newsgen.importers.agency.item.values import without_addresses
from newsgen.importers.imported import ImportedFile, MissingFile
from newsgen.importers.input_files import InputFile
from newsgen.record.article import Image
from newsgen.record.names import safe_path
from newsgen.text.urls import split_url

_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".heic", ".avif", ".svg", ".bmp")
_ENDINGS = (
    *_PICTURES,
    *(".mp3", ".m4a", ".ogg", ".oga", ".wav", ".flac", ".mp4", ".m4v", ".mov", ".webm", ".ogv", ".pdf", ".swf", ".flv"),
)
_MARK = 8
_BEGINNING = 1 << 16


def is_media_file(file: InputFile) -> bool:
    """Whether a file is a picture, sound or film by its name, or a document that texts link to."""
    return file.path.lower().endswith(_ENDINGS)


class PlacedPicture(NamedTuple):
    """A picture as an article declares it, and its file: in the source, missing, or (neither) only described."""

    image: Image
    file: ImportedFile | None = None
    missing: MissingFile | None = None


class MediaFiles:
    """The media files of a source, by their paths; which of them were shown is kept."""

    def __init__(self, files: Sequence[InputFile]) -> None:
        self._files = {file.path.lower(): file for file in files}
        self._names: dict[str, list[InputFile]] = {}
        for file in files:
            self._names.setdefault(posixpath.basename(file.path).lower(), []).append(file)
        self._shown: set[str] = set()

    def unused(self) -> Iterator[InputFile]:
        """The files that no article showed."""
        return (file for file in self._files.values() if file.path not in self._shown)

    def of_same_name(self, path: str) -> list[str]:
        """The names of the pictures that lie beside a file and are called as it is, but for the ending."""
        folder, stem = posixpath.dirname(path), posixpath.splitext(posixpath.basename(path))[0].lower()
        named = (self._names.get(f"{stem}{ending}", ()) for ending in _PICTURES)
        files = (file for group in named for file in group)
        return [posixpath.basename(file.path) for file in files if posixpath.dirname(file.path) == folder]

    def place(self, picture: Picture, beside: str, article_id: str) -> PlacedPicture:
        """Where a picture of an article goes; `beside` is the path of the file that names it."""
        source = picture.source
        found = self._find(source, beside)
        if found:
            self._shown.add(found.path)
            path = _own_name(posixpath.basename(found.path), article_id, _beginning(found))
            return PlacedPicture(_image(picture, path), ImportedFile(path, found.file))
        if picture.content:
            with picture.content() as opened:
                path = _own_name(source, article_id, opened.read(_BEGINNING))
            return PlacedPicture(_image(picture, path), ImportedFile(path, picture.content))
        if source.startswith(("http://", "https://", "//")):
            parts = split_url(source)
            path = "/" + safe_path(unquote(parts.path).lstrip("/") or "picture")
            address = f"https:{source}" if source.startswith("//") else source
            return PlacedPicture(_image(picture, path), None, MissingFile(path, address, beside))
        name = posixpath.basename(source.replace("\\", "/"))
        return PlacedPicture(_image(picture, safe_path(name) if name else ""))

    def place_link(self, address: str, beside: str, article_id: str) -> ImportedFile | None:
        """The file beside a text that a link in it means."""
        found = None if split_url(address).scheme or address.startswith(("#", "/")) else self._find(address, beside)
        if not found:
            return None
        self._shown.add(found.path)
        return ImportedFile(_own_name(posixpath.basename(found.path), article_id, _beginning(found)), found.file)

    def _find(self, source: str, beside: str) -> InputFile | None:
        """The file that a name means: at its path from the text's folder or from the top, else the one of its name."""
        if not source or source.startswith(("data:", "//")):
            return None
        path = unquote(split_url(source).path) if "://" in source else source.replace("\\", "/")
        folder = posixpath.dirname(beside)
        for candidate in (posixpath.join(folder, path), path):
            found = self._files.get(posixpath.normpath(candidate).lstrip("/").lower())
            if found:
                return found
        named = self._names.get(posixpath.basename(path).lower(), [])
        near = [file for file in named if posixpath.dirname(file.path) == folder]
        return near[0] if near else named[0] if len(named) == 1 else None


def _own_name(name: str, article_id: str, content: bytes) -> str:
    """A file's name with a mark of its article and content: articles of one folder have pictures of the same name."""
    stem, ending = posixpath.splitext(name)
    mark = hashlib.sha256(article_id.encode("utf-8", "replace") + b"\0" + content).hexdigest()[:_MARK]
    return safe_path(f"{stem[:80]}-{mark}{ending.lower()}")


def _beginning(file: InputFile) -> bytes:
    """What tells a file from others: its size and how it begins."""
    with file.open() as opened:
        return b"%d " % file.size + opened.read(_BEGINNING)


def _image(picture: Picture, path: str) -> Image:
    return Image(path, picture.alt, picture.caption, without_addresses(picture.credit).strip(" ,;"))
