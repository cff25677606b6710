"""Watch the inputs of a site for changes.

The system watches folders. What it cannot watch, single files and folders that do not exist yet, is polled several
times a second.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from watchfiles import Change, watch

from newsgen.archive.database import FOLDER
from newsgen.build.inputs import LEDGER, READING, REDIRECTS, SETTINGS, input_areas
from newsgen.errors import NewsgenError, Problem
from newsgen.settings.site import Site, load_site
from newsgen.settings.theme import find_theme
from newsgen.sources.scan import FileStamp

# Milliseconds between two looks at what the system has noticed.
_STEP = 20
# Milliseconds of quiet before changes are yielded: what follows sooner belongs to the same saving. It is also the
# interval of polling.
_QUIET = 75
# Seconds after which changes are yielded that go on without a pause.
_LONGEST = 1.6


class WatchedPaths(NamedTuple):
    """The folders and single files of a site's inputs, existing or not, and the folders that newsgen writes."""

    folders: tuple[Path, ...]
    files: tuple[Path, ...]
    written: tuple[Path, ...]


def watch_changes(root: Path) -> Iterator[bool]:
    """Yields True after each change of the site's inputs, for ever, and False whenever watching has begun.

    Changes before watching begins are not seen: False means that it is time to look. Changes that come while the
    caller is busy are yielded when it returns. Raises NewsgenError if the system cannot watch the folders.
    """
    site = Site()
    while True:
        site = _load_settings(root, site)
        try:
            yield from _watch_until_moved(find_watched_paths(root, site))
        except FileNotFoundError:
            # A folder was removed just before it could be watched.
            continue
        except (OSError, RuntimeError) as error:
            raise NewsgenError([_unwatchable(root, error)]) from None


def find_watched_paths(root: Path, site: Site) -> WatchedPaths:
    """The paths to watch for a site with these settings."""
    root = root.resolve()
    areas = input_areas(root, site.articles, find_theme(root))
    files = tuple(areas.pop(area) for area in (SETTINGS, REDIRECTS, READING, LEDGER))
    folders = tuple(dict.fromkeys(folder.resolve() for folder in areas.values()))
    return WatchedPaths(folders, files, ((root / site.output).resolve(), root / FOLDER))


def is_relevant(paths: WatchedPaths, path: str) -> bool:
    """Whether a change of this file or folder may change an input of the site."""
    file = Path(path)
    if any(file.is_relative_to(written) for written in paths.written):
        return False
    inner = [file.relative_to(folder) for folder in paths.folders if file.is_relative_to(folder)]
    return any(not any(part.startswith(".") for part in relative.parts) for relative in inner)


def _watch_until_moved(paths: WatchedPaths) -> Iterator[bool]:
    """Yields as `watch_changes`, until other folders must be watched, or the same ones anew."""

    def is_input(change: Change, path: str) -> bool:
        return is_relevant(paths, path)

    before = _poll(paths)
    existing = [folder for folder in paths.folders if folder.is_dir()]
    has_begun = has_moved = False
    since = 0.0
    for changes in watch(*existing, watch_filter=is_input, step=_STEP, rust_timeout=_QUIET, yield_on_timeout=True):
        # A watched folder that is removed, even if it is created again at once, is no longer watched.
        has_moved = has_moved or _poll(paths) != before or any(Path(path) in paths.folders for _, path in changes)
        if changes or has_moved:
            since = since or time.monotonic()
        if since and (not changes or time.monotonic() - since > _LONGEST):
            yield True
            since = 0.0
        elif not (has_begun or changes):
            yield False
        has_begun = True
        if has_moved and not since:
            return


def _poll(paths: WatchedPaths) -> tuple[tuple[FileStamp | None, ...], tuple[bool, ...]]:
    """The stamps of the single files, and which folders exist."""
    return tuple(map(_stamp_of, paths.files)), tuple(folder.is_dir() for folder in paths.folders)


def _stamp_of(file: Path) -> FileStamp | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _load_settings(root: Path, last: Site) -> Site:
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
