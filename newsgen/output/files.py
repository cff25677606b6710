"""Writing the site: whole files or none, and never a file that somebody else wrote.

The output folder keeps a list of the files that newsgen wrote, `.newsgen-files`. What is on the list and no
longer planned is removed; what is not on it is left alone. The list goes with the folder, so that it also
holds when the folder was copied from another machine. It is a text that somebody may have changed: what it
names outside the folder or behind a link is left alone too.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from newsgen.errors import NewsgenError, Problem
from newsgen.record.digests import checksum_of

OWN_FILES = ".newsgen-files"
# Half-written files lie in the output's root only, so that what a killed build left is found at once.
_HALF = ".newsgen-half-"
_SHOWN = 3
# Windows would turn line ends into its own.
_BINARY = getattr(os, "O_BINARY", 0)


class Counts(NamedTuple):
    """How many files were written, were kept because they are as they should be, and were deleted."""

    written: int
    kept: int
    deleted: int


def read_own_files(output: Path) -> frozenset[str]:
    """The files that newsgen wrote into a folder earlier; none for a new or empty folder.

    Raises BuildFailed when the folder holds files but no list: then they are somebody else's.
    """
    try:
        if (output / OWN_FILES).is_file():
            lines = os.fsdecode((output / OWN_FILES).read_bytes()).split("\n")
            return frozenset(name for name in map(unescape_name, lines) if name and _is_inside(name))
        names = sorted(entry.name for entry in os.scandir(output) if not entry.name.startswith(_HALF))
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        if not output.exists() and not output.is_symlink():
            return frozenset()
        raise NewsgenError([_unwritable(output, error)]) from None
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
        raise NewsgenError(problems)


def write_atomically(output: Path, file: str, content: bytes) -> None:
    """Put a file in place in one step: a reader sees the old one or the new one, whole.

    Raises BuildFailed where it cannot be written; then the old one is still there.
    """
    write_parts_atomically(output, file, (content,))


def write_parts_atomically(
    output: Path, file: str, parts: Iterable[bytes], is_wanted: Callable[[], bool] | None = None
) -> bool:
    """Put a file in place as `put_file` does, written part by part; whether it was.

    `is_wanted` is asked when all parts are taken, and may call it off.
    """
    half = f"{output}/{_HALF}{os.getpid()}"
    place = f"{output}/{file}"
    try:
        try:
            handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o644)
            try:
                for part in parts:
                    write_all(handle, part)
            finally:
                os.close(handle)
            if is_wanted and not is_wanted():
                Path(half).unlink()
                return False
            try:
                os.replace(half, place)  # noqa: PTH105 - this runs for every page
            except (FileNotFoundError, NotADirectoryError):
                os.makedirs(os.path.dirname(place), exist_ok=True)  # noqa: PTH103, PTH120
                os.replace(half, place)  # noqa: PTH105
        except BaseException:
            Path(half).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise NewsgenError([_unwritable(Path(place), error)]) from None
    return True


def write_if_changed(output: Path, file: str, content: bytes, fresh: bool, known: bytes | None) -> tuple[bytes, bool]:
    """Make a file hold this content; the content's checksum, and whether the file had to be written.

    `fresh` says that it is not there yet, `known` is the checksum of what it holds (None: not known; it is read).
    """
    digest = checksum_of(content)
    same = not fresh and (digest == known if known else has_content(output, file, content))
    if not same:
        write_atomically(output, file, content)
    return digest, not same


def has_content(output: Path, file: str, content: bytes) -> bool:
    """Whether a file is there and has this content."""
    try:
        with open(f"{output}/{file}", "rb") as there:  # noqa: PTH123
            return there.read() == content
    except OSError:
        return False


def prepare_folder(output: Path) -> None:
    """Make the folder, and clear away what a killed build left half-written. Raises BuildFailed where it cannot."""
    try:
        output.mkdir(parents=True, exist_ok=True)
        for half in output.glob(f"{_HALF}*"):
            half.unlink()
    except OSError as error:
        raise NewsgenError([_unwritable(output, error)]) from None


def write_own_files(output: Path, files: Collection[str]) -> None:
    """Write down which files are newsgen's own. Raises BuildFailed where it cannot be written."""
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


def read_asset(source: Path) -> bytes:
    """The content of a static file or picture. Raises BuildFailed where it cannot be read."""
    try:
        return source.read_bytes()
    except OSError as error:
        reason, fix = "The site would lack a file.", "Make the file readable, or take away what refers to it."
        raise NewsgenError([Problem(str(source), 0, f"cannot be read: {error.strerror}", reason, fix)]) from None


def blocking_files(stale: Collection[str], files: Collection[str]) -> set[str]:
    """The stale files to delete before these are written: a file cannot be where a folder is, nor the other way round.

    All others can wait until nothing links to them.
    """
    return set(stale) & _folders(files) | {file for file in stale if _folders([file]) & set(files)}


def delete_files(output: Path, files: Collection[str]) -> None:
    """Remove files, and the folders that this empties. Raises BuildFailed for one that cannot be removed."""
    place = output
    try:
        for file in sorted(files):
            place = output / file
            _delete(output, file)
    except OSError as error:
        raise NewsgenError([_unwritable(place, error)]) from None


def _folders(files: Collection[str]) -> set[str]:
    return {str(folder) for file in files for folder in _parents(file)}


def write_all(handle: int, content: bytes) -> None:
    """Write all of it: the system may take less at a time."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]


def escape_name(file: str) -> str:
    """A file name as a line of a list: a line end in it would make it two names."""
    return file.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def unescape_name(line: str) -> str:
    """The file name of a line that `escape_name` made."""
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
