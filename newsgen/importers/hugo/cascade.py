"""What the lists above a page say for all pages below them: `cascade` in their front matter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Any

from newsgen.errors import NewsgenError
from newsgen.importers.hugo.site import PAGES, HugoSite
from newsgen.importers.site_folder.config import value_at
from newsgen.importers.site_folder.page import SourcePage, read_page, with_values
from newsgen.record.field_keys import FIELD_OF

# Keys of a cascade that say to which pages it applies.
_TARGETS = ("_target", "target")
# Design and addresses: only what a page would say of its article itself comes down.
_NOT_DOWN = frozenset(("cascade", "url", "slug", "aliases", "title", "linktitle", "outputs", "layout", "type"))


def with_cascade(site: HugoSite, page: SourcePage, place: str) -> SourcePage:
    """A page with the values of the nearest lists above it for the keys that it has not itself."""
    values: dict[str, Any] = {}
    for parent in PurePosixPath(place).parents:
        for name in ("_index.md", "_index.markdown", "_index.html"):
            path = "/".join(filter(None, (site.content, "" if str(parent) == "." else str(parent), name)))
            if path in site.folder.files and path.endswith(PAGES):
                values = {**_cascade_of(site, path, place), **values}
    values = {**_of_settings(site, place), **values}
    own = {FIELD_OF.get(key.lower(), key.lower()) for key in page.keys.values}
    kept = {key: value for key, value in values.items() if FIELD_OF.get(key.lower(), key.lower()) not in own}
    return page._replace(keys=with_values(page.keys, kept)) if kept else page


def _of_settings(site: HugoSite, place: str) -> dict[str, Any]:
    return dict(_values(value_at(site.settings, "cascade"), place))


def _cascade_of(site: HugoSite, path: str, place: str) -> dict[str, Any]:
    try:
        declared = read_page(site.folder, path).get("cascade")
    except NewsgenError:
        return {}
    return dict(_values(declared, place))


def _values(declared: Any, place: str) -> Iterator[tuple[str, Any]]:
    for part in declared if isinstance(declared, list) else [declared]:
        if not isinstance(part, Mapping) or not _applies(part, place):
            continue
        for key, value in part.items():
            if key == "params" and isinstance(value, Mapping):
                yield from ((str(name), inner) for name, inner in value.items())
            elif str(key).lower() not in _NOT_DOWN and key not in _TARGETS:
                yield str(key), value


def _applies(part: Mapping[str, Any], place: str) -> bool:
    target = next((part[key] for key in _TARGETS if isinstance(part.get(key), Mapping)), None)
    if target is None:
        return True
    kind, path = str(target.get("kind") or "page"), str(target.get("path") or "")
    whole = f"/{place.rpartition('.')[0]}"
    pattern = path.replace("**", "*").replace("{", "").replace("}", "")
    return kind == "page" and (not path or fnmatchcase(whole, pattern) or fnmatchcase(whole, f"{pattern}/*"))
