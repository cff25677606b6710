"""The folders that an import writes into: each is looked at once, and made where it is not there."""

from __future__ import annotations

from pathlib import Path

from newsgen.errors import NewsgenError, Problem
from newsgen.record.names import leaves_folder

# Folders that are remembered; a site with one for each article has any number.
_MOST_FOLDERS = 10_000


class Folders:
    """The folders that are there, and into which no symbolic link leads, as an import has found them."""

    def __init__(self) -> None:
        self._ready: set[str] = set()

    def prepare(self, folder: Path, path: str) -> None:
        """Make the folders of a path below another folder.

        Raises NewsgenError if the path leads out of it, also by a symbolic link on its way, and OSError if one cannot
        be made.
        """
        key = f"{folder}/{path.rpartition('/')[0]}"
        if key in self._ready and not leaves_folder(path):
            return
        parents = [folder.joinpath(*path.split("/")[:depth]) for depth in range(1, path.count("/") + 1)]
        if path.startswith("/") or leaves_folder(path) or any(parent.is_symlink() for parent in parents):
            reason = "An import writes below the site's folder only."
            fix = "Take the symbolic link away, or import into another folder."
            raise NewsgenError([Problem(str(folder / path), 0, "leads out of its folder", reason, fix)])
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        if len(self._ready) < _MOST_FOLDERS:
            self._ready.add(key)
