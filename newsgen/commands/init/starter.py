"""A starter site: settings and a few example articles, which build at once."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from newsgen.commands.init.host import host_files, host_settings
from newsgen.errors import NewsgenError, Problem
from newsgen.settings import SITE_FILE

# A folder of the package, laid out as the new site.
_FOLDER = "starter_files"


def create_site(folder: Path, host: str | None = None) -> list[str]:
    """Create a site in a new or empty folder, ready for a host if one is named; the names of its files, sorted.

    Raises NewsgenError if the folder is not empty: nothing is ever overwritten.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise NewsgenError([_not_empty(folder)])
        created = []
        contents = dict(_starter_files(files("newsgen").joinpath(_FOLDER)))
        if host:
            contents[SITE_FILE] += host_settings(host).encode()
            contents |= {name: text.encode() for name, text in host_files(host).items()}
        for name, content in contents.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(content)
            created.append(name)
    except OSError as error:
        message = f"cannot be written: {error.strerror}"
        problem = Problem(str(folder), 0, message, "The new site goes there.", "Name a folder that you may write in.")
        raise NewsgenError([problem]) from None
    return sorted(created)


def _starter_files(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _starter_files(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, entry.read_bytes()


def _not_empty(folder: Path) -> Problem:
    reason = "newsgen begins a site in a new folder, so that it overwrites nothing."
    fix = "Name another folder; in this one, newsgen build may be all you need."
    return Problem(str(folder), 0, "this folder is not empty", reason, fix)
