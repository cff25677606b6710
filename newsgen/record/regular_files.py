"""Open regular files alone: to read a pipe or a device might take for ever."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

# Without it the system waits until somebody writes into a pipe. Of a file it changes nothing.
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)


def open_regular(file: str | Path) -> BinaryIO:
    """Open a file for reading. Raises OSError for what cannot be opened, and for a pipe, a device or a folder."""
    return open(file, "rb", opener=_open)


def read_regular(file: str | Path) -> bytes:
    """The content of a file. Raises OSError as `open_regular`."""
    with open_regular(file) as opened:
        return opened.read()


def _open(file: str, flags: int) -> int:
    handle = os.open(file, flags | _AT_ONCE)
    mode = os.fstat(handle).st_mode
    if stat.S_ISREG(mode):
        return handle
    os.close(handle)
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), file)
    raise OSError(errno.EINVAL, "it is a pipe or a device, and no file", file)
