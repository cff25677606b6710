"""Content in chunks (RFC 9112, 7.1), as it is without them; where a chunk has no length, the rest counts as it is."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import BinaryIO

_LENGTH = re.compile(rb"[ \t]*([0-9a-fA-F]{1,16})[ \t]*(?:;.*)?\r?\n\Z", re.DOTALL)
_LONGEST_LINE = 1 << 12


class Chunked(io.RawIOBase):
    """The content of chunks; `on_cut` is called if the last one is missing."""

    def __init__(self, chunks: BinaryIO, on_cut: Callable[[], None]) -> None:
        super().__init__()
        self._chunks, self._on_cut = chunks, on_cut
        # Bytes that are left of the chunk; None for all that follows.
        self._left: int | None = 0
        self._held = b""
        self._ended = False

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read into a buffer."""
        if not self._ended and not self._held and self._left == 0:
            self._begin_chunk()
        if self._held:
            piece, self._held = self._held[: len(buffer)], self._held[len(buffer) :]
        elif self._ended:
            return 0
        else:
            piece = self._chunks.read(len(buffer) if self._left is None else min(len(buffer), self._left))
            if not piece:
                self._end_early()
            elif self._left is not None:
                self._left -= len(piece)
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        """Close what it is read from."""
        self._chunks.close()
        super().close()

    def _begin_chunk(self) -> None:
        line = self._chunks.readline(_LONGEST_LINE)
        if line in (b"\r\n", b"\n"):
            line = self._chunks.readline(_LONGEST_LINE)
        length = _LENGTH.match(line)
        if length:
            self._left = int(length[1], 16)
            self._ended = self._left == 0
        elif line:
            self._held, self._left = line, None
        else:
            self._end_early()

    def _end_early(self) -> None:
        self._ended = True
        # Nothing says where content without lengths ends.
        if self._left is not None:
            self._on_cut()
