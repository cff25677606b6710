"""The proof that a path lies inside its folder: by its names, however often they are decoded, and by the file system.

Every path goes through here that comes from outside newsgen, or from a file that somebody may have changed, and that is
written, deleted or read below a folder. The folder itself may be reached by links: its owner named it.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path, PureWindowsPath

from newsgen.record.names import leaves_folder

_IS_WINDOWS = os.name == "nt"


class LeavesFolder(OSError):
    """A path leads out of its folder; `strerror` says how, as the system's own messages do."""


def place_inside(folder: str | Path, path: str) -> Path:
    """Where a file is written or deleted at a path below a folder.

    Raises LeavesFolder if the path names a place outside, or if a symbolic link is on its way. A link at its very end
    is no way out for whoever replaces or deletes what is there.
    """
    return _prove(folder, path, path.rpartition("/")[0])


def file_inside(folder: str | Path, path: str) -> Path:
    """Where a file is read at a path below a folder. Raises LeavesFolder as `place_inside`, and for a link itself."""
    return _prove(folder, path, path)


def names_inside(path: str) -> bool:
    """Whether a path names a place below a folder that a file can have, without regard to links."""
    if not path or path[0] == "/" or "\0" in path or leaves_folder(path):
        return False
    if not path.isascii():
        try:
            os.fsencode(path)
        except UnicodeEncodeError:
            return False
    return not (_IS_WINDOWS and PureWindowsPath(path).drive)


def _prove(folder: str | Path, path: str, way: str) -> Path:
    if not names_inside(path):
        raise LeavesFolder(errno.EPERM, "it leads out of its folder", path)
    step = 0
    while step >= 0 and way:
        step = way.find("/", step + 1)
        # os.path answers False where pathlib raises, for a name that no file can have.
        if os.path.islink(f"{folder}/{way[:step] if step >= 0 else way}"):  # noqa: PTH114
            raise LeavesFolder(errno.ELOOP, "a symbolic link leads there", path)
    return Path(f"{folder}/{path}")
