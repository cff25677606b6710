"""The manifest of a folder: a line for each file with the SHA-256 of its bytes, so that anybody can tell what changed.

Its form is that of BagIt (RFC 8493, 2.1.3), which `sha256sum -c` reads too. Lines are sorted by path, so that a folder
of any size is held against its manifest while both are read once and neither is kept. That of a large folder is divided
(`manifest_parts.py`): it lists its parts in `manifest-sha256/`, which list the files.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from itertools import chain, islice
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from newsgen.archive.database import encode_path
from newsgen.errors import NewsgenError, Problem
from newsgen.output.listed_names import escape_name, unescape_name

MANIFEST_FILE = "manifest-sha256.txt"
PARTS_FOLDER = "manifest-sha256"
# Hexadecimal digits of the checksum of a part in its name.
_PART_NAME = 32
_PART = re.compile(rf"{PARTS_FOLDER}/[0-9a-f]{{{_PART_NAME}}}\.txt")
# Lines that are written at once.
_BATCH = 5_000
_LINE = re.compile(rb"([0-9a-f]{64})  ([^\r\n]+)\n")
# The bytes of a manifest whose lines are compared in memory.
_KEPT = 8 << 20
# A step of a path that is empty, or leads nowhere or up.
_ODD = re.compile(r"(?:^|/)\.{0,2}(?:/|$)")
_ESCAPE = re.compile("%(?!25|0A|0D)")
_REASON = "A manifest that is damaged itself cannot tell which files are."
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


def part_file(digest: bytes) -> str:
    """The file of a part of a manifest: its content names it, so that a part that is in place is never replaced."""
    return f"{PARTS_FOLDER}/{digest.hex()[:_PART_NAME]}.txt"


def is_part(file: str) -> bool:
    """Whether a file has the name of a part of a manifest."""
    return bool(_PART.fullmatch(file))


def list_parts(manifest: Path) -> tuple[ManifestEntry, ...]:
    """The parts of a manifest, in the order of what they list; none where it lists the files of the folder itself.

    Raises NewsgenError as `read_manifest` does.
    """
    with _told(manifest), manifest.open("rb") as opened:
        first = next((_read_line(line, 1, manifest) for line in opened), None)
        if not first or not _is_part_entry(first):
            return ()
        entries = (first, *(_read_line(line, number, manifest) for number, line in enumerate(opened, 2)))
        # Somebody may have a file of such a name in a folder of such a name, among others.
        return entries if all(map(_is_part_entry, entries)) else ()


def read_manifest(
    manifest: Path, place_of: Callable[[str], Path] | None = None, without: Collection[bytes] = ()
) -> Iterator[ManifestEntry]:
    """The files that a manifest lists, its own parts among them, in the order of their paths.

    `place_of` gives where a part lies, by default beside the manifest. Files of the lines `without` are left out, and
    of the line of a part the files that it lists.
    Raises NewsgenError for what is not there or damaged, and for the first line that stands out of order.
    """
    parts = list_parts(manifest)
    waiting = sorted(parts, key=lambda part: encode_path(part.file), reverse=True)
    before = ""
    lists = [
        _lines_of(part, (place_of or manifest.parent.joinpath)(part.file))
        for part in parts
        if next(manifest_lines([part])) not in without
    ]
    for file, number, line in chain.from_iterable(lists if parts else [_numbered(manifest, without)]):
        listed = _read_line(line, number, file)
        place = encode_path(listed.file)
        if place <= before:
            raise _damaged(file, number, "is out of order, or stands twice")
        before = place
        while waiting and encode_path(waiting[-1].file) < place:
            yield waiting.pop()
        yield listed
    yield from reversed(waiting)


def own_lines(manifest: Path) -> frozenset[bytes]:
    """The lines of a manifest itself; none of one of so many that it would better be divided."""
    with _told(manifest):
        return frozenset(manifest.read_bytes().splitlines(True)) if manifest.stat().st_size <= _KEPT else frozenset()


def file_of_line(line: bytes) -> str:
    """The file of a line that is right."""
    return unescape_name(os.fsdecode(line[2 * sha256().digest_size + 2 : -1]))


def _numbered(manifest: Path, without: Collection[bytes]) -> Iterator[tuple[Path, int, bytes]]:
    """The lines of a manifest that is not divided, with their numbers, but for some."""
    with _told(manifest), manifest.open("rb") as opened:
        for number, line in enumerate(opened, 1):
            if line not in without:
                yield manifest, number, line


def _lines_of(part: ManifestEntry, place: Path) -> Iterator[tuple[Path, int, bytes]]:
    """The lines of a part, with their numbers. Raises NewsgenError where it is not what the manifest says."""
    with _told(place):
        content = place.read_bytes()
    if sha256(content).digest() != part.digest:
        raise NewsgenError([Problem(str(place), 0, "is not what the manifest lists", _REASON, _FIX)])
    return ((place, number, line) for number, line in enumerate(BytesIO(content), 1))


def _is_part_entry(entry: ManifestEntry) -> bool:
    return entry.file == part_file(entry.digest)


@contextmanager
def _told(file: Path) -> Iterator[None]:
    """Tell what cannot be read as a problem."""
    try:
        yield
    except OSError as error:
        raise NewsgenError([_missing(file, error)]) from None


def _read_line(line: bytes, number: int, file: Path) -> ManifestEntry:
    found = _LINE.fullmatch(line)
    if not found:
        whole = "is cut short" if not line.endswith(b"\n") else "is no digest and path"
        raise _damaged(file, number, whole)
    written = os.fsdecode(found[2])
    name = unescape_name(written) if "%" in written else written
    # A path object for each line would take most of the time that a manifest takes to read.
    if _ODD.search(name) or "\0" in name or _ESCAPE.search(written):
        _refuse_odd(written, number, file)
    return ManifestEntry(name, bytes.fromhex(found[1].decode()))


def _refuse_odd(written: str, number: int, file: Path) -> None:
    """Raise NewsgenError for a path that newsgen would not write, or that leads out of the folder."""
    path = PurePosixPath(unescape_name(written))
    if _ESCAPE.search(written) or "\0" in written or str(path) != unescape_name(written):
        raise _damaged(file, number, "holds a path that newsgen would not write")
    if path.is_absolute() or ".." in path.parts:
        raise _damaged(file, number, "names a file outside the folder")


def _damaged(file: Path, number: int, message: str) -> NewsgenError:
    return NewsgenError([Problem(str(file), number, f"this line {message}", _REASON, _FIX)])


def _missing(file: Path, error: OSError) -> Problem:
    reason = "Without it nobody can tell whether the files are as they were published."
    fix = "Name the folder of a published site, or build the site again."
    return Problem(str(file), 0, f"cannot be read: {error.strerror}", reason, fix)
