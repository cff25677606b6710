"""Undo the codings of an answer's content: chunks, gzip, deflate, Brotli, zstd (RFC 9110, 8.4.1).

Content that does not begin as its coding says is given as it is: crawlers may undo a coding and leave its name. What
ends early or is damaged gives what there is, and is told.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import BinaryIO, cast

from newsgen.importers.warc.limits import PIECE, UNPACKING, check_ratio
from newsgen.importers.warc.payload.chunks import Chunked
from newsgen.importers.warc.payload.decoders import DECODING, Decoder, find_decoder

# Codings within each other: more of them are an attack.
_MOST_CODINGS = 4
# Where bytes are damaged, what the whole step gives is lost; of zstd, a step of this size gives up to 16 MB.
_STEP = 1 << 9


class _Decoded(io.RawIOBase):
    """Content with one coding undone."""

    def __init__(self, packed: BinaryIO, decoder: Decoder, on_cut: Callable[[], None]) -> None:
        super().__init__()
        self._packed, self._decoder, self._on_cut = packed, decoder, on_cut
        self._held = b""
        self._taken = self._given = 0
        self._ended = False

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read into a buffer. Raises TooLargeUnpacked."""
        while not self._held and not self._ended:
            self._fill()
        piece, self._held = self._held[: len(buffer)], self._held[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        """Close what it is read from."""
        self._packed.close()
        super().close()

    def _fill(self) -> None:
        packed = b"" if self._decoder.is_full else self._packed.read(_STEP)
        self._taken += len(packed)
        is_last = not packed and not self._decoder.is_full
        try:
            self._held = self._decoder.decode(packed)
        except DECODING:
            is_last = True
        self._given += len(self._held)
        check_ratio(self._given, self._taken)
        self._ended = self._decoder.ended or is_last
        if is_last and not self._decoder.ended:
            self._on_cut()


class ReadableBytes(io.RawIOBase):
    """The bytes of a stream up to where it cannot be read on."""

    def __init__(self, content: BinaryIO, on_cut: Callable[[], None]) -> None:
        super().__init__()
        self._content, self._on_cut = content, on_cut

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read into a buffer."""
        try:
            piece = self._content.read(len(buffer))
        except UNPACKING:
            self._on_cut()
            return 0
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        """Close what it is read from."""
        self._content.close()
        super().close()


def open_content(packed: BinaryIO, codings: Sequence[str], on_cut: Callable[[], None]) -> BinaryIO:
    """Content with its codings undone, outermost first; `on_cut` is called if it ends early or is damaged.

    Raises OSError for codings that nobody knows or that are too many.
    """
    if len(codings) > _MOST_CODINGS:
        raise OSError(f"has more than {_MOST_CODINGS} codings within each other")
    content = io.BufferedReader(cast("io.RawIOBase", packed), PIECE)
    for coding in codings:
        if coding == "chunked":
            content = io.BufferedReader(Chunked(content, on_cut), PIECE)
            continue
        make = find_decoder(coding, content.peek(_STEP)[:_STEP])
        if make:
            content = io.BufferedReader(_Decoded(content, make(), on_cut), PIECE)
    return content
