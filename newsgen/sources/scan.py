"""What lies in the folders that a site is made of: every file with its size and time, and nothing opened.

A scan is all that a build does when nothing changed, so it asks the system once for each file and keeps the answers
as plain tuples.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

# A file's size in bytes and time of change in nanoseconds. The time is only ever compared with itself.
FileStamp = tuple[int, int]
# A link is reported where an article may not be one; its size says so.
SYMLINK = -1


class Changes(NamedTuple):
    """Files that are new, that may have changed, and that are gone, each by its path below its folder."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def list_files(folder: Path) -> dict[str, FileStamp]:
    """All visible files below a folder by their path, in no order; a link has the size LINK and is not followed.

    A folder that does not exist has none; the name of a file has that file alone, under "". Files and folders that go
    while they are looked at are not there: editors make some for a moment whenever they save.
    """
    found: dict[str, FileStamp] = {}
    try:
        own = os.stat(folder)  # noqa: PTH116 - one call for what Path would ask in three
    except OSError:
        return found
    if not stat.S_ISDIR(own.st_mode):
        return {"": (own.st_size, own.st_mtime_ns)}
    open_folders = [(os.fspath(folder), "")]
    while open_folders:
        place, below = open_folders.pop()
        try:
            entries = os.scandir(place)
        except FileNotFoundError:
            continue
        with entries:
            for entry in entries:
                name = entry.name
                if name[0] == ".":
                    continue
                if entry.is_symlink():
                    found[below + name] = (SYMLINK, 0)
                elif entry.is_dir(follow_symlinks=False):
                    open_folders.append((entry.path, f"{below}{name}/"))
                else:
                    try:
                        own = entry.stat(follow_symlinks=False)
                    except FileNotFoundError:
                        continue
                    found[below + name] = (own.st_size, own.st_mtime_ns)
    return found


def diff(found: Mapping[str, FileStamp], known: Iterable[tuple[str, int, int]]) -> Changes:
    """How a folder differs from what is known of it; `known` rows are path, size and time."""
    left = dict(found)
    changed, removed = [], []
    for path, size, time in known:
        stamp = left.pop(path, None)
        if stamp is None:
            removed.append(path)
        elif stamp != (size, time):
            changed.append(path)
    return Changes(tuple(sorted(left)), tuple(sorted(changed)), tuple(sorted(removed)))
