"""The captures in files: each file of a mirror or folder, each member of a ZIP archive, each part of MHTML."""

from __future__ import annotations

import io
import mimetypes
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from types import TracebackType
from typing import BinaryIO, Self
from urllib.parse import unquote

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.archives.members import Member, open_members
from newsgen.importers.input_files import InputFile
from newsgen.importers.saved_pages.mhtml import MhtmlFile, is_mhtml, read_mhtml
from newsgen.importers.temporary_index import TemporaryIndex
from newsgen.importers.warc.payload.codings import open_content
from newsgen.importers.web.address_key import address_key
from newsgen.importers.web.capture import Capture, unreadable_capture
from newsgen.importers.web.page_addresses import is_host
from newsgen.record.import_entry import Entry
from newsgen.text.urls import is_whole, split_url

# Standard types that some systems do not know, and names of scripts that gave pages.
_TYPES = {
    **dict.fromkeys(("htm", "html", "shtml", "shtm", "xht"), "text/html"),
    "xhtml": "application/xhtml+xml",
    "webp": "image/webp",
    "avif": "image/avif",
    "svg": "image/svg+xml",
}
_SCRIPTS = ("php", "php3", "php4", "php5", "asp", "aspx", "jsp", "cgi", "cfm", "do", "pl")


class SavedPages:
    """The captures in some files; it answers for their addresses by an index on disk."""

    def __init__(self, files: Sequence[InputFile]) -> None:
        self._files = files
        self._stack = ExitStack()
        self._index = TemporaryIndex()
        self._is_indexed = False
        # The first folders of all paths, which for a mirror are its hosts.
        self._folders: set[str] = set()
        # The last archive and the last MHTML file that were opened, because what one page shows is mostly in one file.
        self._members: tuple[int, dict[str, Member]] = (-1, {})
        self._mhtml: tuple[str, MhtmlFile | None] = ("", None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stack.close()
        self._index.__exit__(kind, error, at)

    def captures(self) -> Iterator[Capture | Entry | Problem]:
        """The captures in all files, in their order; of those that have one address the first."""
        seen = TemporaryIndex()
        with seen:
            for number, file in enumerate(self._files):
                with ExitStack() as stack:
                    for found in open_members([file], stack):
                        if isinstance(found, Member):
                            yield from self._captures_of(found, number, seen)
                        else:
                            yield found
        self._is_indexed = True

    def find(self, address: str) -> Capture | None:
        """The capture of a path of the mirror or of a URL, which may be below the folder of its host."""
        for key in _keys_of(address, self._folders):
            place = self._index.find(key)
            if place is not None:
                number, part, path = place.split(":", 2)
                member = self._member(int(number), path)
                return self._capture(member, int(number), int(part)) if member else None
        return None

    def _captures_of(self, member: Member, number: int, seen: TemporaryIndex) -> Iterator[Capture | Entry | Problem]:
        parts = 1
        if is_mhtml(member.path):
            try:
                parts = len(self._read_mhtml(member).parts)
            except NewsgenError as failed:
                yield from failed.problems
                yield Entry("file", ".mhtml", "left out", "it cannot be read", member.label)
                return
        for part in range(parts):
            capture = self._capture(member, number, part)
            if not seen.add(capture.address, ""):
                yield Entry("file", _ending(member.path), "left out", "another file has its address", capture.label)
                continue
            if not self._is_indexed:
                for key in map(address_key, filter(None, (capture.address, capture.url))):
                    self._index.add(key, f"{number}:{part}:{member.path}")
                    self._folders.update(key.split("/", 1)[:-1])
            yield capture

    def _capture(self, member: Member, number: int, part: int) -> Capture:
        """The capture of a file, or of a part of MHTML by its number."""
        path = _below_host(member.path, self._files[number])
        if not is_mhtml(member.path):
            media_type = _type_of(path)
            opener = partial(self._open_page if media_type == "text/html" else self._open, number, member.path)
            return Capture(path, member.label, opener, member.size, media_type)
        page = self._read_mhtml(member)
        found = page.parts[part]
        address = found.address if part else path
        return Capture(
            address=address,
            label=f"{member.label}#{address[:200]}" if part else member.label,
            open=partial(io.BytesIO, found.content),
            size=len(found.content),
            media_type=found.media_type,
            charset=found.charset,
            captured=page.saved,
            url="" if part else page.url,
        )

    def _open(self, number: int, path: str) -> BinaryIO:
        """Open a file again; an archive that was closed since is opened anew."""
        member = self._member(number, path)
        if member is None:
            raise OSError("it is no longer there")
        return member.open()

    def _open_page(self, number: int, path: str) -> BinaryIO:
        """Open a page, which wget saves as the server packed it. One that is cut off gives what there is."""
        return open_content(self._open(number, path), ("gzip",), lambda: None)

    def _member(self, number: int, path: str) -> Member | None:
        """A file again, or the member of an archive, which stays open until one of another archive is asked for."""
        if self._members[0] != number:
            self._stack.close()
            found = (item for item in open_members([self._files[number]], self._stack) if isinstance(item, Member))
            self._members = (number, {member.path: member for member in found})
        return self._members[1].get(path)

    def _read_mhtml(self, member: Member) -> MhtmlFile:
        label, page = self._mhtml
        if page is None or label != member.label:
            content = Capture(member.path, member.label, member.open).read()
            try:
                page = read_mhtml(content)
            except ValueError as error:
                raise NewsgenError([unreadable_capture(member.label, f"cannot be read as MHTML: {error}")]) from None
            self._mhtml = (member.label, page)
        return page


def _below_host(path: str, file: InputFile) -> str:
    """The path of a file in the mirror, with the host before it where the folder that was named is the host's own."""
    folder = file.label.removesuffix(f"/{file.path}").rpartition("/")[2] if file.label != file.path else ""
    return f"{folder}/{path}" if path == file.path and is_host(folder) else path


def _keys_of(address: str, folders: Collection[str]) -> Iterator[str]:
    """The keys at which the index may have an address: its own, and those of the file that a mirror makes of a URL.

    `folders` are the first folders of the paths that it has.
    """
    yield address_key(address)
    if not is_whole(address):
        return
    parts = split_url(address)
    host, path = parts.netloc.rpartition("@")[2].lower(), unquote(parts.path, errors="surrogateescape")
    path += "index.html" if path.endswith("/") or not path else ""
    query = unquote(parts.query, errors="surrogateescape")
    for name in (host, host.replace(":", "+"), host.removeprefix("www."), f"www.{host}"):
        if unicodedata.normalize("NFC", name) not in folders:
            continue
        for end in (f"?{query}", f"@{query}") if query else ("", ".html", "/index.html"):
            yield address_key(f"{name}/{path.lstrip('/')}{end}")
            if query:
                yield address_key(f"{name}/{path.lstrip('/')}{end}.html")


def _type_of(path: str) -> str:
    """The media type that a file's name tells; "" where only its content does."""
    ending = _ending(path)[1:]
    if ending in _TYPES:
        return _TYPES[ending]
    return "" if ending in _SCRIPTS else mimetypes.guess_type(f"a.{ending}")[0] or ""


def _ending(path: str) -> str:
    dot = path.rpartition("/")[2].lower().rpartition(".")
    return f".{dot[2]}" if dot[1] and re.fullmatch("[a-z0-9]{1,5}", dot[2]) else ""
