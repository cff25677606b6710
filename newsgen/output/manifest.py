"""The manifest of a folder: a line for each file with the SHA-256 of its bytes, so that anybody can tell what changed.

Its form is that of BagIt (RFC 8493, 2.1.3), which `sha256sum -c` reads too. Lines are sorted by path, so that a folder
of any size is held against its manifest while both are read once and neither is kept.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from newsgen.archive.database import encode_path
from newsgen.errors import NewsgenError, Problem
from newsgen.output.listed_names import escape_name, unescape_name

MANIFEST_FILE = "manifest-sha256.txt"
# Lines that are written at once.
_BATCH = 5_000
_LINE = re.compile(rb"([0-9a-f]{64})  ([^\r\n]+)\n")
_ESCAPE = re.compile("%(?!25|0A|0D)")
_FIX = "Take the whole folder anew from where it is intact, or build the site again."


class ManifestEntry(NamedTuple):
    """A file of a manifest, by its path below the folder, and the SHA-256 of its bytes."""

    file: str
    digest: bytes


def manifest_lines(listed: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """The bytes of a manifest in parts; files come in the order of `encode_path`, which is the state's."""
    source = iter(listed)
    while batch := list(islice(source, _BATCH)):
        yield os.fsencode("".join(f"{digest.hex()}  {escape_name(file)}\n" for file, digest in batch))


def read_manifest(file: Path) -> Iterator[ManifestEntry]:
    """The files that a manifest lists, in its order.

    Raises NewsgenError where it is not there, and for the first line that cannot be one of it or stands out of order.
    """
    before = ""
    try:
        with file.open("rb") as opened:
            for number, line in enumerate(opened, 1):
                listed = _read_line(line, number, file)
                place = encode_path(listed.file)
                if place <= before:
                    raise _damaged(file, number, "is out of order, or stands twice")
                before = place
                yield listed
    except OSError as error:
        raise NewsgenError([_missing(file, error)]) from None


def _read_line(line: bytes, number: int, file: Path) -> ManifestEntry:
    found = _LINE.fullmatch(line)
    if not found:
        whole = "is cut short" if not line.endswith(b"\n") else "is no digest and path"
        raise _damaged(file, number, whole)
    written = os.fsdecode(found[2])
    path = PurePosixPath(unescape_name(written))
    if _ESCAPE.search(written) or "\0" in written or str(path) != unescape_name(written):
        raise _damaged(file, number, "holds a path that newsgen would not write")
    if path.is_absolute() or ".." in path.parts:
        raise _damaged(file, number, "names a file outside the folder")
    return ManifestEntry(str(path), bytes.fromhex(found[1].decode()))


def _damaged(file: Path, number: int, message: str) -> NewsgenError:
    reason = "A manifest that is damaged itself cannot tell which files are."
    return NewsgenError([Problem(str(file), number, f"this line {message}", reason, _FIX)])


def _missing(file: Path, error: OSError) -> Problem:
    reason = "Without it nobody can tell whether the files are as they were published."
    fix = "Name the folder of a published site, or build the site again."
    return Problem(str(file), 0, f"cannot be read: {error.strerror}", reason, fix)
