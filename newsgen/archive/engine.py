"""Digest of the code and the libraries that decide the output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from newsgen.record.digests import digest_of, digest_of_bytes
from newsgen.record.library_versions import library_version
from newsgen.version import __version__

_PACKAGE = Path(__file__).parents[1]
# Libraries whose versions decide a page's bytes.
_LIBRARIES = ("babel", "jinja2", "markdown-it-py", "mdit-py-plugins", "nh3", "python-slugify", "text-unidecode")


@cache
def engine_digest() -> bytes:
    """What makes two engines one: newsgen's own code and data, Python, and the libraries that pages depend on."""
    own = tuple(sorted(_own_files(str(_PACKAGE), "")))
    return digest_of(__version__, sys.version_info[:2], _versions(), own)


def _versions() -> tuple[tuple[str, str], ...]:
    return tuple((name, library_version(name)) for name in _LIBRARIES)


def _own_files(folder: str, below: str) -> Iterator[tuple[str, bytes]]:
    """The files of a folder and of those below it, each with the digest of its content."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((".py", ".sql", ".txt", ".po")):
                # Every build reads these hundreds of files: a buffer would be as large as most of them.
                with open(entry.path, "rb", buffering=0) as file:  # noqa: PTH123
                    yield below + entry.name, digest_of_bytes(file.read())
            elif entry.is_dir() and entry.name not in ("__pycache__", "starter_files", "theme_files"):
                yield from _own_files(entry.path, f"{below}{entry.name}/")
