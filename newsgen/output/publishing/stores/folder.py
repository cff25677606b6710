"""A folder as the target: on this disk, a stick or a share of the network."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from threading import get_ident

from newsgen.errors import NewsgenError
from newsgen.output.files import HALF
from newsgen.output.publishing.stores.store import PassingFault, Upload, no_room, refusal
from newsgen.record.inside import LeavesFolder, place_inside
from newsgen.record.process_names import process_name

_PIECE = 1 << 20
_MAKE_WRITABLE = "Make the folder writable, or name another one."
_FULL = (errno.ENOSPC, errno.EDQUOT)
# What a share of the network may answer once and not again.
_PASSING = (errno.EAGAIN, errno.EINTR, errno.ETIMEDOUT, errno.ESTALE, errno.EHOSTDOWN, errno.ECONNRESET)


class FolderStore:
    """A folder, which is made where it is not there."""

    threads = 4
    has_folders = True

    def __init__(self, folder: Path) -> None:
        self.name = str(folder)
        self._folder = folder

    def read(self, file: str) -> Iterator[bytes] | None:
        """What a file holds, in parts; None where there is none. A symbolic link is no file."""
        try:
            place = self._place(file)
            if place.is_symlink():
                return None
            opened = place.open("rb", buffering=0)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise self._fault(file, error) from None

        def parts() -> Iterator[bytes]:
            with opened:
                while piece := opened.read(_PIECE):
                    yield piece

        return parts()

    def has(self, file: str) -> bool:
        """Whether something of this name is there."""
        return os.path.lexists(self._place(file))

    def write(self, upload: Upload) -> None:
        """Put a file in place in one step."""
        place = self._place(upload.file)
        half = self._folder / f"{HALF}{process_name()}-{get_ident()}"
        self._make_folder()
        try:
            try:
                with half.open("wb") as opened:
                    opened.writelines(upload.parts())
                place.parent.mkdir(parents=True, exist_ok=True)
                half.replace(place)
            except BaseException:
                half.unlink(missing_ok=True)
                raise
        except FileNotFoundError as error:
            # Another publication has cleared away what was half-written.
            raise PassingFault(f"{upload.file}: {error.strerror}") from None
        except OSError as error:
            raise self._fault(upload.file, error) from None

    def delete(self, files: Sequence[str]) -> None:
        """Remove files, and the folders that this empties."""
        for file in files:
            try:
                self._place(file).unlink(missing_ok=True)
                for folder in PurePosixPath(file).parents[:-1]:
                    if next((self._folder / folder).iterdir(), None):
                        break
                    (self._folder / folder).rmdir()
            except (FileNotFoundError, NotADirectoryError):
                continue
            except OSError as error:
                raise self._fault(file, error) from None

    def list_files(self) -> Iterator[str]:
        """The files, in no order."""
        for folder, _, names in os.walk(self._folder):
            for name in names:
                yield (Path(folder) / name).relative_to(self._folder).as_posix()

    def close(self) -> None:
        """Clear away what a publication that was killed left half-written."""
        for half in self._folder.glob(f"{HALF}*"):
            half.unlink(missing_ok=True)

    def _make_folder(self) -> None:
        """Make the folder itself. Raises NewsgenError where something else has its name, and where it cannot be."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except FileExistsError:
            raise refusal(self.name, "is no folder", "Name a folder, or a place where there is nothing.") from None
        except FileNotFoundError as error:
            raise refusal(self.name, f"cannot be made: {error.strerror}", _MAKE_WRITABLE) from None
        except OSError as error:
            raise self._fault("", error) from None

    def _place(self, file: str) -> Path:
        """Where a file lies. Raises NewsgenError where that is outside, or where a link leads there."""
        try:
            return place_inside(self._folder, file)
        except LeavesFolder as error:
            fix = "Take the link away; newsgen writes and deletes inside the target only."
            raise refusal(self.name, f"{file}: {error.strerror}", fix) from None

    def _fault(self, file: str, error: OSError) -> NewsgenError | PassingFault:
        if error.errno in _FULL:
            return no_room(self.name)
        message = f"{file}: {error.strerror}".removeprefix(": ")
        if error.errno in _PASSING:
            return PassingFault(message)
        return refusal(self.name, message, _MAKE_WRITABLE)
