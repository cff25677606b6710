"""The ZIP archive of a WACZ: its members with their sizes and digests, and the two files that state them."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from typing import IO

_VERSION = "1.1.1"
_DATE = (1980, 1, 1, 0, 0, 0)
# From here on a member may come to 2 GiB, above which it needs the larger form of its head (ZIP64).
_LARGE = 1 << 30
# An extra field without content. wabac.js believes that a member which has none in the archive's directory has none
# before its content either, where ZIP64 has one.
_NO_FIELD = b"\xca\xfe\x00\x00"
_UNIX, _FILE_MODE = 3, 0o100644 << 16


class Member:
    """A member that is being written, with its size and digest so far."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self.size = 0
        self.checksum = sha256()

    def write(self, piece: bytes) -> int:
        """Write bytes."""
        self.size += len(piece)
        self.checksum.update(piece)
        return self._stream.write(piece)


class Package:
    """The members of a WACZ."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._resources: list[dict[str, object]] = []

    @contextmanager
    def stored(self, path: str, likely_size: int = 0) -> Iterator[Member]:
        """Write a member that readers find places in, and that is compressed already."""
        with self._open(path, zipfile.ZIP_STORED, likely_size > _LARGE) as member:
            yield member

    def write(self, path: str, pieces: Iterable[bytes]) -> None:
        """Write a member that is read as a whole."""
        with self._open(path, zipfile.ZIP_DEFLATED) as member:
            for piece in pieces:
                member.write(piece)

    def finish(self, about: Mapping[str, object]) -> None:
        """Write what states the members, and what states that."""
        stated = {"profile": "data-package", "wacz_version": _VERSION, **about, "resources": self._resources}
        content = json.dumps(stated, ensure_ascii=False, indent=2).encode("utf-8", "replace")
        self.write("datapackage.json", [content])
        digest = {"path": "datapackage.json", "hash": f"sha256:{sha256(content).hexdigest()}"}
        self.write("datapackage-digest.json", [json.dumps(digest, indent=2).encode()])

    @contextmanager
    def _open(self, path: str, compression: int, is_large: bool = False) -> Iterator[Member]:
        info = zipfile.ZipInfo(path, _DATE)
        info.create_system, info.external_attr, info.compress_type = _UNIX, _FILE_MODE, compression
        if is_large:
            info.extra = _NO_FIELD
        with self._archive.open(info, "w", force_zip64=is_large) as stream:
            member = Member(stream)
            yield member
        resource: dict[str, object] = {"name": path.rpartition("/")[2].lower(), "path": path}
        resource |= {"hash": f"sha256:{member.checksum.hexdigest()}", "bytes": member.size}
        self._resources.append(resource)
