"""Which file of a built site answers an address, as a plain file server would, and what kind of file it is."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote, unquote, unquote_to_bytes

from newsgen.record.paths import INDEX

MISSING = "404.html"


def resolve_path(folder: Path, path: bytes, prefix: str = "") -> Path | str | None:
    """The file that answers a path as the browser wrote it, or the path to go to instead, or None.

    A folder is answered by its index.html, below a path that ends in "/". A site that will stand at the `prefix` of
    its server answers below that and, as its links are relative, without it too. Nothing outside the folder is ever
    an answer, whatever the path says and wherever a link points.
    """
    try:
        # Parted before the escapes are read: "%2F" is no border between two names.
        names = [os.fsdecode(unquote_to_bytes(part)) for part in path.split(b"/") if part]
        for inner in _below(prefix, names):
            found = _find_inside(folder, inner)
            if found and path.endswith(b"/"):
                found = _find_inside(folder, [*inner, INDEX]) if found.is_dir() else None
            if found and found.is_file():
                return found
            if found and _find_inside(folder, [*inner, INDEX]):
                # Else the page's relative links would begin one folder too high.
                return f"/{quote(os.fsencode('/'.join(names)))}/"
    except (OSError, ValueError):
        # A name that no file can have: too long, or with a zero in it.
        return None
    return None


def _below(prefix: str, names: list[str]) -> Iterator[list[str]]:
    first = [unquote(part) for part in prefix.split("/") if part]
    if first and names[: len(first)] == first:
        yield names[len(first) :]
    yield names


def _find_inside(folder: Path, names: Sequence[str]) -> Path | None:
    """What is at a place in the folder, where it is there and lies in it."""
    if any("/" in name for name in names):
        return None
    top, place = folder.resolve(), folder.joinpath(*names).resolve()
    return place if place.exists() and place.is_relative_to(top) else None
