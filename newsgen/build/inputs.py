"""Input files: where a site's inputs lie, every file of them with its stamp, and what changed since the last build."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsgen.archive.database import decode_path, encode_path
from newsgen.archive.permalinks import LEDGER_FILE
from newsgen.record.digests import digest_of
from newsgen.settings import READING_FILE, REDIRECTS_FILE, SITE_FILE
from newsgen.settings.theme import DOT_FILES
from newsgen.sources.scan import Changes, FileStamp, diff, list_files

if TYPE_CHECKING:
    from newsgen.settings.theme import Theme
    from newsgen.sources.fields import Fields

# The areas of a site's inputs: settings, redirects, what was learnt of the texts, the ledger, articles with what lies
# beside them, and the theme's folders.
READING = "reading"
SETTINGS, LEDGER, ARTICLES, TEMPLATES, STATIC = "settings", "ledger", "articles", "templates", "static"
REDIRECTS = "redirects"
_OWN, _DEFAULT = "own", "default"


class InputSnapshot(NamedTuple):
    """Where the areas lie, and every file of every area with its stamp."""

    places: Mapping[str, Path]
    found: Mapping[str, Mapping[str, FileStamp]]


class ReadSource(NamedTuple):
    """A source that was read: its path, its row of the metadata table, and why it is left out ("": it is not)."""

    path: str
    row: Fields | None
    status: str = ""


def input_areas(root: Path, articles: str, theme: Theme) -> dict[str, Path]:
    """Where the areas of the site at `root` lie. Its own folders of the theme count also while they do not exist."""
    places = {SETTINGS: root / SITE_FILE, LEDGER: root / LEDGER_FILE, ARTICLES: root / articles}
    places[REDIRECTS] = root / REDIRECTS_FILE
    places[READING] = root / READING_FILE
    for area, folders in ((TEMPLATES, theme.templates), (STATIC, theme.static)):
        own = (root / area).resolve()
        places[f"{_OWN} {area}"] = own
        places |= {f"{_DEFAULT} {area}": folder for folder in folders if folder != own}
    return places


def is_area_of(kind: str, area: str) -> bool:
    """Whether an area is one of templates, or of static files."""
    return area.endswith(f" {kind}")


def scan_inputs(places: Mapping[str, Path]) -> InputSnapshot:
    """List every file of the areas."""
    return InputSnapshot(places, {area: _list_area(area, place) for area, place in places.items()})


def _list_area(area: str, place: Path) -> dict[str, FileStamp]:
    return list_files(place, DOT_FILES if is_area_of(STATIC, area) else ())


def row_digest(row: Fields | None) -> bytes:
    """The digest of an article's row of the metadata table; on which line it is does not count."""
    if not row:
        return b""
    return digest_of(sorted((name, repr(found.value)) for name, found in row.items()))


class InputTable:
    """The table `inputs`."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def find_changes(self, snapshot: InputSnapshot) -> dict[str, Changes]:
        """What changed in each area since it was last saved."""
        return {area: diff(found, self._known(area)) for area, found in snapshot.found.items()}

    def save(self, snapshot: InputSnapshot, changes: Mapping[str, Changes]) -> None:
        """Save what was found, with which the next build compares."""
        areas = [area for (area,) in self._state.execute("SELECT DISTINCT area FROM inputs")]
        removed = ((area,) for area in areas if area not in snapshot.found)
        self._state.executemany("DELETE FROM inputs WHERE area = ?", removed)
        for area, change in changes.items():
            self._save(area, snapshot.found[area], change)

    def save_area(self, area: str, place: Path) -> None:
        """Save an area as it is now, where the build itself has written it."""
        found = _list_area(area, place)
        self._save(area, found, diff(found, self._known(area)))

    def _known(self, area: str) -> list[tuple[str, int, int]]:
        rows = self._state.execute("SELECT path, size, time FROM inputs WHERE area = ?", (area,))
        return [(decode_path(path), size, time) for path, size, time in rows]

    def _save(self, area: str, found: Mapping[str, FileStamp], change: Changes) -> None:
        self._state.executemany(
            "DELETE FROM inputs WHERE area = ? AND path = ?", ((area, encode_path(path)) for path in change.removed)
        )
        self._state.executemany(
            "INSERT OR REPLACE INTO inputs VALUES(?, ?, ?, ?)",
            ((area, encode_path(path), *found[path]) for path in (*change.added, *change.changed)),
        )


class SourceTable:
    """The table `sources`."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def save(self, sources: Iterable[ReadSource]) -> None:
        """Record sources that were read."""
        self._state.executemany(
            "INSERT OR REPLACE INTO sources VALUES(?, ?, ?)",
            ((encode_path(one.path), row_digest(one.row), one.status) for one in sources),
        )

    def remove(self, paths: Iterable[str]) -> None:
        """Remove sources that are gone."""
        self._state.executemany("DELETE FROM sources WHERE path = ?", ((encode_path(path),) for path in paths))

    def paths(self) -> list[str]:
        """The paths of all sources, those that are left out too."""
        return [decode_path(path) for (path,) in self._state.execute("SELECT path FROM sources")]

    def article_paths(self) -> set[str]:
        """The paths of the sources that are published."""
        rows = self._state.execute("SELECT path FROM sources WHERE status = ''")
        return {decode_path(path) for (path,) in rows}

    def paths_of_status(self, status: str) -> set[str]:
        """The paths of the sources that are left out for a reason."""
        rows = self._state.execute("SELECT path FROM sources WHERE status = ?", (status,))
        return {decode_path(path) for (path,) in rows}

    def count_unpublished(self) -> dict[str, int]:
        """The number of sources that are left out, by their status."""
        rows = self._state.execute("SELECT status, COUNT(*) FROM sources WHERE status <> '' GROUP BY status")
        return dict(rows.fetchall())

    def with_other_rows(self, rows: Mapping[str, Fields], existing: Collection[str]) -> Iterator[str]:
        """The existing sources whose row of the metadata table is another than when they were read."""
        for path, digest in self._state.execute("SELECT path, row_digest FROM sources"):
            source = decode_path(path)
            if source in existing and digest != row_digest(rows.get(source)):
                yield source
