"""Digest of the code and the libraries that decide the output."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

from newsgen.record.digests import digest_of, digest_of_bytes
from newsgen.version import __version__

# Libraries whose versions decide a page's bytes.
_LIBRARIES = ("babel", "jinja2", "markdown-it-py", "nh3", "python-slugify", "text-unidecode")


@cache
def engine_digest() -> bytes:
    """What makes two engines one: newsgen's own code and data, Python, and the libraries that pages depend on."""
    own = tuple((name, digest_of_bytes(file.read_bytes())) for name, file in _own_files(files("newsgen"), ""))
    return digest_of(__version__, sys.version_info[:2], tuple((name, version(name)) for name in _LIBRARIES), own)


def _own_files(folder: Traversable, below: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name not in ("__pycache__", "starter_files", "theme_files"):
            yield from _own_files(entry, f"{below}{entry.name}/")
        elif entry.name.endswith((".py", ".sql", ".txt", ".po")):
            yield below + entry.name, entry
