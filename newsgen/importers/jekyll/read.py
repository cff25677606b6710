"""Read Jekyll's folders: each post, page and page of a collection is an article."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from newsgen.errors import NewsgenError
from newsgen.importers.conversion.source_site import source_site
from newsgen.importers.imported import Imported
from newsgen.importers.input_files import InputFile
from newsgen.importers.jekyll.expressions import Scope
from newsgen.importers.jekyll.liquid import Liquid, LiquidSite
from newsgen.importers.jekyll.site import CONFIGS, MARKDOWN, JekyllSite, read_site
from newsgen.importers.site_folder.config import text_at
from newsgen.importers.site_folder.embedded_code import CodeAccount
from newsgen.importers.site_folder.folder import SiteFolder, find_folders
from newsgen.importers.site_folder.import_page import PageFacts, import_page, page_file
from newsgen.importers.site_folder.lost_links import drop_lost_links
from newsgen.importers.site_folder.other_files import DESIGN, take_file
from newsgen.importers.site_folder.page import SourcePage, read_page, split_dated_name, with_values
from newsgen.importers.site_folder.people import find_people
from newsgen.importers.temporary_index import TemporaryIndex
from newsgen.record.import_entry import Entry

_MARKERS = (*CONFIGS, "_posts/", "_drafts/")
_NO_ARTICLES = frozenset(("404", "search", "feed", "sitemap", "robots", "tags", "categories", "archive", "archives"))
_LISTS = ("{% for", "{%- for", "paginator.", "site.posts", "collections.")


def read_jekyll(files: Sequence[InputFile], today: datetime.date, permalink: str = "") -> Iterator[Imported]:
    """The articles of Jekyll's folders, their other files and redirects. `permalink` is a pattern for posts."""
    entries: list[Entry] = []
    for folder in find_folders(files, _MARKERS, entries):
        site, problems = read_site(folder, permalink)
        yield from problems
        yield source_site(
            {
                "title": text_at(site.settings, "title"),
                "description": text_at(site.settings, "description"),
                "url": (text_at(site.settings, "url") + text_at(site.settings, "baseurl")).rstrip("/"),
                "language": text_at(site.settings, "lang") or text_at(site.settings, "locale"),
                "timezone": text_at(site.settings, "timezone"),
            }
        )
        with TemporaryIndex() as index:
            yield from _read_folder(site, index, today)
    yield from entries


def _read_folder(site: JekyllSite, index: TemporaryIndex, today: datetime.date) -> Iterator[Imported]:
    folder = site.folder
    people = find_people(folder, "_data", ("_authors", "authors"))
    for path in folder.files:
        kind = site.kind_of(path)
        if kind:
            _note_address(site, path, kind, index)
    for path in folder.files:
        kind = site.kind_of(path)
        if not kind:
            yield from _other_file(site, path)
            continue
        try:
            page = _page(site, path, kind)
        except NewsgenError as failed:
            yield Entry("page", kind, "left out", "it cannot be read", folder.label_of(path))
            yield from failed.problems
            continue
        reason = _why_no_article(site, page, kind)
        if reason:
            yield Entry("page", kind, "left out", reason, page.label)
            continue
        yield from _import(site, page, kind, _Sources(index, people, today))


class _Sources:
    """What all pages of a folder share."""

    def __init__(self, index: TemporaryIndex, people: dict[str, str], today: datetime.date) -> None:
        self.index, self.people, self.today = index, people, today


def _page(site: JekyllSite, path: str, kind: str) -> SourcePage:
    page = read_page(site.folder, path)
    defaults = {key: value for key, value in site.defaults_for(path, kind).items() if key not in page.keys.values}
    return page._replace(keys=with_values(page.keys, defaults)) if defaults else page


def _note_address(site: JekyllSite, path: str, kind: str, index: TemporaryIndex) -> None:
    try:
        page = _page(site, path, kind)
    except NewsgenError:
        return
    address = site.address_of(page, kind) or f"/{_file_of(site, page)}"
    index.add(f"file:{path}", address)
    if kind == "posts":
        stem = PurePosixPath(path).stem
        index.add(f"post:{stem}", address)
        folders = path[: path.index("_posts")].strip("/")
        if folders:
            index.add(f"post:{folders}/{stem}", address)


def _why_no_article(site: JekyllSite, page: SourcePage, kind: str) -> str:
    """Why a page is none of readers' articles, or ""."""
    if kind == "unlisted":
        return DESIGN
    if kind != "pages":
        return ""
    if not page.has_front_matter:
        return "it has no front matter, so that Jekyll does not publish it as a page"
    stem = PurePosixPath(page.path).stem.lower()
    if stem in _NO_ARTICLES or any(mark in page.text for mark in _LISTS):
        return "a list or a form, which newsgen makes itself"
    return "" if page.text.strip() or page.get("redirect_to") else "it has no text"


def _import(site: JekyllSite, page: SourcePage, kind: str, sources: _Sources) -> Iterator[Imported]:
    place = PurePosixPath(page.path)
    address = site.address_of(page, kind)
    liquid = _liquid(site, page, sources.index)
    text = drop_lost_links(liquid.render(page.text))
    date, name = split_dated_name(place.stem)
    declared: dict[str, Any] = {}
    if kind == "posts" and not page.get("date") and date:
        declared["date"] = str(date)
    categories = site.categories_of(page)
    if categories:
        declared |= {"category": None, "categories": categories}
    if not page.text_of("title", "headline") and not page.text.lstrip().startswith("# "):
        declared["title"] = " ".join(part.capitalize() for part in name.split("-") if part)
    status = "draft" if kind == "drafts" else "" if site.is_published(kind) else "unpublished"
    if address == "/":
        # The front page is newsgen's own.
        status, address = status or "draft", ""
    facts = PageFacts(
        id=f"jekyll:{page.path}",
        address=address,
        path=_file_of(site, page),
        is_html=not page.path.lower().endswith(MARKDOWN),
        status=status,
        people=sources.people,
        addresses=sources.index,
        entries=tuple(liquid.account.entries),
        shows_future=str(site.settings.get("future")).lower() == "true",
    )
    page = page._replace(keys=with_values(page.keys, declared), text=text)
    yield from import_page(page, facts, site.folder, sources.today)


def _file_of(site: JekyllSite, page: SourcePage) -> str:
    return page_file(site.date_of(page), split_dated_name(PurePosixPath(page.path).stem)[1])


def _liquid(site: JekyllSite, page: SourcePage, index: TemporaryIndex) -> Liquid:
    folder: SiteFolder = site.folder

    def find_include(name: str) -> str | None:
        path = f"_includes/{name}"
        return folder.text_of(path) if path in folder.files else None

    tags = LiquidSite(
        lambda name: index.find(f"post:{name.strip('/')}") or "",
        lambda path: (
            index.find(f"file:{path.strip('/')}") or (f"/{path.strip('/')}" if path.strip("/") in folder.files else "")
        ),
        find_include,
    )
    variables = {"site": {**site.settings, "baseurl": ""}, "page": {**page.keys.values, "path": page.path}}
    return Liquid(tags, Scope(variables, frozenset(("page", "include"))), CodeAccount("liquid", page.label))


def _other_file(site: JekyllSite, path: str) -> Iterator[Imported]:
    if any(part.startswith("_") and part != "_posts" for part in path.split("/")):
        yield Entry("file", PurePosixPath(path).suffix, "left out", DESIGN, site.folder.label_of(path))
        return
    file, entry = take_file(site.folder, path, path)
    yield entry
    if file:
        yield file
