"""The files that articles show or link to, and their paths in the output."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from newsgen.record.inside import LeavesFolder, file_inside, names_inside
from newsgen.record.names import safe_path
from newsgen.record.paths import METADATA, case_folded_path
from newsgen.sources.files import is_article
from newsgen.text.markup.links import named_path, path_beside

MEDIA_FOLDER = "media"


class MediaFile(NamedTuple):
    """A file to publish: its path in the output before `published_path`, and the file itself."""

    file: str
    source: Path


def published_path(file: str, static: Collection[str] = ()) -> str:
    """The path in the output of a file: static ones keep their names, and others have one that all hosts take."""
    return file if file in static else safe_path(file)


def find_media(address: str, path: str, folder: Path, static: Mapping[str, Path]) -> MediaFile | None:
    """The file that an address in the article at `path` means, or None.

    "/logo.png" is a static file, and "/media/2020/quay.jpg" the file where it is published; every other address is
    relative to the article and cannot leave `folder`, neither by ".." nor by symbolic links.
    """
    named = named_path(address)
    below = path_beside(address, path)
    if named.startswith("/"):
        name = named.lstrip("/")
        if name in static:
            return MediaFile(name, static[name])
        if not name.startswith(f"{MEDIA_FOLDER}/"):
            return None
        below = posixpath.normpath(name.removeprefix(f"{MEDIA_FOLDER}/"))
    return find_attachment(below, folder)


def find_attachment(below: str, folder: Path) -> MediaFile | None:
    """The file to publish at a path below the articles folder, or None; hidden files are never published.

    Where no file has exactly this path, the only one counts that has it in other letters of the same alphabet, small
    or capital, composed or not: Windows and macOS take them for the same.
    """
    if any(part.startswith(".") for part in below.split("/")) or not names_inside(below):
        return None
    found = below if _may_be_published(below, folder) else _path_in_other_letters(below, folder)
    if not found or not _may_be_published(found, folder):
        return None
    return MediaFile(f"{MEDIA_FOLDER}/{found}", folder / found)


def _may_be_published(path: str, folder: Path) -> bool:
    try:
        source = file_inside(folder, path)
    except LeavesFolder:
        return False
    # os.path answers False where pathlib raises: an address may be longer than any file name. A resolved path has the
    # letters that the file has, which Windows does not ask for.
    is_file = os.path.isfile(source) and source.resolve() == folder.resolve() / path  # noqa: PTH113
    return is_file and not is_article(path, folder) and path != METADATA


def _path_in_other_letters(below: str, folder: Path) -> str:
    """The only path below a folder that differs from this one in the case or composition of letters alone, or ""."""
    path = ""
    for part in below.split("/"):
        wanted = case_folded_path(part)
        try:
            place = file_inside(folder, path) if path else folder
            names = [name for name in os.listdir(place) if case_folded_path(name) == wanted]  # noqa: PTH208
        except (OSError, ValueError):
            return ""
        if part not in names and len(names) != 1:
            return ""
        path = posixpath.join(path, part if part in names else names[0])
    return path
