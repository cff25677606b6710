"""What a site is made of, and what of it changed since the last build."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.database import decode_path, encode_path
from newsgen.archive.permalinks.ledger_file import LEDGER_FILE
from newsgen.settings.theme import Theme
from newsgen.sources.scan import Changes, FileStamp, diff, list_files

FILE = "site.yaml"
# The areas of a site's inputs: settings, the ledger, articles with what lies beside them, and the theme's folders.
SETTINGS, LEDGER, ARTICLES, TEMPLATES, STATIC = "settings", "ledger", "articles", "templates", "static"
_OWN, _DEFAULT = "own", "default"


class InputSnapshot(NamedTuple):
    """Every file of every area with its stamp, and where the areas lie."""

    places: Mapping[str, Path]
    found: Mapping[str, Mapping[str, FileStamp]]


def input_areas(root: Path, articles: str, theme: Theme) -> dict[str, Path]:
    """Where the areas of the site at `root` lie. Its own folders of the theme count also while they do not exist."""
    places = {SETTINGS: root / FILE, LEDGER: root / LEDGER_FILE, ARTICLES: root / articles}
    for area, folders in ((TEMPLATES, theme.templates), (STATIC, theme.static)):
        own = (root / area).resolve()
        places[f"{_OWN} {area}"] = own
        places |= {f"{_DEFAULT} {area}": folder for folder in folders if folder != own}
    return places


def is_area_of(kind: str, area: str) -> bool:
    """Whether an area is one of templates, or of static files."""
    return area.endswith(f" {kind}")


def scan_inputs(places: Mapping[str, Path]) -> InputSnapshot:
    """Look at every file of the areas."""
    return InputSnapshot(places, {area: list_files(place) for area, place in places.items()})


def find_changes(state: sqlite3.Connection, inputs: InputSnapshot) -> dict[str, Changes]:
    """What changed in each area since it was last recorded."""
    changes = {}
    for area, found in inputs.found.items():
        rows = state.execute("SELECT path, size, time FROM inputs WHERE area = ?", (area,))
        changes[area] = diff(found, ((decode_path(path), size, time) for path, size, time in rows))
    return changes


def save_snapshot(state: sqlite3.Connection, inputs: InputSnapshot, changes: Mapping[str, Changes]) -> None:
    """Record what was found, so that the next build compares with it."""
    areas = [area for (area,) in state.execute("SELECT DISTINCT area FROM inputs")]
    state.executemany("DELETE FROM inputs WHERE area = ?", ((area,) for area in areas if area not in inputs.found))
    for area, change in changes.items():
        _record(state, area, inputs.found[area], change)


def save_area(state: sqlite3.Connection, area: str, place: Path) -> None:
    """Record an area as it is now, where the build itself has written it."""
    found = list_files(place)
    known = state.execute("SELECT path, size, time FROM inputs WHERE area = ?", (area,)).fetchall()
    change = diff(found, ((decode_path(path), size, time) for path, size, time in known))
    _record(state, area, found, change)


def _record(state: sqlite3.Connection, area: str, found: Mapping[str, FileStamp], change: Changes) -> None:
    state.executemany(
        "DELETE FROM inputs WHERE area = ? AND path = ?", ((area, encode_path(path)) for path in change.removed)
    )
    state.executemany("INSERT OR REPLACE INTO inputs VALUES(?, ?, ?, ?)", _rows(area, found, change))


def _rows(area: str, found: Mapping[str, FileStamp], change: Changes) -> Iterator[tuple[str, str, int, int]]:
    for path in (*change.added, *change.changed):
        yield area, encode_path(path), *found[path]
