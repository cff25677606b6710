"""The files of the built site: whether they are as the manifest says, and what is sent of each."""

from __future__ import annotations

import gzip
from collections.abc import Collection, Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from newsgen.errors import NewsgenError, Problem
from newsgen.output.manifest import MANIFEST_FILE, ManifestEntry, is_part, list_parts, own_lines, read_manifest
from newsgen.output.publishing.stores.store import Upload
from newsgen.output.streamed_files import checksum_inside
from newsgen.record.delivery import SHORT, cache_time, content_type, is_text
from newsgen.record.inside import LeavesFolder, file_inside
from newsgen.record.media_types import type_of

# Larger files are read part by part.
_WHOLE = 16 << 20
_PIECE = 1 << 20
# Smaller ones do not get smaller.
_LEAST_PACKED = 1024


class SiteFiles(NamedTuple):
    """The folder of the built site, and whether texts are sent packed."""

    folder: Path
    packs: bool

    def entries(self, without: Collection[bytes] = ()) -> Iterator[ManifestEntry]:
        """The files of the site, in the manifest's order, but for those of the manifest's lines `without`."""
        return read_manifest(self.folder / MANIFEST_FILE, without=without)

    def lines(self) -> frozenset[bytes]:
        """The lines of the manifest itself, if they are not too many."""
        return own_lines(self.folder / MANIFEST_FILE)

    def parts(self) -> dict[str, Path]:
        """The parts of the manifest and where they lie; none where it is not divided."""
        return {part.file: self.folder / part.file for part in list_parts(self.folder / MANIFEST_FILE)}

    def refuse_altered(self, entry: ManifestEntry) -> None:
        """Raise NewsgenError where a file is not as it was built."""
        if checksum_inside(self.folder, entry.file) != entry.digest:
            raise NewsgenError([_altered(self.folder / entry.file)])

    def upload_of(self, entry: ManifestEntry) -> Upload:
        """What to send of a file. Raises NewsgenError where it is not as it was built."""
        file = self._file_of(entry)
        try:
            if file.stat().st_size > _WHOLE:
                return Upload(entry.file, lambda: _read(file, entry.digest), _fields(entry.file, None))
            content = file.read_bytes()
        except OSError:
            raise NewsgenError([_altered(file)]) from None
        if sha256(content).digest() != entry.digest:
            raise NewsgenError([_altered(file)])
        fields = _fields(entry.file, content)
        if self.packs and len(content) >= _LEAST_PACKED and _is_packed(entry.file):
            return Upload(entry.file, gzip.compress(content, 9, mtime=0), {**fields, "Content-Encoding": "gzip"})
        return Upload(entry.file, content, fields)

    def _file_of(self, entry: ManifestEntry) -> Path:
        """Where a file lies. Raises NewsgenError where a link leads there: what it leads to is none of the site's."""
        try:
            return file_inside(self.folder, entry.file)
        except LeavesFolder:
            raise NewsgenError([_altered(self.folder / entry.file)]) from None

    def manifest(self) -> Upload:
        """What to send of the manifest, which is never packed: others read it with `sha256sum`."""
        content = (self.folder / MANIFEST_FILE).read_bytes()
        fields = {"Content-Type": "text/plain; charset=utf-8", "Cache-Control": SHORT}
        return Upload(MANIFEST_FILE, content, fields)


def _is_packed(file: str) -> bool:
    """Whether a file may be stored packed: a text, but no part of the manifest, which others read with `sha256sum`."""
    return is_text(type_of(file)) and not is_part(file)


def _fields(file: str, content: bytes | None) -> dict[str, str]:
    return {"Content-Type": content_type(file, content), "Cache-Control": cache_time(file)}


def _read(file: Path, digest: bytes) -> Iterator[bytes]:
    """The content of a large file in parts. Raises NewsgenError before the end where it is not as it was built."""
    checksum = sha256()
    try:
        with file.open("rb", buffering=0) as opened:
            while piece := opened.read(_PIECE):
                checksum.update(piece)
                yield piece
    except OSError:
        raise NewsgenError([_altered(file)]) from None
    if checksum.digest() != digest:
        raise NewsgenError([_altered(file)])


def _altered(file: Path) -> Problem:
    reason = "Readers would get something else than what was built."
    return Problem(str(file), 0, "is not as it was built", reason, "Build the site again: newsgen build --verify")
