"""The manifest of a large folder in parts, so that one changed file renews a part and the list of the parts only.

The list of all files, sorted by path, is cut before each path whose own checksum says so. Hence the parts follow from
the files alone, and a file that comes or goes changes the part that it is in, or divides or joins two. A part is named
by its content: the parts of the manifest before stay in place until the new manifest is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from newsgen.archive.database import encode_path
from newsgen.output.files import delete_files, write_if_changed
from newsgen.output.manifest import PARTS_FOLDER, is_part, manifest_lines, part_file
from newsgen.output.streamed_files import checksum_inside
from newsgen.record.digests import checksum_of

Listed = tuple[str, bytes]


class Sizes(NamedTuple):
    """The most files that a manifest lists itself, and how many a part lists on average.

    Up to 3 MB one file costs fewer requests. Parts of 130 KB balance with the list of them, which has as much for the
    1.2 million files of a million articles.
    """

    undivided: int = 25_000
    part: int = 1_024


def write_parts(output: Path, listed: Iterable[Listed], sizes: Sizes) -> list[Listed]:
    """Write the parts of the manifest of these files, if there are enough; what the manifest itself has to list.

    Files come sorted as a manifest is. Raises NewsgenError where a part cannot be written.
    """
    source = iter(listed)
    beginning = list(islice(source, sizes.undivided + 1))
    if len(beginning) <= sizes.undivided:
        return beginning
    return [_write_part(output, content) for content in divide(chain(beginning, source), sizes.part)]


def divide(listed: Iterable[Listed], size: int) -> Iterator[bytes]:
    """The content of each part, of `size` files on average."""
    part: list[Listed] = []
    for file, digest in listed:
        if part and crc32(encode_path(file).encode("utf-8", "surrogatepass")) % size == 0:
            yield b"".join(manifest_lines(part))
            part = []
        part.append((file, digest))
    if part:
        yield b"".join(manifest_lines(part))


def delete_other_parts(output: Path, kept: Collection[str]) -> None:
    """Delete the parts of earlier manifests: files that their own content names. Raises NewsgenError."""
    there = (f"{PARTS_FOLDER}/{place.name}" for place in (output / PARTS_FOLDER).glob("*.txt"))
    delete_files(output, [file for file in there if file not in kept and _is_whole_part(output, file)])


def _write_part(output: Path, content: bytes) -> Listed:
    digest = checksum_of(content)
    write_if_changed(output, part_file(digest), content, False, None)
    return part_file(digest), digest


def _is_whole_part(output: Path, file: str) -> bool:
    digest = checksum_inside(output, file) if is_part(file) else None
    return digest is not None and part_file(digest) == file
