"""Sort lines of any number: parts of them are sorted in memory and kept in temporary files, then merged."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from types import TracebackType
from typing import IO, Self

_PART = 50_000


class SortedLines:
    """Lines that end in "\\n", to be read in order."""

    def __init__(self) -> None:
        self._files = ExitStack()
        self._parts: list[IO[bytes]] = []
        self._lines: list[bytes] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._files.close()

    def add(self, line: bytes) -> None:
        """Take a line."""
        self._lines.append(line)
        if len(self._lines) >= _PART:
            part = self._files.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
            part.writelines(sorted(self._lines))
            part.seek(0)
            self._parts.append(part)
            self._lines = []

    def read(self) -> Iterator[bytes]:
        """All lines in order; they can be read once."""
        return heapq.merge(*self._parts, sorted(self._lines))
