"""The pictures and documents that articles show or link to: those of the source are imported, others are listed."""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import mimetypes
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import BinaryIO
from urllib.parse import quote, unquote_to_bytes

from newsgen.importers.imported import ImportedFile, MissingFile
from newsgen.importers.web.capture import Capture, CaptureSource
from newsgen.importers.web.page_addresses import PageAddress
from newsgen.importers.web.survey import is_page
from newsgen.record.import_entry import Entry
from newsgen.record.names import leaves_folder, safe_name, safe_path
from newsgen.text.urls import host_of, split_url

# A picture of fewer bytes holds the place of one that a script would have loaded.
_PLACEHOLDER = 200
_DATA = re.compile(
    r"data:(?P<type>[\w.+-]+/[\w.+-]+)(?:;[^,;]*)*?(?P<coded>;base64)?,(?P<content>.*)", re.DOTALL | re.I
)
_LARGEST_DATA = 1 << 26
_ENDINGS = {"image/jpeg": ".jpg", "image/webp": ".webp", "image/avif": ".avif", "image/svg+xml": ".svg"}
# How the bytes of pictures begin, by the ending of their names.
_BEGINNINGS = (
    (b"\xff\xd8\xff", ".jpg"),
    (b"\x89PNG", ".png"),
    (b"GIF8", ".gif"),
    (b"BM", ".bmp"),
    (b"II*\0", ".tif"),
    (b"MM\0*", ".tif"),
)


class ArticleFiles:
    """The files of one article: where they go beside it, and what became of each.

    `folder` is the name of the folder for them beside the article.
    """

    def __init__(self, source: CaptureSource, folder: str, place: str) -> None:
        self._source = source
        self._folder = folder
        self._place = place
        self._paths: dict[str, str] = {}
        self._taken: set[str] = set()
        self.files: list[ImportedFile] = []
        self.missing: dict[str, MissingFile] = {}
        self.entries: list[Entry] = []
        self.used: set[str] = set()

    def choose_picture(self, addresses: Sequence[str], page: PageAddress, base: str) -> str:
        """The address to show for a picture that has these: the largest file of the source, else where it was."""
        best: tuple[int, str] | None = None
        for address in dict.fromkeys(addresses):
            found = (
                self._data_picture(address) if address[:5].lower() == "data:" else self._picture(address, page, base)
            )
            if found and (best is None or found[0] > best[0]):
                best = found
        if best:
            return best[1]
        return self._not_held(next((item for item in addresses if item[:5].lower() != "data:"), ""), page, base)

    def find_picture(self, address: str, page: PageAddress, base: str) -> str:
        """The path of a picture, "" if the source does not hold it."""
        found = self._picture(address, page, base)
        return found[1] if found else ""

    def link_to_file(self, meanings: Sequence[str]) -> str:
        """The path of a file of the source that a link leads to, "" if it leads to none."""
        for meaning in meanings:
            capture = self._source.find(meaning)
            if capture and not 300 <= capture.status < 600 and not is_page(capture):
                return _escaped(self._take(capture, _name_of(capture)))
        return ""

    def _picture(self, address: str, page: PageAddress, base: str) -> tuple[int, str] | None:
        for meaning in page.meanings(address, base):
            capture = self._source.find(meaning)
            if capture is None or 300 <= capture.status < 600:
                continue
            ending = _picture_ending(capture)
            if ending:
                return max(capture.size, 1), _escaped(self._take(capture, _name_of(capture, ending)))
            self.entries.append(Entry("picture file", "", "left out", "its file is no picture", capture.label))
        return None

    def _data_picture(self, address: str) -> tuple[int, str] | None:
        found = _DATA.fullmatch(address.strip())
        if not found or not found["type"].lower().startswith("image/") or len(address) > _LARGEST_DATA:
            return None
        raw = unquote_to_bytes(found["content"])
        try:
            content = base64.b64decode(raw + b"===") if found["coded"] else raw
        except binascii.Error:
            return None
        if len(content) < _PLACEHOLDER:
            return None
        digest = hashlib.sha256(content).hexdigest()[:12]
        if digest not in self._paths:
            kind = found["type"].lower()
            ending = _ENDINGS.get(kind) or mimetypes.guess_extension(kind) or ""
            self._add(digest, f"{digest}{ending}", partial(io.BytesIO, content))
        return len(content), self._paths[digest]

    def _take(self, capture: Capture, name: str) -> str:
        if capture.address not in self._paths:
            self._add(capture.address, name, capture.open)
            self.used.add(capture.address)
        return self._paths[capture.address]

    def _add(self, key: str, name: str, content: Callable[[], BinaryIO]) -> None:
        stem, dot, ending = name.rpartition(".")
        number = 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{stem}-{number}{dot}{ending}" if stem else f"{name}-{number}"
        self._taken.add(name.casefold())
        self._paths[key] = f"{self._folder}/{name}"
        self.files.append(ImportedFile(self._paths[key], content))
        self.entries.append(Entry("picture file" if _is_picture_name(name) else "document file", "", "taken"))

    def _not_held(self, address: str, page: PageAddress, base: str) -> str:
        """The address of a picture that the source does not hold: its path on the own site, or its whole URL."""
        whole = next((item for item in reversed(page.meanings(address, base)) if host_of(item)), "")
        if not whole:
            if address:
                reason = "not in the source, and the old site's address is not known"
                self.entries.append(Entry("picture file", "", "left out", reason, address[:200]))
            return ""
        if whole.startswith("//"):
            whole = f"http:{whole}"
        path = _static_path(whole)
        if host_of(whole) != host_of(page.url) or not path:
            self.entries.append(Entry("picture file", host_of(whole), "kept raw", "it is on another host", self._place))
            return whole
        if path not in self.missing:
            self.missing[path] = MissingFile(path, whole, self._place)
            reason = "not in the source: see missing-files.txt"
            self.entries.append(Entry("picture file", "", "left out", reason, whole))
        return _escaped(path)


def _static_path(url: str) -> str:
    """The path below `static` of a file of the old site, "" for one that has none."""
    path = unquote_to_bytes(split_url(url).path).decode("utf-8", "replace")
    return "" if leaves_folder(path) or path.endswith("/") or not path.strip("/") else safe_path(path)


def _picture_ending(capture: Capture) -> str:
    """The ending for the name of a picture, by how its bytes begin; "" if they are none."""
    try:
        with capture.open() as opened:
            beginning = opened.read(512)
    except (OSError, ValueError, EOFError, RuntimeError):
        return ""
    for start, ending in _BEGINNINGS:
        if beginning.startswith(start):
            return ending
    if beginning[:4] == b"RIFF" and beginning[8:12] == b"WEBP":
        return ".webp"
    if beginning[4:8] == b"ftyp":
        return ".avif" if b"avif" in beginning[:40] else ".heic"
    return ".svg" if b"<svg" in beginning else ""


def _name_of(capture: Capture, ending: str = "") -> str:
    """A name for the file of a capture: that of its address, with the ending that its bytes tell."""
    path = capture.address
    if host_of(path):
        path = unquote_to_bytes(split_url(path).path).decode("utf-8", "replace")
    name = path.rstrip("/").rpartition("/")[2].partition("?")[0]
    stem, dot, own = name.rpartition(".")
    if not dot or not re.fullmatch(r"\w{1,5}", own):
        stem, own = name, ""
    same = {".jpg": ("jpg", "jpeg", "jpe", "jfif"), ".tif": ("tif", "tiff")}.get(ending, (ending[1:],))
    if ending and own.lower() not in same:
        return safe_name(f"{stem or 'picture'}{ending}")
    if not own:
        own = (mimetypes.guess_extension(capture.media_type.partition(";")[0].strip()) or "")[1:]
    return safe_name(f"{stem or 'file'}.{own.lower()}" if own else stem or "file")


def _is_picture_name(name: str) -> bool:
    return (mimetypes.guess_type(name)[0] or "image/").startswith("image/")


def _escaped(path: str) -> str:
    return quote(path, safe="/~!$&'*+,;=:@-._", errors="surrogateescape")


def count_unused(source: CaptureSource, is_used: Callable[[str], bool]) -> Iterator[Entry]:
    """An entry for each file of the source that is no page and that no article shows."""
    for capture in source.captures():
        if isinstance(capture, Capture) and not is_page(capture) and not is_used(capture.address):
            ending = _name_of(capture).rpartition(".")
            yield Entry("file", f".{ending[2]}" if ending[1] else "", "left out", "no article shows it", capture.label)
