"""A small site to begin with, that builds at once."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from newsgen.errors import NewsgenError, Problem

# Beside the package's code; the site's files lie in it as they will lie in the new folder.
_FOLDER = "starter_files"


def create_site(folder: Path) -> list[str]:
    """Make a site in a folder that is new or empty; the names of its files, sorted.

    Raises BuildFailed where the folder holds anything, for nothing of anybody's is ever overwritten.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise NewsgenError([_not_empty(folder)])
        made = []
        for name, content in _starter(files("newsgen").joinpath(_FOLDER)):
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("xb") as file:
                file.write(content)
            made.append(name)
    except OSError as error:
        message = f"cannot be written: {error.strerror}"
        problem = Problem(str(folder), 0, message, "The new site goes there.", "Name a folder that you may write in.")
        raise NewsgenError([problem]) from None
    return sorted(made)


def _starter(folder: Traversable, below: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _starter(entry, f"{below}{entry.name}/")
        else:
            yield below + entry.name, entry.read_bytes()


def _not_empty(folder: Path) -> Problem:
    message, reason = (
        "this folder is not empty",
        "newsgen begins a site in a new folder, so that it overwrites nothing.",
    )
    return Problem(
        str(folder), 0, message, reason, "Name another folder; in this one, newsgen build may be all you need."
    )
