"""Pictures that were made, kept by their content: a folder for each, with its parts and a note of what they are.

The cache can be deleted at any time, whole or in part: what does not fit its note is made again. A folder appears in
one step when all of it is written, so that two processes may make one picture and a third may be killed over it.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path

from newsgen.images.metadata import ImageMetadata, name_parts
from newsgen.record.digests import digest_of_bytes

FOLDER = "pictures"
_NOTE = "note.json"
_HALF = "half-"


class ImageCache:
    """The pictures kept in a state's folder. A key is the digest of all that decides a picture's bytes, in hex."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER

    def find(self, key: str, thorough: bool = False) -> ImageMetadata | None:
        """The measures of a picture that is kept whole, None where there is none; `thorough` looks into its files."""
        try:
            note = json.loads((self._folder / key / _NOTE).read_bytes())
            width, height, fallback, widths, formats = note["measures"]
            measures = ImageMetadata(width, height, fallback, tuple(widths), tuple(formats))
            for part in name_parts(measures):
                size, digest = note["parts"][part]
                file = self.part(key, part)
                if file.stat().st_size != size or (thorough and digest_of_bytes(file.read_bytes()).hex() != digest):
                    return None
        except (OSError, ValueError, LookupError, TypeError):
            return None
        return measures

    def put(self, key: str, measures: ImageMetadata, parts: Mapping[str, bytes]) -> None:
        """Keep a picture. Raises OSError where it cannot be written."""
        half = self._folder / f"{_HALF}{os.getpid()}"
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        for part, content in parts.items():
            (half / part).write_bytes(content)
        note = {
            "measures": measures[:5],
            "parts": {part: (len(content), digest_of_bytes(content).hex()) for part, content in parts.items()},
        }
        (half / _NOTE).write_text(json.dumps(note), encoding="utf-8")
        place = self._folder / key
        # What is there does not fit its note, or another process has just made the same.
        shutil.rmtree(place, ignore_errors=True)
        try:
            half.rename(place)
        except OSError:
            if not self.find(key):
                raise
            shutil.rmtree(half, ignore_errors=True)

    def part(self, key: str, part: str) -> Path:
        """The file of a part."""
        return self._folder / key / part

    def keep_only(self, keys: Collection[str]) -> None:
        """Forget all other pictures, and what a killed build left half-made."""
        if not self._folder.is_dir():
            return
        for entry in self._folder.iterdir():
            if entry.name not in keys:
                shutil.rmtree(entry, ignore_errors=True)
        if not keys:
            self._folder.rmdir()
