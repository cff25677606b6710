"""Writing the site: whole files or none."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from newsgen.errors import NewsgenError, Problem, unwritable
from newsgen.output.conflicts import link_on_the_way, outside_of_output
from newsgen.record.digests import checksum_of
from newsgen.record.inside import LeavesFolder, file_inside, names_inside, place_inside
from newsgen.record.process_names import process_name
from newsgen.record.regular_files import read_regular

# Half-written files lie in the output's root only, so that what a killed build left is found at once.
HALF = ".newsgen-half-"
# Windows would turn line ends into its own.
_BINARY = getattr(os, "O_BINARY", 0)
# No file can have such a name, or a file is in the place of one of its folders.
_NO_SUCH_FILE = (errno.ENAMETOOLONG, errno.ENOTDIR)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class Counts(NamedTuple):
    """How many files were written, were kept because they are as they should be, and were deleted."""

    written: int
    kept: int
    deleted: int


def write_atomically(output: Path, file: str, content: bytes) -> None:
    """Put a file in place in one step: a reader sees the old one or the new one, whole.

    Raises NewsgenError where it cannot be written; then the old one is still there.
    """
    write_parts_atomically(output, file, (content,))


def write_parts_atomically(
    output: Path, file: str, parts: Iterable[bytes], is_wanted: Callable[[], bool] | None = None
) -> bool:
    """Put a file in place as `put_file` does, written part by part; whether it was.

    `is_wanted` is asked when all parts are taken, and may call it off.
    """
    place = _place_of(output, file)
    half = f"{output}/{HALF}{process_name()}"
    try:
        try:
            handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _NO_LINK | _BINARY, 0o644)
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
                place.parent.mkdir(parents=True, exist_ok=True)
                os.replace(half, place)  # noqa: PTH105
        except BaseException:
            Path(half).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise NewsgenError([unwritable_output(place, error)]) from None
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
        return read_regular(file_inside(output, file)) == content
    except OSError:
        return False


def prepare_folder(output: Path) -> None:
    """Make the folder, and clear away what a killed build left half-written. Raises NewsgenError where it cannot."""
    try:
        output.mkdir(parents=True, exist_ok=True)
        clear_half_files(output)
    except OSError as error:
        raise NewsgenError([unwritable_output(output, error)]) from None


def clear_half_files(output: Path) -> None:
    """Clear away what processes left half-written that are no more. Raises OSError."""
    for half in output.glob(f"{HALF}*"):
        half.unlink()


def read_asset(source: Path) -> bytes:
    """The content of a static file or picture. Raises NewsgenError where it cannot be read."""
    try:
        return read_regular(source)
    except OSError as error:
        reason, fix = "The site would lack a file.", "Make the file readable, or take away what refers to it."
        raise NewsgenError([Problem(str(source), 0, f"cannot be read: {error.strerror}", reason, fix)]) from None


def blocking_files(stale: Collection[str], files: Collection[str]) -> set[str]:
    """The stale files to delete before these are written: a file cannot be where a folder is, nor the other way round.

    All others can wait until nothing links to them.
    """
    return set(stale) & folders_of(files) | {file for file in stale if folders_of([file]) & set(files)}


def delete_files(output: Path, files: Collection[str]) -> None:
    """Remove files, and the folders that this empties. Raises NewsgenError for one that cannot be removed."""
    place = output
    try:
        for file in sorted(files):
            place = output / file
            _delete(output, file)
    except OSError as error:
        raise NewsgenError([unwritable_output(place, error)]) from None


def folders_of(files: Collection[str]) -> set[str]:
    """The folders above these files."""
    return {str(folder) for file in files for folder in _parents(file)}


def write_all(handle: int, content: bytes) -> None:
    """Write all of it: the system may take less at a time."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _place_of(output: Path, file: str) -> Path:
    """Where a file is written. Raises NewsgenError for one outside of the output, whatever named it so."""
    try:
        return place_inside(output, file)
    except LeavesFolder:
        outside = not names_inside(file)
        raise NewsgenError([(outside_of_output if outside else link_on_the_way)(str(output), file)]) from None


def _delete(output: Path, file: str) -> None:
    """Remove a file that is not behind a link: what is there is somebody else's."""
    if not names_inside(file):
        raise NewsgenError([outside_of_output(str(output), file)])
    try:
        place_inside(output, file).unlink(missing_ok=True)
    except LeavesFolder:
        return
    except OSError as error:
        if error.errno not in _NO_SUCH_FILE:
            raise
    for folder in (output / folder for folder in _parents(file)):
        try:
            folder.rmdir()
        except OSError:
            break


def _parents(file: str) -> Iterator[PurePosixPath]:
    """The folders above a file, the nearest first, without the output itself."""
    yield from (folder for folder in PurePosixPath(file).parents if str(folder) != ".")


def unwritable_output(place: Path, error: OSError) -> Problem:
    """The problem of a file of the output that cannot be written."""
    fix = "Make the folder writable and free some space, or name another one with --output."
    return unwritable(place, error, "The site would lack a file.", fix)
