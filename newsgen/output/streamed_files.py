"""Large files, written part by part, so that memory does not grow with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from newsgen.output.files import write_parts_atomically
from newsgen.record.inside import LeavesFolder, file_inside
from newsgen.record.regular_files import open_regular

_PIECE = 1 << 20


def write_parts_if_changed(
    output: Path, file: str, parts: Iterable[bytes], fresh: bool, known: bytes | None
) -> tuple[bytes, bool]:
    """Make a file hold these parts, one after the other: what `write_if_changed` does for a small one.

    Raises NewsgenError where it cannot be written.
    """
    checksum = sha256()

    def told() -> Iterator[bytes]:
        for part in parts:
            checksum.update(part)
            yield part

    def differs() -> bool:
        return fresh or checksum.digest() != (known or checksum_inside(output, file))

    written = write_parts_atomically(output, file, told(), differs)
    return checksum.digest(), written


def checksum_inside(folder: Path, file: str) -> bytes | None:
    """The SHA-256 of a file of a folder; None where none can be read, and where a link leads there."""
    try:
        return checksum_of_file(file_inside(folder, file))
    except LeavesFolder:
        return None


def checksum_of_file(file: Path) -> bytes | None:
    """The SHA-256 of what a file holds; None where it cannot be read."""
    checksum = sha256()
    try:
        with open_regular(file) as opened:
            while piece := opened.read(_PIECE):
                checksum.update(piece)
    except OSError:
        return None
    return checksum.digest()
