"""Cache of encoded images: a folder for each, with its renditions and a file that describes them, below its checksum.

The cache can be deleted at any time, whole or in part: an image whose files do not fit their description is encoded
again. A folder appears in one step once it is complete, so two processes may make the same image, and a process may be
killed while it makes one.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from newsgen.images.metadata import ImageMetadata, rendition_names
from newsgen.record.digests import digest_of_bytes
from newsgen.record.process_names import process_name
from newsgen.record.regular_files import read_regular

FOLDER = "images"
_DESCRIPTION = "metadata.json"
_UNFINISHED = "unfinished-"


class ImageCache:
    """The images cached in a state's folder. A key is the hex digest of all that decides an image's bytes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER

    def find(self, key: str) -> ImageMetadata | None:
        """The metadata of an image that is cached with all its renditions, of which only sizes are looked at."""
        return self._find(key, lambda file, size, _: file.stat().st_size == size)

    def find_whole(self, key: str) -> ImageMetadata | None:
        """The metadata of an image whose renditions are all as they were put there: they may be published."""
        return self._find(key, lambda file, _, digest: digest_of_bytes(read_regular(file)).hex() == digest)

    def _find(self, key: str, is_whole: Callable[[Path, int, str], bool]) -> ImageMetadata | None:
        try:
            checksum, _, content = read_regular(self._folder / key / _DESCRIPTION).partition(b"\n")
            if checksum.decode() != digest_of_bytes(content).hex():
                return None
            description = json.loads(content)
            width, height, fallback, widths, formats = description["metadata"]
            metadata = ImageMetadata(width, height, fallback, tuple(widths), tuple(formats), "", *description["texts"])
            for rendition in rendition_names(metadata):
                size, digest = description["renditions"][rendition]
                if not is_whole(self.path(key, rendition), size, digest):
                    return None
        except (OSError, ValueError, LookupError, TypeError):
            return None
        return metadata

    def put(self, key: str, metadata: ImageMetadata, renditions: Mapping[str, bytes]) -> None:
        """Cache an image. Raises OSError where it cannot be written."""
        unfinished = self._folder / f"{_UNFINISHED}{process_name()}"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        for name, content in renditions.items():
            (unfinished / name).write_bytes(content)
        description = {
            "metadata": metadata[:5],
            "texts": (metadata.caption, metadata.credit),
            "renditions": {
                name: (len(content), digest_of_bytes(content).hex()) for name, content in renditions.items()
            },
        }
        content = json.dumps(description).encode()
        (unfinished / _DESCRIPTION).write_bytes(f"{digest_of_bytes(content).hex()}\n".encode() + content)
        finished = self._folder / key
        # An existing folder is damaged, or another process has just made the same image.
        shutil.rmtree(finished, ignore_errors=True)
        try:
            unfinished.rename(finished)
        except OSError:
            if not self.find_whole(key):
                raise
            shutil.rmtree(unfinished, ignore_errors=True)

    def path(self, key: str, rendition: str) -> Path:
        """The file of a rendition."""
        return self._folder / key / rendition

    def prune(self, keys: Collection[str]) -> None:
        """Delete all images but those with these keys, and the unfinished ones of killed builds."""
        if not self._folder.is_dir():
            return
        for entry in self._folder.iterdir():
            if entry.name not in keys:
                shutil.rmtree(entry, ignore_errors=True)
        if not keys:
            self._folder.rmdir()
