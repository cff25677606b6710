"""`HugoSite`: what a Hugo folder's settings say of its pages: where they are, their languages and addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from newsgen.errors import Problem
from newsgen.importers.site_folder.config import is_true, read_settings, text_at, value_at
from newsgen.importers.site_folder.folder import SiteFolder
from newsgen.importers.site_folder.page import SourcePage, date_of, split_dated_name
from newsgen.importers.site_folder.permalink import date_tokens, fill_pattern
from newsgen.record.dates import PartialDate

_NAMES = ("hugo", "config")
_ENDINGS = (".toml", ".yaml", ".yml", ".json")
CONFIGS = tuple(name + ending for name in _NAMES for ending in _ENDINGS)
MARKDOWN = (".md", ".markdown", ".mdown")
PAGES = (*MARKDOWN, ".html", ".htm")
# Formats that Hugo gives to other programs.
OTHER_PAGES = (".adoc", ".asciidoc", ".ad", ".rst", ".org", ".pandoc", ".pdc")
_LANGUAGE = re.compile(r"(?P<stem>.+)\.(?P<language>[a-z]{2}(?:-[a-z]{2,4})?)", re.IGNORECASE)
_UNSAFE = re.compile(r"[^\w./#+~@-]+")
_SECTIONS = re.compile(r"sections\[(?P<slice>[^\]]*)\]")


@dataclass(frozen=True)
class HugoSite:
    """The settings of a folder. `pattern` is the owner's own pattern for dated pages; without settings the addresses
    are not known."""

    folder: SiteFolder
    settings: Mapping[str, Any] = field(default_factory=dict)
    pattern: str = ""

    @property
    def content(self) -> str:
        """The folder of the pages, "" where the whole folder is."""
        declared = text_at(self.settings, "contentdir").strip("/")
        found = declared or "content"
        return found if any(path.startswith(f"{found}/") for path in self.folder.files) else ""

    @property
    def languages(self) -> Mapping[str, Mapping[str, Any]]:
        """The settings of each language by its code."""
        declared = value_at(self.settings, "languages")
        return (
            {str(code): facts for code, facts in declared.items() if isinstance(facts, dict)}
            if isinstance(declared, dict)
            else {}
        )

    @property
    def default_language(self) -> str:
        """The language of pages whose names say none."""
        return text_at(self.settings, "defaultcontentlanguage") or "en"

    def split_language(self, place: str) -> tuple[str, str]:
        """The path of a page below the content folder without its language, and that language ("": the default)."""
        path = PurePosixPath(place)
        match = _LANGUAGE.fullmatch(path.stem)
        known = {code.lower() for code in self.languages} | {self.default_language.lower()}
        if match and match["language"].lower() in known:
            language = match["language"]
            bare = str(path.with_name(match["stem"] + path.suffix))
            return bare, "" if language.lower() == self.default_language.lower() else language
        for code, facts in self.languages.items():
            directory = text_at(facts, "contentdir").strip("/").removeprefix(f"{self.content}/")
            if directory and place.startswith(f"{directory}/"):
                is_default = code.lower() == self.default_language.lower()
                return place.removeprefix(f"{directory}/"), "" if is_default else code
        return place, ""

    def address_of(self, page: SourcePage, place: str, language: str) -> str:
        """The path at which Hugo publishes a page that is at a place below the content folder; "" if not known."""
        declared = page.text_of("url")
        if declared:
            has_tokens = ":" in declared and "://" not in declared
            return fill_pattern(declared, self._tokens(page, place)) if has_tokens else self._whole(declared, language)
        pattern = self._pattern_of(page, place)
        if pattern:
            address = fill_pattern(pattern, self._tokens(page, place), self._special(place))
            return self._whole(self._sanitise(address), language) if address else ""
        if not self.settings:
            return ""
        path = PurePosixPath(place)
        is_bundle = path.stem in ("index", "_index")
        parts = list(path.parent.parts) if str(path.parent) != "." else []
        if not is_bundle:
            parts.append(path.stem)
        slug = page.text_of("slug")
        if slug and parts and path.stem != "_index":
            parts[-1] = slug
        address = self._sanitise("/" + "/".join(parts))
        ugly = value_at(self.settings, "uglyurls")
        is_ugly = is_true(ugly) or (isinstance(ugly, dict) and is_true(value_at(ugly, parts[0] if parts else "")))
        return self._whole(f"{address}.html" if is_ugly and not is_bundle else f"{address.rstrip('/')}/", language)

    def date_of(self, page: SourcePage, place: str) -> PartialDate | None:
        """A page's date, by its keys in Hugo's order, or by its file's name."""
        for key in ("date", "publishdate", "pubdate", "published", "lastmod"):
            found = date_of(page.get(key))
            if found:
                return found
        path = PurePosixPath(place)
        return split_dated_name(path.parent.name if path.stem == "index" else path.stem)[0]

    def _pattern_of(self, page: SourcePage, place: str) -> str:
        if self.pattern:
            return self.pattern if self.date_of(page, place) else ""
        patterns = value_at(self.settings, "permalinks")
        if not isinstance(patterns, dict):
            return ""
        section = place.split("/")[0] if "/" in place else ""
        kind = "section" if PurePosixPath(place).stem == "_index" else "page"
        of_kind = value_at(patterns, kind)
        if isinstance(of_kind, dict):
            return text_at(of_kind, section) or text_at(of_kind, "/")
        return text_at(patterns, section) if kind == "page" else ""

    def _tokens(self, page: SourcePage, place: str) -> dict[str, str]:
        path = PurePosixPath(place)
        folders = list(path.parent.parts) if str(path.parent) != "." else []
        is_bundle = path.stem in ("index", "_index")
        name = folders[-1] if is_bundle and folders else path.stem
        sections = folders[:-1] if is_bundle and len(folders) > 1 else folders
        title, slug = page.text_of("title", "headline"), page.text_of("slug")
        return {
            **date_tokens(self.date_of(page, place)),
            "section": folders[0] if folders else "",
            "sections": "/".join(sections),
            "title": title,
            "slug": slug or title,
            "slugorfilename": slug or name,
            "slugorcontentbasename": slug or name,
            "filename": path.stem if not is_bundle else name,
            "contentbasename": name,
        }

    def _special(self, place: str) -> Any:
        folders = list(PurePosixPath(place).parent.parts)

        def find(token: str) -> str | None:
            match = _SECTIONS.fullmatch(token)
            if not match:
                return None
            first, colon, last = match["slice"].partition(":")
            ends = [
                int(end) if end.strip().isdigit() else len(folders) if end.strip() == "last" else None
                for end in (first, last)
            ]
            return "/".join(folders[slice(*ends)] if colon else folders[ends[0] or 0 : (ends[0] or 0) + 1])

        return find

    def _sanitise(self, path: str) -> str:
        plain = _UNSAFE.sub("", re.sub(r"\s+", "-", path))
        plain = re.sub("-{2,}", "-", plain)
        return plain if is_true(value_at(self.settings, "disablepathtolower")) else plain.lower()

    def _whole(self, path: str, language: str) -> str:
        in_folder = language or (
            self.default_language if is_true(value_at(self.settings, "defaultcontentlanguageinsubdir")) else ""
        )
        prefix = f"/{in_folder}" if in_folder else ""
        return f"{prefix}/{path.lstrip('/')}"


def read_site(folder: SiteFolder, pattern: str) -> tuple[HugoSite, list[Problem]]:
    """The settings of a folder, and what is wrong with their files: one file, and those of `config/_default`."""
    settings: dict[str, Any] = {}
    problems: list[Problem] = []
    for path in sorted(folder.below("config/_default")):
        found, faults = read_settings(folder, path)
        name = PurePosixPath(path).stem.lower()
        # languages.toml holds what "[languages]" would.
        key, _, language = name.partition(".")
        if name in _NAMES:
            settings.update(found)
        elif not language:
            settings[key] = found
        problems += faults
    for name in CONFIGS:
        if name in folder.files:
            found, faults = read_settings(folder, name)
            settings = {**found, **settings}
            problems += faults
            break
    return HugoSite(folder, settings, pattern), problems
