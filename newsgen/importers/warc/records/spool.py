"""`Spool`: a temporary file for what was unpacked and cannot be found again by an offset in the compressed file."""

from __future__ import annotations

import os
import tempfile
from types import TracebackType
from typing import BinaryIO, Self

from newsgen.importers.warc.records.archive_file import Section, buffered


class Spool:
    """Bytes on disk. The file has no name and is gone when the import ends, however it ends."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="newsgen-warc-")  # noqa: SIM115 - it is closed on exit
        self.size = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()

    def add(self, piece: bytes) -> None:
        """Write bytes at its end."""
        self._file.write(piece)
        self.size += len(piece)

    def open(self, start: int, length: int) -> BinaryIO:
        """Open a part of it."""
        self._file.flush()
        # The copy shares its place with the file, and a section goes to its own place before it reads.
        copy = os.fdopen(os.dup(self._file.fileno()), "rb", buffering=0)
        return buffered(Section(copy, start, length))
