"""A reader who stops reading, as `newsgen build --explain | head` does, stops no command and is no error."""

from __future__ import annotations

import io
import sys
from typing import Any


class _Endless(io.FileIO):
    """A file whose reader may be gone: what is written then is dropped."""

    def write(self, content: Any) -> int:
        """Write to the reader, if there is still one."""
        try:
            return super().write(content) or 0
        except BrokenPipeError:
            return len(content)


def tolerate_closed_pipes() -> None:
    """Let what is printed vanish when nobody reads it any more."""
    sys.stdout = _tolerant(sys.stdout)
    sys.stderr = _tolerant(sys.stderr)


def _tolerant(stream: Any) -> Any:
    """The same stream, whose reader may go; a stream that is no file, as in tests, stays as it is."""
    try:
        descriptor = stream.fileno()
    except (OSError, ValueError, AttributeError):
        return stream
    if isinstance(getattr(stream.buffer, "raw", None), _Endless):
        return stream
    stream.flush()
    return io.TextIOWrapper(
        io.BufferedWriter(_Endless(descriptor, "w", closefd=False)),
        encoding=stream.encoding,
        errors=stream.errors,
        # With PYTHONUNBUFFERED a stream writes through, which this one can do a line at a time.
        line_buffering=stream.line_buffering or stream.write_through,
    )
