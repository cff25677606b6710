"""The names of authors by the short words that stand for them in front matter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from newsgen.errors import NewsgenError
from newsgen.importers.conversion.personal_data import public_name
from newsgen.importers.site_folder.config import read_settings
from newsgen.importers.site_folder.folder import SiteFolder
from newsgen.importers.site_folder.page import read_page

_NAMES = ("display_name", "full_name", "fullname", "displayname", "name", "title")
_DATA = ("authors", "people", "members", "author", "staff", "team")
# Authors of one site.
_MOST = 20_000


def find_people(folder: SiteFolder, data: str, pages: tuple[str, ...]) -> dict[str, str]:
    """The names of the authors in the folder of data, such as "_data", and in the folders of their pages."""
    names: dict[str, str] = {}
    for path in sorted(folder.below(data)):
        parts = PurePosixPath(path[len(data) :].strip("/"))
        stem = parts.parts[0].partition(".")[0].lower()
        if stem in _DATA:
            settings, _ = read_settings(folder, path)
            key = parts.stem.lower() if len(parts.parts) > 1 else ""
            names.update(_names_in(settings, key))
    for place in pages:
        for path in sorted(folder.below(place)):
            if path.lower().endswith((".md", ".markdown", ".html")) and len(names) < _MOST:
                names.update(_names_of_page(folder, path, place))
    return names


def _names_in(settings: dict[str, Any], key: str) -> Iterator[tuple[str, str]]:
    name = _name(settings)
    if key and name:
        yield key, name
        return
    for word, facts in list(settings.items())[:_MOST]:
        name = _name(facts) if isinstance(facts, dict) else public_name(facts) if isinstance(facts, str) else ""
        if name:
            yield word.lower(), name


def _names_of_page(folder: SiteFolder, path: str, place: str) -> Iterator[tuple[str, str]]:
    try:
        page = read_page(folder, path)
    except NewsgenError:
        return
    name = _name({key.lower(): value for key, value in page.keys.values.items()})
    relative = PurePosixPath(path[len(place) :].strip("/"))
    stem = relative.stem if relative.stem not in ("_index", "index") else relative.parent.name
    if name and stem:
        for word in (stem, page.text_of("slug"), page.text_of("short_name")):
            if word:
                yield word.lower(), name


def _name(facts: dict[str, Any]) -> str:
    return next(
        (public_name(facts[key]) for key in _NAMES if isinstance(facts.get(key), str) and facts[key].strip()), ""
    )
