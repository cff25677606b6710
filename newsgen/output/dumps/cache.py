"""Parts of the dumps that were made, kept by what they are made of, so that an edited article remakes one of them.

The cache can be deleted at any time, whole or in part, and costs only time. It holds text of articles, so that what no
record of today needs is removed after each build. A part appears in one step, and it begins with a checksum:
one that a power cut left half-written is not used.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from pathlib import Path

from newsgen.record.digests import checksum_of
from newsgen.record.process_names import process_name
from newsgen.record.regular_files import read_regular
from newsgen.record.removal import remove

FOLDER = "records"
_PARTIAL = "half-"
# Bytes of the checksum before a part.
_CHECKSUM_SIZE = 32


class ChunkCache:
    """The parts kept in a state's folder, each by a name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return os.path.exists(f"{self._folder}/{name}")  # noqa: PTH110 - this runs for every part

    def get(self, name: str) -> bytes | None:
        """A part; None where there is none, or it is not as it was put there: then it is removed."""
        try:
            content = read_regular(f"{self._folder}/{name}")
        except OSError:
            content = b""
        checksum, part = content[:_CHECKSUM_SIZE], content[_CHECKSUM_SIZE:]
        if checksum != _checksum(name, part):
            remove(self._folder / name)
            return None
        return part

    def put(self, name: str, part: bytes) -> None:
        """Keep a part. Raises OSError where it cannot be written."""
        if not self._folder.is_dir():
            remove(self._folder)
        self._folder.mkdir(parents=True, exist_ok=True)
        partial = self._folder / f"{_PARTIAL}{process_name()}"
        partial.write_bytes(_checksum(name, part) + part)
        partial.replace(self._folder / name)

    def keep_only(self, names: Collection[str]) -> None:
        """Forget all other parts, and what a killed build left half-made."""
        if not names:
            shutil.rmtree(self._folder, ignore_errors=True)
        elif self._folder.is_dir():
            for entry in os.scandir(self._folder):
                if entry.name not in names:
                    remove(Path(entry.path))


def _checksum(name: str, part: bytes) -> bytes:
    """The checksum before a part, which is another for the same bytes under another name."""
    return checksum_of(name.encode() + part)
