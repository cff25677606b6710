"""The files that an import reads: those that its arguments name, each with a count of the bytes read of it."""

from __future__ import annotations

import atexit
import errno
import glob
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from newsgen.errors import NewsgenError, Problem

STANDARD_INPUT = "-"


@dataclass(slots=True)
class ByteCount:
    """The number of bytes that were read of all files so far."""

    read: int = 0


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file of the source: its name for messages, its path below the folder that was named, and where it lies.

    `folder` is the folder that was named, None where the file itself was.
    """

    label: str
    path: str
    file: Path
    count: ByteCount = field(default_factory=ByteCount, compare=False)
    folder: Path | None = None

    def open(self) -> BinaryIO:
        """Open the file; its bytes are counted as they are read."""
        return io.BufferedReader(_CountedFile(self.file, self.count), 1 << 16)

    @property
    def size(self) -> int:
        """Its size in bytes."""
        return self.file.stat().st_size


class _CountedFile(io.FileIO):
    def __init__(self, file: Path, count: ByteCount) -> None:
        super().__init__(file, "rb")
        self._count = count

    def readinto(self, buffer) -> int:  # type: ignore[no-untyped-def]
        read = super().readinto(buffer) or 0
        self._count.read += read
        return read


def find_input_files(sources: Sequence[str], count: ByteCount, endings: tuple[str, ...] = ()) -> list[InputFile]:
    """The files that arguments name: files, patterns such as "*.xml", "-" for standard input, and folders.

    Of a folder, those with one of the endings count (all where there are none), in the order of their paths. Names that
    begin with "." are passed over there. Raises NewsgenError for every argument that names nothing.
    """
    found: list[InputFile] = []
    problems: list[Problem] = []
    for source in sources:
        try:
            files = list(_find(source, count, endings))
        except OSError as error:
            problems.append(Problem(source, 0, f"cannot be read: {error.strerror}", _NOTHING, "Check its permissions."))
            continue
        if not files:
            problems.append(_nothing_at(source, endings))
        found += files
    if problems:
        raise NewsgenError(problems)
    return found


def leave_out_links(files: Sequence[InputFile]) -> tuple[list[InputFile], list[Problem]]:
    """The files without those of a named folder that are symbolic links out of it, and a problem for each of these."""
    out = [file for file in files if _leads_out(file)]
    if not out:
        return list(files), []
    reason, fix = "What it points to is no part of what you named.", "Put the file itself there to import it."
    message = "is a symbolic link that leads out of the folder"
    inside = [file for file in files if file not in out]
    return inside, [Problem(file.label, 0, message, reason, fix) for file in out]


def unreadable_file(label: str, error: OSError) -> Problem:
    """The problem of a file that cannot be read, or not to its end, with the system's own message."""
    message = f"cannot be read: {error.strerror or error}"
    return Problem(label, 0, message, "What it holds was not imported.", "Make it readable, and import again.")


def _leads_out(file: InputFile) -> bool:
    if file.folder is None or not file.file.is_symlink():
        return False
    return not file.file.resolve().is_relative_to(file.folder.resolve())


_NOTHING = "There is nothing to import."


def _find(source: str, count: ByteCount, endings: tuple[str, ...]) -> Iterator[InputFile]:
    if source == STANDARD_INPUT:
        yield InputFile("standard input", STANDARD_INPUT, _keep_standard_input(), count)
        return
    path = Path(source)
    if path.is_dir():
        yield from _find_in_folder(path, source.rstrip("/") or "/", count, endings)
    elif path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, 'it is a pipe or a device; "-" stands for standard input')
    elif path.exists():
        yield InputFile(source, path.name, path, count)
    else:
        for name in sorted(glob.glob(source, recursive=True)):  # noqa: PTH207 - Path has none for absolute patterns
            yield from _find(name, count, endings)


def _find_in_folder(folder: Path, label: str, count: ByteCount, endings: tuple[str, ...]) -> Iterator[InputFile]:
    for file in sorted(_files_below(folder)):
        path = file.relative_to(folder).as_posix()
        if not endings or path.lower().endswith(endings):
            yield InputFile(f"{label}/{path}", path, file, count, folder)


def _files_below(folder: Path) -> Iterator[Path]:
    # Path.walk came with Python 3.12.
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files = (Path(parent, name) for name in names if not name.startswith("."))
        yield from filter(Path.is_file, files)


def _keep_standard_input() -> Path:
    """Copy standard input to a file until the program ends, because readers go through a source twice."""
    with tempfile.NamedTemporaryFile(prefix="newsgen-import-", delete=False) as kept:
        file = Path(kept.name)
        atexit.register(file.unlink, missing_ok=True)
        shutil.copyfileobj(sys.stdin.buffer, kept)
    return file


def _nothing_at(source: str, endings: tuple[str, ...]) -> Problem:
    if Path(source).is_dir():
        wanted = f"files that end in {', '.join(endings)}" if endings else "files"
        return Problem(source, 0, f"holds no {wanted}", _NOTHING, "Name the folder that holds them.")
    return Problem(source, 0, "there is no such file or folder", _NOTHING, "Check the name.")
