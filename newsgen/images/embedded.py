"""`EmbeddedFiles`: the files that were written into articles, in the state's folder.

It can be deleted at any time: the articles that hold what is missing are read again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from newsgen.record.paths import EMBEDDED_FOLDER
from newsgen.record.process_names import process_name

_FOLDER = "embedded"
_UNFINISHED = "unfinished-"


class EmbeddedFiles:
    """The files of a state's folder; a name is made of the digest of the content."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / _FOLDER

    def save(self, files: Mapping[str, bytes]) -> None:
        """Write the files that are not there yet, or not whole any more."""
        for name, content in files.items():
            file = self._folder / name
            if file.is_file() and file.read_bytes() == content:
                continue
            self._folder.mkdir(parents=True, exist_ok=True)
            unfinished = self._folder / f"{_UNFINISHED}{process_name()}"
            unfinished.write_bytes(content)
            unfinished.replace(file)

    def all(self) -> dict[str, Path]:
        """All files, by their paths in the output."""
        if not self._folder.is_dir():
            return {}
        names = sorted(file.name for file in self._folder.iterdir() if not file.name.startswith(_UNFINISHED))
        return {f"{EMBEDDED_FOLDER}/{name}": self._folder / name for name in names}

    def prune(self, media: Collection[str]) -> None:
        """Delete all files but those with these paths in the output."""
        for path, file in self.all().items():
            if path not in media:
                file.unlink(missing_ok=True)
