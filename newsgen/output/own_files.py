"""The list of the files that newsgen wrote, `.newsgen-files`: never does it overwrite or delete one of somebody else's.

What is on the list and no longer planned is removed; what is not on it is left alone. The list goes with the folder, so
that it also holds when the folder was copied from another machine. It is a text that somebody may have changed: what it
names outside the folder or behind a link is left alone too.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from newsgen.errors import NewsgenError, Problem
from newsgen.output.files import HALF, folders_of, has_content, unwritable_output, write_atomically
from newsgen.output.listed_names import escape_name, unescape_name
from newsgen.output.proven_files import find_proven_files
from newsgen.record.inside import names_inside

OWN_FILES = ".newsgen-files"
_SHOWN = 3


def read_own_files(output: Path) -> frozenset[str]:
    """The files that newsgen wrote into a folder earlier; none for a new or empty folder.

    What a list that is damaged or lost does not name, the manifest may prove to be newsgen's. Raises NewsgenError when
    the folder holds files and neither tells whose they are: then they are somebody else's.
    """
    try:
        if (output / OWN_FILES).is_file():
            lines = os.fsdecode((output / OWN_FILES).read_bytes()).split("\n")
            listed = frozenset(name for name in map(unescape_name, lines) if names_inside(name))
            return listed | find_proven_files(output, listed)
        proven = find_proven_files(output, ())
        if proven:
            return proven
        names = sorted(entry.name for entry in os.scandir(output) if not entry.name.startswith(HALF))
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        if not os.path.lexists(output):
            return frozenset()
        raise NewsgenError([unwritable_output(output, error)]) from None
    if not names:
        return frozenset()
    shown = ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")
    raise NewsgenError(
        [
            Problem(
                str(output),
                0,
                f"holds files that newsgen did not write: {shown}",
                "newsgen does not mix its pages with the files of others.",
                "Name an empty or new folder with --output, or move these files away.",
            )
        ]
    )


def refuse_foreign(output: Path, files: Collection[str], ours: Collection[str]) -> None:
    """Raise NewsgenError for every planned file in whose place there is somebody else's, or a link."""
    if _is_bare(output):
        return
    problems = []
    for file in sorted(set(files) - set(ours)):
        # A folder that holds only files of ours is no longer there when the file is written.
        if os.path.lexists(output / file) and not any(other.startswith(file + "/") for other in ours):
            problems.append(
                Problem(
                    str(output / file),
                    0,
                    "was not written by newsgen, which has a page for this place",
                    "newsgen does not overwrite the files of others.",
                    "Move it away, or put it in static/ to publish it.",
                )
            )
    for folder in sorted(folders_of(files) - set(ours)):
        if (output / folder).is_symlink() or (output / folder).is_file():
            problems.append(
                Problem(
                    str(output / folder),
                    0,
                    "is a link or a file, and pages go into a folder of this name",
                    "newsgen does not write outside its output folder.",
                    "Move it away.",
                )
            )
    if problems:
        raise NewsgenError(problems)


def _is_bare(output: Path) -> bool:
    """Whether nothing is in a folder, or it is not there: then nothing needs to be looked up file by file."""
    try:
        with os.scandir(output) as entries:
            return next(entries, None) is None
    except OSError:
        return not os.path.lexists(output)


def write_own_files(output: Path, files: Collection[str]) -> None:
    """Write down which files are newsgen's own. Raises NewsgenError where it cannot be written."""
    content = os.fsencode("".join(f"{escape_name(file)}\n" for file in sorted(files)))
    if not has_content(output, OWN_FILES, content):
        write_atomically(output, OWN_FILES, content)


def folder_stamp(output: Path) -> str:
    """What tells whether a folder's list of files is as it was: its size and time; "" where there is none."""
    try:
        own = (output / OWN_FILES).stat()
    except OSError:
        return ""
    return f"{output.resolve()} {own.st_size} {own.st_mtime_ns}"
