"""The folders that an import writes into: each is looked at once, and made where it is not there."""

from __future__ import annotations

from pathlib import Path

from newsgen.errors import NewsgenError, Problem
from newsgen.record.inside import LeavesFolder, names_inside, place_inside

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
        if key in self._ready and names_inside(path):
            return
        try:
            place = place_inside(folder, path)
        except LeavesFolder:
            reason = "An import writes below the site's folder only."
            fix = "Take the symbolic link away, or import into another folder."
            raise NewsgenError([Problem(f"{folder}/{path}", 0, "leads out of its folder", reason, fix)]) from None
        place.parent.mkdir(parents=True, exist_ok=True)
        if len(self._ready) < _MOST_FOLDERS:
            self._ready.add(key)
