"""What an import puts below `static` of the files of a source: all there is published as it is, by its own address.

Of files beside articles a build decides the same, and of those below `static` it believes that they are the owner's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from newsgen.images.active_documents import BEGINNING, is_active, may_be_document
from newsgen.images.metadata import MAY_BE_RUN
from newsgen.images.naming import is_drawing, is_opened, may_be_run
from newsgen.images.safe_svg import clean_svg

# Drawings and documents are held in memory; those of honest sites have far less.
_LARGEST = 1 << 26
_NO_DRAWING = "its XML is not well-formed, so that scripts in it cannot be found"
_TOO_LARGE = f"it has more than {_LARGEST >> 20} MB, in which there may be scripts"


class StaticFile(NamedTuple):
    """The pieces of what is written of a file, why nothing is, and whether something was taken out of it."""

    pieces: Iterable[bytes]
    fault: str = ""
    is_cleaned: bool = False


def make_static(pieces: Iterator[bytes], path: str) -> StaticFile:
    """What is written of a file at a path below `static`: drawings without scripts, and nothing that may be run."""
    if may_be_run(path) and not is_opened(path):
        return StaticFile((), MAY_BE_RUN)
    beginning = _read(pieces, BEGINNING)
    if not is_drawing(path) and not may_be_document(beginning, path):
        return StaticFile(chain((beginning,), pieces))
    content = beginning + _read(pieces, _LARGEST)
    if len(content) > _LARGEST:
        return StaticFile((), _TOO_LARGE)
    if not is_drawing(path):
        return StaticFile((content,), MAY_BE_RUN if is_active(content, path) else "")
    clean = clean_svg(content)
    return StaticFile((clean or b"",), "" if clean else _NO_DRAWING, clean != content)


def _read(pieces: Iterator[bytes], least: int) -> bytes:
    """So many bytes and what comes with the last of them, or all that are left."""
    read: list[bytes] = []
    length = 0
    while length < least and (piece := next(pieces, b"")):
        read.append(piece)
        length += len(piece)
    return b"".join(read)
