"""`PelicanSite`: what Pelican's settings say of its pages: which are articles, and their addresses."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from newsgen.importers.conversion.article_paths import name_of
from newsgen.importers.site_folder.folder import SiteFolder
from newsgen.importers.site_folder.page import SourcePage, date_of
from newsgen.record.dates import PartialDate

MARKDOWN = (".md", ".markdown", ".mkd", ".mdown")
PAGES = (*MARKDOWN, ".html", ".htm", ".rst")
_PLACE = re.compile(r"\{(?P<name>\w+)(?::(?P<form>[^{}]*))?\}")
_DIRECTIVE = re.compile(r"%-?[A-Za-z]")
_SLUG_DROPS = re.compile(r"[^\w\s-]")


@dataclass(frozen=True)
class PelicanSite:
    """The settings of a folder; `has_rules` says whether they are its own, so that addresses are known."""

    folder: SiteFolder
    settings: Mapping[str, Any] = field(default_factory=dict)
    has_rules: bool = True

    @property
    def content(self) -> str:
        """The folder of the texts, "" where the whole folder is."""
        declared = str(self.settings.get("PATH") or "content").strip("./")
        return declared if any(path.startswith(f"{declared}/") for path in self.folder.files) else ""

    def is_page(self, place: str) -> bool:
        """Whether a text is a page, and no article."""
        paths = self.settings.get("PAGE_PATHS")
        return (
            any(place.startswith(f"{str(path).strip('/')}/") for path in paths)
            if isinstance(paths, list | tuple)
            else False
        )

    def date_of(self, page: SourcePage, place: str) -> PartialDate | None:
        """A text's date, by its keys or its file's name."""
        return date_of(page.get("date")) or self._date_in_name(place)

    def _date_in_name(self, place: str) -> PartialDate | None:
        match = re.match(r"\d{4}-\d{2}-\d{2}", PurePosixPath(place).stem)
        return date_of(match[0]) if match else None

    def slug_of(self, page: SourcePage, place: str) -> str:
        """The slug that a text declares, or that Pelican makes of its title or of its file's name."""
        declared = page.text_of("slug")
        if declared:
            return declared
        stem = re.sub(r"^\d{4}-\d{2}-\d{2}[-_]?", "", PurePosixPath(place).stem)
        title = page.text_of("title", "headline") if self.settings.get("SLUGIFY_SOURCE") != "basename" else ""
        return _slugified(title or stem)

    def address_of(self, page: SourcePage, place: str) -> str:
        """The path at which Pelican publishes a text; "" if it is not known."""
        if page.text_of("url"):
            return f"/{page.text_of('url').lstrip('/')}"
        if page.text_of("save_as"):
            return f"/{page.text_of('save_as').lstrip('/')}".removesuffix("index.html")
        if not self.has_rules:
            return ""
        kind = "PAGE" if self.is_page(place) else "ARTICLE"
        language = page.text_of("lang")
        other = language and language != self.settings.get("DEFAULT_LANG")
        pattern = str(self.settings.get(f"{kind}_LANG_URL" if other else f"{kind}_URL") or "")
        category = self.category_of(page, place)
        values = {
            "slug": self.slug_of(page, place),
            "lang": language or str(self.settings.get("DEFAULT_LANG") or ""),
            "category": _slugified(category),
            "author": _slugified(_first_name(page.get("authors", "author")) or str(self.settings.get("AUTHOR") or "")),
        }
        return _fill(pattern, values, self.date_of(page, place))

    def category_of(self, page: SourcePage, place: str) -> str:
        """An article's category: declared, or its folder's name, or the usual one ("" for pages)."""
        declared = page.text_of("category")
        if declared or self.is_page(place):
            return declared
        parent = PurePosixPath(place).parent.name
        if parent and self.settings.get("USE_FOLDER_AS_CATEGORY"):
            return parent
        return str(self.settings.get("DEFAULT_CATEGORY") or "")


def _first_name(value: Any) -> str:
    first = value[0] if isinstance(value, list) and value else value
    return re.split("[;,]", first)[0].strip() if isinstance(first, str) else ""


def _slugified(text: str) -> str:
    plain = _SLUG_DROPS.sub("", name_of(text) if not text.isascii() else text)
    return re.sub(r"[-\s]+", "-", plain).strip("-").lower()


def _fill(pattern: str, values: Mapping[str, str], date: PartialDate | None) -> str:
    missing = False

    def fill(match: re.Match[str]) -> str:
        nonlocal missing
        if match["name"] == "date":
            text = _formatted(date, match["form"] or "")
            missing = missing or text is None
            return text or ""
        value = values.get(match["name"])
        missing = missing or value is None
        return value or ""

    path = _PLACE.sub(fill, pattern)
    return "" if missing or not path else f"/{path.lstrip('/')}".removesuffix("index.html")


def _formatted(date: PartialDate | None, form: str) -> str | None:
    if not date or not date.day or not form:
        return None
    day = date.day_or_first()
    moment = datetime.datetime(day.year, day.month, day.day)
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    plain = {"%b": months[day.month - 1], "%-d": str(day.day), "%-m": str(day.month), "%Y": f"{day.year:04}"}
    return _DIRECTIVE.sub(lambda match: plain.get(match[0]) or moment.strftime(match[0]), form)
