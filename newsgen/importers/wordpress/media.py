"""Pictures and files of the old site: which one an address means, and where it is now."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from newsgen.importers.imported import ImportedFile, MissingFile
from newsgen.importers.wordpress.addresses.own_urls import OwnUrls, without_photon
from newsgen.importers.wordpress.index import Attachment, SourceIndex

# "wheel-300x200.jpg" is made of "wheel.jpg", or of what WordPress 5.3 and later made of that.
_SIZED = re.compile(r"-\d{1,5}x\d{1,5}(?=\.[A-Za-z0-9]{2,5}$)")
_ENDING = re.compile(r"(?=\.[A-Za-z0-9]{2,5}$)")
_LAST_ENDING = r"\.[^./]*$"
_ORIGINALS = ("", "-scaled", "-rotated")
_UPLOADS = "/wp-content/uploads/"
# Addresses that are files although the library does not know them.
_FILE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|ico|pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|csv|zip|gz|tar|mp3|m4a|ogg|"
    r"oga|wav|flac|mp4|m4v|mov|webm|ogv|avi|mpe?g|epub|kml|json|xml)$",
    re.IGNORECASE,
)


class MediaFile(NamedTuple):
    """A file of the site: its path, the file in the folder of uploads if it is there, and its attachment if known."""

    path: str
    file: Path | None
    attachment: Attachment | None
    url: str

    def imported(self, place: str) -> ImportedFile | MissingFile:
        """What an import does for it: it is copied, or named as missing."""
        return ImportedFile(self.path, self.file) if self.file else MissingFile(self.path, self.url, place)


class MediaLibrary:
    """The attachments of a source, and the folder of uploads that lies beside it, if any."""

    def __init__(self, index: SourceIndex, own: OwnUrls, uploads: Path | None) -> None:
        self._index = index
        self._own = own
        self._folders = _upload_folders(uploads) if uploads else ()

    def find(self, url: str, attachment_id: str = "") -> MediaFile | None:
        """The file that an address means, the original where it is that of a smaller size; None for another site's.

        `attachment_id` is the attachment that the text names beside the address.
        """
        path = self._own.file_path(url)
        if not path:
            return None
        stem, sized = _SIZED.subn("", path)
        known = self._index.attachment(attachment_id) if attachment_id else None
        if known and known.path and _stem(known.path) == _stem(stem):
            return self.of_attachment(known)
        exact = self._index.attachment_at(path)
        if exact:
            return self.of_attachment(exact)
        if sized:
            for addition in _ORIGINALS:
                original = _ENDING.sub(addition, stem, count=1)
                attachment = self._index.attachment_at(original)
                if attachment:
                    return self.of_attachment(attachment)
                file = self._file(original)
                if file:
                    return MediaFile(original, file, None, "")
        file = self._file(path)
        # What would have another name here cannot be fetched to its place.
        return MediaFile(path, file, None, self._whole(url)) if file or self._own.keeps_name(url, path) else None

    def of_attachment(self, attachment: Attachment) -> MediaFile:
        """The file of an attachment."""
        return MediaFile(attachment.path, self._file(attachment.path), attachment, attachment.url)

    def is_file(self, url: str) -> bool:
        """Whether an address of the own site is that of a file, not of a page."""
        path = self._own.file_path(url)
        return bool(path) and (path.startswith(_UPLOADS) or _FILE.search(path) is not None)

    def _whole(self, url: str) -> str:
        """The whole URL of a file without the query by which servers scale it."""
        url = re.split("[?#]", without_photon(url).strip(), maxsplit=1)[0]
        if url.startswith("//"):
            return f"https:{url}"
        return f"{self._own.host_url}{url}" if url.startswith("/") else url

    def _file(self, path: str) -> Path | None:
        for folder, prefix in self._folders:
            if not path.startswith(prefix):
                continue
            file = folder / path[len(prefix) :]
            if file.is_file() and file.resolve().is_relative_to(folder.resolve()):
                return file
        return None


def _upload_folders(uploads: Path) -> tuple[tuple[Path, str], ...]:
    """Folders to look in, each with what its files' paths begin with: uploads itself, wp-content, or the whole site."""
    folders = [(uploads, _UPLOADS)]
    for below in ("wp-content/uploads", "uploads"):
        if (uploads / below).is_dir():
            folders.insert(0, (uploads / below, _UPLOADS))
    if (uploads / "wp-content").is_dir():
        folders.append((uploads, "/"))
    return tuple(folders)


def _stem(path: str) -> str:
    return re.sub(r"-(?:scaled|rotated|e\d{10,13})$", "", re.sub(_LAST_ENDING, "", path))
