"""Resolve a URL path to a file of the built site, as a plain file server does."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote, unquote, unquote_to_bytes

from newsgen.record.paths import INDEX

NOT_FOUND = "404.html"


def resolve_path(folder: Path, path: bytes, prefix: str = "") -> Path | str | None:
    """The file for a path as the browser wrote it, or the path to redirect to, or None.

    A folder is answered by its index.html at a path that ends in "/". A site whose URL has a path, the `prefix`,
    answers below it and, as its links are relative, without it too. The file always lies inside the folder, whatever
    the path says and wherever a symbolic link points.
    """
    try:
        # Split before the escapes are decoded: "%2F" does not separate two names.
        names = [os.fsdecode(unquote_to_bytes(part)) for part in path.split(b"/") if part]
        for inner in _without_prefix(prefix, names):
            found = _find_inside(folder, inner)
            if found and path.endswith(b"/"):
                found = _find_inside(folder, [*inner, INDEX]) if found.is_dir() else None
            if found and found.is_file():
                return found
            if found and _find_inside(folder, [*inner, INDEX]):
                # Without the redirect the page's relative links would begin one folder too high.
                return f"/{quote(os.fsencode('/'.join(names)))}/"
    except (OSError, ValueError):
        # A name that no file can have: too long, or with a null character.
        return None
    return None


def _without_prefix(prefix: str, names: list[str]) -> Iterator[list[str]]:
    first = [unquote(part) for part in prefix.split("/") if part]
    if first and names[: len(first)] == first:
        yield names[len(first) :]
    yield names


def _find_inside(folder: Path, names: Sequence[str]) -> Path | None:
    """The file or folder of these names below a folder, if it exists and lies inside."""
    if any("/" in name for name in names):
        return None
    top, path = folder.resolve(), folder.joinpath(*names).resolve()
    return path if path.exists() and path.is_relative_to(top) else None
