"""List all files of a folder with size and time, without opening any, and compare the list with an earlier one.

A scan is all that a build does if nothing changed, so it asks the system once for each file and returns plain tuples.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from newsgen.errors import NewsgenError, Problem

# A file's size in bytes and modification time in nanoseconds. Two times are compared for equality only.
FileStamp = tuple[int, int]
# The sizes recorded for a symbolic link, and for a pipe, a device or a socket; none of them is an article.
SYMLINK, NO_FILE = -1, -2


class Changes(NamedTuple):
    """New files, files that may have changed, and removed files, each by its path in the folder."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def list_files(folder: Path, dot_files: Collection[str] = ()) -> dict[str, FileStamp]:
    """All visible files below a folder by their path, in no order; hidden ones only if `dot_files` names them.

    A symbolic link has the size SYMLINK and is not followed, and what is neither file nor folder has NO_FILE. A missing
    folder has no files; if `folder` is a file, the list holds it alone, under "". Files and folders that vanish during
    the scan are left out: editors make some for a moment whenever they save. Raises NewsgenError for a folder that
    cannot be looked into.
    """
    files: dict[str, FileStamp] = {}
    try:
        status = os.stat(folder)  # noqa: PTH116 - one call for what Path would ask in three
    except FileNotFoundError:
        return files
    except OSError as error:
        raise NewsgenError([_closed(os.fspath(folder), error)]) from None
    if not stat.S_ISDIR(status.st_mode):
        return {"": (status.st_size, status.st_mtime_ns)}
    open_folders = [(os.fspath(folder), "")]
    while open_folders:
        open_folder, prefix = open_folders.pop()
        try:
            entries = os.scandir(open_folder)
        except FileNotFoundError:
            continue
        except OSError as error:
            raise NewsgenError([_closed(open_folder, error)]) from None
        with entries:
            for entry in entries:
                name = entry.name
                if name[0] == "." and name not in dot_files:
                    continue
                if entry.is_symlink():
                    files[prefix + name] = (SYMLINK, 0)
                elif entry.is_dir(follow_symlinks=False):
                    open_folders.append((entry.path, f"{prefix}{name}/"))
                else:
                    try:
                        status = entry.stat(follow_symlinks=False)
                    except FileNotFoundError:
                        continue
                    is_regular = stat.S_ISREG(status.st_mode)
                    files[prefix + name] = (status.st_size, status.st_mtime_ns) if is_regular else (NO_FILE, 0)
    return files


def is_file(stamp: FileStamp) -> bool:
    """Whether a stamp is that of a file, and not of a link or of what is no file."""
    return stamp[0] >= 0


def _closed(folder: str, error: OSError) -> Problem:
    message, fix = f"cannot be looked into: {error.strerror}", "Change its permissions, or take it out of there."
    return Problem(folder, 0, message, "What it holds would vanish from the site.", fix)


def diff(files: Mapping[str, FileStamp], known: Iterable[tuple[str, int, int]]) -> Changes:
    """How the files of a folder differ from known rows of path, size and time."""
    unknown = dict(files)
    changed, removed = [], []
    for path, size, time in known:
        stamp = unknown.pop(path, None)
        if stamp is None:
            removed.append(path)
        elif stamp != (size, time):
            changed.append(path)
    return Changes(tuple(sorted(unknown)), tuple(sorted(changed)), tuple(sorted(removed)))
