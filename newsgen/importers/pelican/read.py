"""Read Pelican's folders: each article and page is an article."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from newsgen.errors import NewsgenError
from newsgen.importers.conversion.source_site import source_site
from newsgen.importers.imported import Imported
from newsgen.importers.input_files import InputFile
from newsgen.importers.pelican.settings import CONFIGS, read_settings
from newsgen.importers.pelican.site import MARKDOWN, PAGES, PelicanSite
from newsgen.importers.pelican.texts import read_text_page
from newsgen.importers.site_folder.folder import find_folders
from newsgen.importers.site_folder.import_page import PageFacts, import_page, page_file
from newsgen.importers.site_folder.other_files import DESIGN, take_file
from newsgen.importers.site_folder.page import SourcePage, split_dated_name, with_values
from newsgen.importers.temporary_index import TemporaryIndex
from newsgen.record.import_entry import Entry

_MARKERS = (*CONFIGS, "content/")
_LINK = re.compile(r"[{|](?P<kind>filename|static|attach|index|category|tag|author)[}|](?P<path>.*)", re.IGNORECASE)


def read_pelican(files: Sequence[InputFile], today: datetime.date) -> Iterator[Imported]:
    """The articles of Pelican's folders, and their other files."""
    entries: list[Entry] = []
    for folder in find_folders(files, _MARKERS, entries):
        settings, is_own, problems = read_settings(folder)
        yield from problems
        site = PelicanSite(folder, settings, is_own)
        texts = {
            name: str(settings.get(name.upper()) or "") for name in ("sitename", "siteurl", "timezone", "default_lang")
        }
        yield source_site(
            {
                "title": texts["sitename"],
                "description": str(settings.get("SITESUBTITLE") or ""),
                "url": texts["siteurl"].rstrip("/"),
                "language": texts["default_lang"] if is_own else "",
                "timezone": texts["timezone"],
            }
        )
        with TemporaryIndex() as index:
            yield from _read_folder(site, index, today)
    yield from entries


def _read_folder(site: PelicanSite, index: TemporaryIndex, today: datetime.date) -> Iterator[Imported]:
    prefix = f"{site.content}/" if site.content else ""
    for path in site.folder.files:
        if path.startswith(prefix) and path.lower().endswith(PAGES):
            _note_address(site, path, path.removeprefix(prefix), index)
    for path in site.folder.files:
        place = path.removeprefix(prefix)
        if not path.startswith(prefix) or "_ignored" in path:
            yield Entry("file", PurePosixPath(path).suffix, "left out", DESIGN, site.folder.label_of(path))
        elif path.lower().endswith(PAGES):
            yield from _read_page(site, path, place, index, today)
        else:
            file, entry = take_file(site.folder, path, place)
            yield entry
            if file:
                yield file


def _note_address(site: PelicanSite, path: str, place: str, index: TemporaryIndex) -> None:
    try:
        page = read_text_page(site.folder, path)
    except NewsgenError:
        return
    index.add(place, site.address_of(page, place) or f"/{_file_of(site, page, place)}")


def _read_page(
    site: PelicanSite, path: str, place: str, index: TemporaryIndex, today: datetime.date
) -> Iterator[Imported]:
    label = site.folder.label_of(path)
    try:
        page = read_text_page(site.folder, path)
    except NewsgenError as failed:
        yield Entry("page", "", "left out", "it cannot be read", label)
        yield from failed.problems
        return
    if not page.has_front_matter:
        yield Entry("page", "", "left out", "it has no metadata, so that Pelican does not publish it", label)
        return
    yield from _import(site, page, place, index, today)


def _import(
    site: PelicanSite, page: SourcePage, place: str, index: TemporaryIndex, today: datetime.date
) -> Iterator[Imported]:
    date = site.date_of(page, place)
    declared: dict[str, Any] = {key: None for key in page.keys.values if key.lower() in ("save_as", "status")}
    status = page.text_of("status").lower()
    if status and status != "published":
        declared["status"] = status
    if not page.get("date") and date:
        declared["date"] = str(date)
    category = site.category_of(page, place)
    if category and category != "misc":
        declared |= {key: None for key in page.keys.values if key.lower() == "category"} | {"section": category}
    several = next((key for key in page.keys.values if key.lower() in ("authors", "author")), "")
    names = page.keys.values.get(several)
    if isinstance(names, str) and re.search(r"[;,]", names):
        # Pelican divides them by semicolons, and by commas where there is none.
        parts = re.split(";" if ";" in names else ",", names)
        declared |= {several: None, "authors": [part.strip() for part in parts if part.strip()]}
    if not page.get("author", "authors") and site.settings.get("AUTHOR"):
        declared["authors"] = [str(site.settings["AUTHOR"])]
    is_rst = place.lower().endswith(".rst")
    folders = place.lower().split("/")[:-1]
    is_draft = "drafts" in folders or is_rst
    entries = [Entry("field", key, "taken") for key in page.keys.values if key.lower() in ("save_as", "status")]
    if is_rst:
        entries.append(
            Entry("text", "reStructuredText", "kept raw", "a draft with the text as it is written", page.label)
        )
    facts = PageFacts(
        id=f"pelican:{place}",
        address=site.address_of(page, place),
        path=_file_of(site, page, place),
        is_html=not place.lower().endswith((*MARKDOWN, ".rst")),
        status="draft" if is_draft else "",
        entries=tuple(entries),
        addresses=index,
        rewrite=lambda link: _rewrite(index, link, place),
    )
    page = page._replace(keys=with_values(page.keys, declared))
    yield from import_page(page, facts, site.folder, today)


def _rewrite(index: TemporaryIndex, link: str, place: str) -> str:
    """The address of a link by Pelican's words for files; any other link as it is."""
    link = link.replace("%7B", "{").replace("%7D", "}")
    match = _LINK.fullmatch(link)
    if not match:
        return link
    path, mark, anchor = match["path"].partition("#")
    kind = match["kind"].lower()
    if kind in ("index", "category", "tag", "author"):
        return f"/{path.lstrip('/')}{mark}{anchor}" if kind == "index" else link
    whole = path.lstrip("/") if path.startswith("/") else _joined(str(PurePosixPath(place).parent), path)
    if kind == "filename":
        found = index.find(whole)
        return f"{found}{mark}{anchor}" if found else f"/{whole}{mark}{anchor}"
    return f"/{whole}{mark}{anchor}"


def _joined(folder: str, path: str) -> str:
    parts = [part for part in folder.split("/") if part != "."]
    for part in path.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in (".", ""):
            parts.append(part)
    return "/".join(parts)


def _file_of(site: PelicanSite, page: SourcePage, place: str) -> str:
    return page_file(site.date_of(page, place), split_dated_name(PurePosixPath(place).stem)[1])
