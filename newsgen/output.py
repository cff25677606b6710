"""Writing the site: whole files or none, and never a file that somebody else wrote.

The output folder keeps a list of the files that newsgen wrote, `.newsgen-files`. What is on the list and no
longer planned is removed; what is not on it is left alone. The list goes with the folder, so that it also
holds when the folder was copied from another machine.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from newsgen.errors import BuildFailed, Problem

LIST = ".newsgen-files"
_SHOWN = 3

# What a file shall hold: its bytes, or another file to copy.
Content = bytes | Path


class Counts(NamedTuple):
    """How many files were written, were kept because they are equal, and were deleted."""

    written: int
    kept: int
    deleted: int


def read_list(output: Path) -> frozenset[str]:
    """The files that newsgen wrote into a folder earlier; none for a new or empty folder.

    Raises BuildFailed when the folder holds files but no list: then they are somebody else's.
    """
    try:
        if not output.exists():
            return frozenset()
        if (output / LIST).is_file():
            return frozenset((output / LIST).read_text(encoding="utf-8").split("\n")) - {""}
        names = sorted(entry.name for entry in os.scandir(output))
    except OSError as error:
        raise BuildFailed([_unwritable(str(output), error)]) from None
    if not names:
        return frozenset()
    shown = ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")
    raise BuildFailed(
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


def check_foreign(output: Path, files: Collection[str], ours: Collection[str]) -> None:
    """Raise BuildFailed for every planned file in whose place there is somebody else's, or a link."""
    problems = []
    for file in sorted(set(files) - set(ours)):
        if os.path.lexists(output / file):
            problems.append(
                Problem(
                    str(output / file),
                    0,
                    "was not written by newsgen, which has a page for this place",
                    "newsgen does not overwrite the files of others.",
                    "Move it away, or put it in static/ to publish it.",
                )
            )
    folders = {folder for file in files for folder in Path(file).parents}
    for folder in sorted(folders):
        if folder != Path() and ((output / folder).is_symlink() or (output / folder).is_file()):
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
        raise BuildFailed(problems)


def write_files(output: Path, contents: Mapping[str, Content], ours: Collection[str]) -> Counts:
    """Make the folder hold these files, in their order; then remove what newsgen wrote and no longer plans.

    Raises BuildFailed for the first file that cannot be written; the others stay as they were.
    """
    written = 0
    place = output
    try:
        output.mkdir(parents=True, exist_ok=True)
        _write_list(output, set(contents) | set(ours))
        for file, content in contents.items():
            place = output / file
            place.parent.mkdir(parents=True, exist_ok=True)
            written += _write(place, content.read_bytes() if isinstance(content, Path) else content)
        stale = sorted(set(ours) - set(contents))
        for file in stale:
            place = output / file
            _delete(output, file)
        _write_list(output, contents)
    except OSError as error:
        raise BuildFailed([_unwritable(error.filename or str(place), error)]) from None
    return Counts(written, len(contents) - written, len(stale))


def delete_files(output: Path, ours: Collection[str]) -> int:
    """Remove every file that newsgen wrote, and the folders that this empties."""
    try:
        for file in sorted(ours):
            _delete(output, file)
    except OSError as error:
        raise BuildFailed([_unwritable(error.filename or str(output), error)]) from None
    return len(ours)


def _write(file: Path, content: bytes) -> bool:
    """Put the content in place in one step, unless it is there already; whether anything was written."""
    with contextlib.suppress(FileNotFoundError):
        if file.stat().st_size == len(content) and file.read_bytes() == content:
            return False
    handle, name = tempfile.mkstemp(prefix=".newsgen-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as temporary:
            temporary.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True


def _write_list(output: Path, files: Collection[str]) -> None:
    _write(output / LIST, "".join(f"{file}\n" for file in sorted(files)).encode())


def _delete(output: Path, file: str) -> None:
    (output / file).unlink(missing_ok=True)
    for folder in Path(file).parents:
        if folder == Path():
            break
        try:
            (output / folder).rmdir()
        except OSError:
            break


def _unwritable(path: str, error: OSError) -> Problem:
    return Problem(
        path,
        0,
        f"cannot be written: {error.strerror}",
        "The site would lack a file.",
        "Make the folder writable and free some space, or name another one with --output.",
    )
