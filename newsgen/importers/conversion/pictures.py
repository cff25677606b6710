"""Pictures of an export: those that it holds are imported, those of the old site that it does not hold are listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from newsgen.importers.archives.members import Member
from newsgen.importers.imported import ImportedFile, MissingFile
from newsgen.record.import_entry import Entry
from newsgen.record.names import leaves_folder, safe_path
from newsgen.text.urls import host_of, split_url


class SitePictures:
    """The pictures below the old site's root: `found` are the files of the export by their paths there.

    `url` is the old site's address, "" if it is not known.
    """

    def __init__(self, found: dict[str, Member], url: str) -> None:
        self._found = found
        self._url = url.rstrip("/")
        self._shown: dict[str, None] = {}

    def local_path(self, address: str) -> str:
        """The path below `static` of a picture of the old site, which is noted as shown; "" for one of another site."""
        path = address
        if self._url and address.startswith(f"{self._url}/"):
            path = address[len(self._url) :]
        if not path.startswith("/") or path.startswith("//"):
            return ""
        bare = unquote(split_url(path).path)
        if leaves_folder(bare) or not bare.strip("/"):
            return ""
        self._shown[bare] = None
        return safe_path(bare)

    def take_shown(self, place: str) -> tuple[list[ImportedFile], list[MissingFile], list[Entry]]:
        """The pictures that were noted since the last call: files, missing files, and an entry for each."""
        files, missing, entries = [], [], []
        for path in self._shown:
            member = self._found.get(path)
            if member and member.is_whole():
                files.append(ImportedFile(safe_path(path), member.open))
                entries.append(Entry("picture file", "", "taken"))
            elif member:
                entries.append(Entry("picture file", "", "left out", "its file in the archive is broken", member.label))
            elif self._url:
                missing.append(MissingFile(safe_path(path), f"{self._url}{path}", place))
                entries.append(Entry("picture file", "", "left out", "not in the export: see missing-files.txt", path))
            else:
                reason = "not in the export, and the old site's address is not known (--url)"
                entries.append(Entry("picture file", "", "left out", reason, path))
        self._shown.clear()
        return files, missing, entries


def other_hosts(addresses: Iterable[str], place: str) -> Iterator[Entry]:
    """An entry for each picture of another host, which stays a link to it."""
    for address in addresses:
        if host := host_of(address):
            yield Entry("picture file", host, "kept raw", "it is on another host", place)
