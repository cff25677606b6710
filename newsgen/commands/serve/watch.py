"""Noticing that something changed of what a site is made of.

Folders are watched by the system. What it cannot watch, single files and folders that are not there yet, is looked at
several times a second.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from watchfiles import Change, watch

from newsgen.archive.database import FOLDER
from newsgen.build.inputs import LEDGER, SETTINGS, input_areas
from newsgen.errors import NewsgenError, Problem
from newsgen.settings.site import Site, load_site
from newsgen.settings.theme import find_theme
from newsgen.sources.scan import FileStamp

# Milliseconds between two looks at what the system has noticed.
_STEP = 20
# Milliseconds of quiet after which changes are told: what comes sooner after another belongs to the same saving. It is
# also the time between two looks at what is not watched.
_QUIET = 75
# Seconds after which changes are told that go on without a pause.
_LONGEST = 1.6


class WatchedPaths(NamedTuple):
    """The folders and the single files of a site's inputs, whether they are there or not, and what newsgen writes."""

    folders: tuple[Path, ...]
    files: tuple[Path, ...]
    written: tuple[Path, ...]


def watch_changes(root: Path) -> Iterator[bool]:
    """True after each change of the site's inputs, for ever; False whenever watching has begun.

    What changed before watching began is not told: then it is time to look. Changes that come while the caller is busy
    are told when it comes back. Raises BuildFailed where the system cannot watch the folders.
    """
    site = Site()
    while True:
        site = _read_settings(root, site)
        places = find_places(root, site)
        try:
            yield from _watch_until_moved(places)
        except FileNotFoundError:
            # A folder went between the look at it and the watching of it.
            continue
        except (OSError, RuntimeError) as error:
            raise NewsgenError([_unwatchable(root, error)]) from None


def find_places(root: Path, site: Site) -> WatchedPaths:
    """What to watch for a site with these settings."""
    root = root.resolve()
    areas = input_areas(root, site.articles, find_theme(root))
    files = (areas.pop(SETTINGS), areas.pop(LEDGER))
    folders = tuple(dict.fromkeys(folder.resolve() for folder in areas.values()))
    return WatchedPaths(folders, files, ((root / site.output).resolve(), root / FOLDER))


def is_relevant(places: WatchedPaths, path: str) -> bool:
    """Whether a change of this file or folder may be one of the site's inputs."""
    file = Path(path)
    if any(file.is_relative_to(written) for written in places.written):
        return False
    inner = [file.relative_to(folder) for folder in places.folders if file.is_relative_to(folder)]
    return any(not any(part.startswith(".") for part in parts.parts) for parts in inner)


def _watch_until_moved(places: WatchedPaths) -> Iterator[bool]:
    """True after each change and False at the beginning, until other folders must be watched, or in another way."""

    def is_wanted(change: Change, path: str) -> bool:
        return is_relevant(places, path)

    before = _look_at(places)
    there = [folder for folder in places.folders if folder.is_dir()]
    begun = moved = False
    since = 0.0
    for changes in watch(*there, watch_filter=is_wanted, step=_STEP, rust_timeout=_QUIET, yield_on_timeout=True):
        # A watched folder that goes, or is made anew at once, is watched no longer.
        moved = moved or _look_at(places) != before or any(Path(path) in places.folders for _, path in changes)
        if changes or moved:
            since = since or time.monotonic()
        if since and (not changes or time.monotonic() - since > _LONGEST):
            yield True
            since = 0.0
        elif not (begun or changes):
            yield False
        begun = True
        if moved and not since:
            return


def _look_at(places: WatchedPaths) -> tuple[tuple[FileStamp | None, ...], tuple[bool, ...]]:
    """What tells whether the single files were saved, and whether folders came or went."""
    return tuple(map(_stamp_of, places.files)), tuple(folder.is_dir() for folder in places.folders)


def _stamp_of(file: Path) -> FileStamp | None:
    try:
        own = file.stat()
    except OSError:
        return None
    return own.st_size, own.st_mtime_ns


def _read_settings(root: Path, last: Site) -> Site:
    """The settings, or the last good ones."""
    try:
        return load_site(root)
    except NewsgenError:
        return last


def _unwatchable(root: Path, error: Exception) -> Problem:
    return Problem(
        str(root),
        0,
        f"cannot be watched: {getattr(error, 'strerror', None) or error}",
        "newsgen would not notice what you save.",
        "Let the system watch more files (on Linux fs.inotify.max_user_watches), or set WATCHFILES_FORCE_POLLING=1.",
    )
