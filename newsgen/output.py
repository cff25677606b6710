"""Writing the site: whole files or none, and never a file that somebody else wrote.

The output folder keeps a list of the files that newsgen wrote, `.newsgen-files`. What is on the list and no
longer planned is removed; what is not on it is left alone. The list goes with the folder, so that it also
holds when the folder was copied from another machine. It is a text that somebody may have changed: what it
names outside the folder or behind a link is left alone too.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from newsgen.errors import BuildFailed, Problem

LIST = ".newsgen-files"
# Half-written files lie in the output's root only, so that what a killed build left is found at once.
_HALF = ".newsgen-half-"
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
        if (output / LIST).is_file():
            lines = os.fsdecode((output / LIST).read_bytes()).split("\n")
            return frozenset(name for name in map(_unescape, lines) if name and _is_inside(name))
        names = sorted(entry.name for entry in os.scandir(output) if not entry.name.startswith(_HALF))
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        if not output.exists() and not output.is_symlink():
            return frozenset()
        raise BuildFailed([_unwritable(output, error)]) from None
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
    for folder in sorted(_folders(files) - set(ours)):
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
        raise BuildFailed(problems)


def write_files(output: Path, contents: Mapping[str, Content], ours: Collection[str]) -> Counts:
    """Make the folder hold these files, in their order; then remove what newsgen wrote and no longer plans.

    Raises BuildFailed for the first file that cannot be written; the others stay as they were.
    """
    written = 0
    place = output
    stale = sorted(set(ours) - set(contents))
    # Deletions come last, but a file cannot be written where a folder is, nor the other way round.
    in_the_way = set(stale) & _folders(contents) | {file for file in stale if _folders([file]) & contents.keys()}
    try:
        output.mkdir(parents=True, exist_ok=True)
        _sweep(output)
        _write_list(output, set(contents) | set(ours))
        for file in sorted(in_the_way):
            place = output / file
            _delete(output, file)
        for file, content in contents.items():
            place = output / file
            place.parent.mkdir(parents=True, exist_ok=True)
            written += _write(output, place, _read(content) if isinstance(content, Path) else content)
        for file in sorted(set(stale) - in_the_way):
            place = output / file
            _delete(output, file)
        place = output / LIST
        _write_list(output, contents)
    except OSError as error:
        raise BuildFailed([_unwritable(place, error)]) from None
    return Counts(written, len(contents) - written, len(stale))


def delete_files(output: Path, ours: Collection[str]) -> int:
    """Remove every file that newsgen wrote, and the folders that this empties; the number of files listed."""
    place = output
    try:
        for file in sorted(ours):
            place = output / file
            _delete(output, file)
    except OSError as error:
        raise BuildFailed([_unwritable(place, error)]) from None
    return len(ours)


def _folders(files: Collection[str]) -> set[str]:
    return {str(folder) for file in files for folder in _parents(file)}


def _read(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        why, mend = "The site would lack a file.", "Make the file readable, or take away what refers to it."
        raise BuildFailed([Problem(str(source), 0, f"cannot be read: {error.strerror}", why, mend)]) from None


def _write(output: Path, file: Path, content: bytes) -> bool:
    """Put the content in place in one step, unless it is there already; whether anything was written."""
    if file.is_file() and file.stat().st_size == len(content) and file.read_bytes() == content:
        return False
    handle, half = tempfile.mkstemp(prefix=_HALF, dir=output)
    try:
        with os.fdopen(handle, "wb") as temporary:
            temporary.write(content)
        Path(half).chmod(0o644)
        Path(half).replace(file)
    except BaseException:
        Path(half).unlink(missing_ok=True)
        raise
    return True


def _sweep(output: Path) -> None:
    """Clear away what a killed build left half-written."""
    for half in output.glob(f"{_HALF}*"):
        half.unlink()


def _write_list(output: Path, files: Collection[str]) -> None:
    _write(output, output / LIST, os.fsencode("".join(f"{_escape(file)}\n" for file in sorted(files))))


def _escape(file: str) -> str:
    """A file name as a line of the list: a line end in it would make it two names."""
    return file.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _unescape(line: str) -> str:
    return line.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def _is_inside(file: str) -> bool:
    path = PurePosixPath(file)
    return not path.is_absolute() and ".." not in path.parts and "\0" not in file


def _delete(output: Path, file: str) -> None:
    folders = [output / folder for folder in _parents(file)]
    if any(folder.is_symlink() for folder in folders):
        return
    (output / file).unlink(missing_ok=True)
    for folder in folders:
        try:
            folder.rmdir()
        except OSError:
            break


def _parents(file: str) -> Iterator[PurePosixPath]:
    """The folders above a file, the nearest first, without the output itself."""
    yield from (folder for folder in PurePosixPath(file).parents if str(folder) != ".")


def _unwritable(place: Path, error: OSError) -> Problem:
    return Problem(
        str(place),
        0,
        f"cannot be written: {error.strerror}",
        "The site would lack a file.",
        "Make the folder writable and free some space, or name another one with --output.",
    )
