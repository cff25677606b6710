"""`JekyllSite`: what a Jekyll folder's settings say of its pages: which there are, their defaults and addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Any

from newsgen.errors import Problem
from newsgen.importers.site_folder.config import is_true, read_settings, value_at
from newsgen.importers.site_folder.folder import SiteFolder
from newsgen.importers.site_folder.page import SourcePage, date_of, split_dated_name
from newsgen.importers.site_folder.permalink import date_tokens, fill_pattern
from newsgen.record.dates import PartialDate

CONFIGS = ("_config.yml", "_config.yaml", "_config.toml")
MARKDOWN = (".md", ".markdown", ".mkd", ".mkdn", ".mkdown")
PAGES = (*MARKDOWN, ".html", ".htm")
_STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_UNSAFE = re.compile(r"[^\w._~!$&'()+,;=@-]+|_(?=_)")
_NO_WORD = re.compile(r"[\W_]+")
_EXCLUDED = ("vendor", "node_modules", "_site", ".sass-cache", "_layouts", "_includes", "_sass", "_data", "_plugins")


@dataclass(frozen=True)
class JekyllSite:
    """The settings of a folder. `pattern` is the owner's own pattern for posts; `has_rules` says whether addresses are
    known at all: a folder of dated files alone belongs to another program."""

    folder: SiteFolder
    settings: Mapping[str, Any] = field(default_factory=dict)
    pattern: str = ""
    has_rules: bool = True

    def kind_of(self, path: str) -> str:
        """What a file is: "posts", "drafts", "pages" or the name of a collection; "" for what is no page."""
        parts = path.split("/")
        if not path.lower().endswith(PAGES) or any(part in _EXCLUDED for part in parts) or self._is_excluded(path):
            return ""
        if "_drafts" in parts:
            return "drafts"
        if "_posts" in parts:
            return "posts"
        directory = str(self.settings.get("collections_dir") or "").strip("/")
        place = path[len(directory) + 1 :] if directory and path.startswith(f"{directory}/") else path
        first = place.split("/")[0]
        if first.startswith("_"):
            return first[1:] if first[1:] in self.collections() and "/" in place else "unlisted"
        return "pages"

    def collections(self) -> dict[str, Mapping[str, Any]]:
        """The settings of each collection by its name."""
        declared = self.settings.get("collections")
        if isinstance(declared, dict):
            return {name: facts if isinstance(facts, dict) else {} for name, facts in declared.items()}
        return {str(name): {} for name in declared} if isinstance(declared, list) else {}

    def is_published(self, kind: str) -> bool:
        """Whether the pages of a kind are written at all."""
        return kind in ("posts", "pages") or (
            kind in self.collections() and is_true(self.collections()[kind].get("output"))
        )

    def defaults_for(self, path: str, kind: str) -> dict[str, Any]:
        """The values that the settings give a page's keys where it has none."""
        values: dict[str, Any] = {}
        parts = self.settings.get("defaults")
        for part in parts if isinstance(parts, list) else ():
            scope, given = value_at(part, "scope"), value_at(part, "values")
            place = str(value_at(scope, "path") or "").strip("/")
            wanted = value_at(scope, "type")
            fits = not place or path == place or path.startswith(f"{place}/") or fnmatchcase(path, place)
            if isinstance(given, dict) and fits and wanted in (None, "", kind):
                values.update(given)
        return values

    def date_of(self, page: SourcePage) -> PartialDate | None:
        """A page's date, by its keys or else by its file's name."""
        return date_of(page.get("date")) or split_dated_name(PurePosixPath(page.path).stem)[0]

    def address_of(self, page: SourcePage, kind: str) -> str:
        """The path at which Jekyll publishes a page; "" if it is not known."""
        declared = page.text_of("permalink")
        if declared and declared not in _STYLES:
            return fill_pattern(declared, self._tokens(page)) if ":" in declared else f"/{declared.lstrip('/')}"
        if kind in ("posts", "drafts"):
            pattern = self.pattern or declared or str(self.settings.get("permalink") or "date")
            return fill_pattern(_STYLES.get(pattern, pattern), self._tokens(page))
        if kind in self.collections():
            style = str(self.collections()[kind].get("permalink") or declared or "/:collection/:path:output_ext")
            return fill_pattern(_STYLES.get(style, style), {**self._tokens(page), "collection": kind})
        if self.pattern and self.date_of(page):
            return fill_pattern(_STYLES.get(self.pattern, self.pattern), self._tokens(page))
        return self._page_address(page) if self.has_rules else ""

    def _page_address(self, page: SourcePage) -> str:
        place = PurePosixPath(page.path)
        parent = "" if str(place.parent) == "." else f"/{place.parent}"
        if place.stem == "index":
            return f"{parent}/"
        style = page.text_of("permalink") or str(self.settings.get("permalink") or "date")
        ending = "/" if style == "pretty" or style.endswith("/") else ".html"
        if style not in _STYLES and not style.endswith(("/", ":output_ext")):
            ending = ""
        return f"{parent}/{place.stem}{ending}"

    def _tokens(self, page: SourcePage) -> dict[str, str]:
        place = PurePosixPath(page.path)
        _, name = split_dated_name(place.stem)
        slug = page.text_of("slug")
        categories = [_NO_WORD.sub("-", part.lower()).strip("-") for part in self.categories_of(page)]
        parent = "" if str(place.parent) == "." else str(place.parent)
        below = "/".join(part for part in [*parent.split("/")[1:], place.stem] if part)
        return {
            **date_tokens(self.date_of(page)),
            "title": _UNSAFE.sub("-", slug or name).strip("-") or name,
            "slug": _NO_WORD.sub("-", (slug or name).lower()).strip("-"),
            "name": _NO_WORD.sub("-", name).strip("-"),
            "categories": "/".join(dict.fromkeys(categories)),
            "slugified_categories": "/".join(dict.fromkeys(categories)),
            "output_ext": ".html",
            "basename": place.stem,
            "path": below if place.parts[0].startswith("_") else parent,
        }

    def categories_of(self, page: SourcePage) -> list[str]:
        """A page's categories: those of the folders above its posts, and those that it declares."""
        parts = page.path.split("/")
        folders = parts[: parts.index("_posts")] if "_posts" in parts else []
        declared = [part for name in ("categories", "category") for part in _names(page.get(name), name)]
        return list(dict.fromkeys([*folders, *declared]))

    def _is_excluded(self, path: str) -> bool:
        excluded = self.settings.get("exclude")
        names = [str(name).strip("/") for name in excluded] if isinstance(excluded, list) else []
        return any(path == name or path.startswith(f"{name}/") or fnmatchcase(path, name) for name in names if name)


def _names(value: Any, key: str) -> list[str]:
    if isinstance(value, list):
        return [str(part) for part in value if isinstance(part, str | int)]
    if not isinstance(value, str):
        return []
    return (
        [value] if key == "category" else re.split(r"(?:(?<!\s)\s++)?,\s*+", value) if "," in value else value.split()
    )


def read_site(folder: SiteFolder, pattern: str) -> tuple[JekyllSite, list[Problem]]:
    """The settings of a folder, and what is wrong with their files."""
    settings: dict[str, Any] = {}
    problems: list[Problem] = []
    for name in CONFIGS:
        if name in folder.files:
            found, faults = read_settings(folder, name)
            settings.update(found)
            problems += faults
    has_posts = any("_posts/" in path or "_drafts/" in path for path in folder.files)
    return JekyllSite(folder, settings, pattern, bool(settings) or has_posts), problems
