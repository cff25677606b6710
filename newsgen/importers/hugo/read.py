"""Read Hugo's folders: each page is an article, with the files of its bundle."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from newsgen.errors import NewsgenError
from newsgen.importers.conversion.source_site import source_site
from newsgen.importers.conversion.statuses import is_future
from newsgen.importers.hugo.cascade import with_cascade
from newsgen.importers.hugo.links import file_of, find_page, note_address, rewrite_link
from newsgen.importers.hugo.shortcodes import HugoText
from newsgen.importers.hugo.site import CONFIGS, MARKDOWN, OTHER_PAGES, PAGES, HugoSite, read_site
from newsgen.importers.hugo.translations import KEY, find_translations, id_of
from newsgen.importers.imported import Imported
from newsgen.importers.input_files import InputFile
from newsgen.importers.site_folder.config import is_true, text_at, value_at
from newsgen.importers.site_folder.folder import find_folders
from newsgen.importers.site_folder.import_page import PageFacts, import_page
from newsgen.importers.site_folder.other_files import DESIGN, take_file
from newsgen.importers.site_folder.page import SourcePage, date_of, read_page, with_values
from newsgen.importers.site_folder.people import find_people
from newsgen.importers.temporary_index import TemporaryIndex
from newsgen.record.import_entry import Entry

_MARKERS = (*CONFIGS, "config/_default/", "content/")
# The keys that Hugo reads itself (its documentation of front matter, version 0.150).
_KEYS = frozenset(
    "aliases build cascade date description draft expirydate headless iscjklanguage keywords lastmod layout linktitle"
    " markup menus modified name outputs published publishdate resources sitemap slug summary title translationkey type"
    " unpublishdate url weight".split()
)
_DESIGN_FOLDERS = frozenset(
    "archetypes assets data i18n layouts themes resources public node_modules config vendor _vendor exampleSite".split()
)


class HugoOptions(NamedTuple):
    """The owner's pattern for the addresses of dated pages, and whether pages that have expired are public."""

    permalink: str = ""
    expired: bool = False


class _Sources(NamedTuple):
    addresses: TemporaryIndex
    people: dict[str, str]
    today: datetime.date
    options: HugoOptions


def read_hugo(files: Sequence[InputFile], today: datetime.date, options: HugoOptions) -> Iterator[Imported]:
    """The articles of Hugo's folders, and their other files."""
    entries: list[Entry] = []
    for folder in find_folders(files, _MARKERS, entries):
        site, problems = read_site(folder, options.permalink)
        yield from problems
        yield source_site(
            {
                "title": text_at(site.settings, "title"),
                "description": text_at(site.settings, "params", "description"),
                "url": text_at(site.settings, "baseurl").rstrip("/"),
                "language": text_at(site.settings, "languagecode") or text_at(site.settings, "defaultcontentlanguage"),
                "timezone": text_at(site.settings, "timezone"),
            }
        )
        content = site.content
        people = find_people(folder, "data", (f"{content}/authors".strip("/"), f"{content}/author".strip("/")))
        with TemporaryIndex() as index:
            yield from _read_folder(site, _Sources(index, people, today, options))
    yield from entries


def _read_folder(site: HugoSite, sources: _Sources) -> Iterator[Imported]:
    prefix = f"{site.content}/" if site.content else ""
    bundles = {
        str(PurePosixPath(path).parent)
        for path in site.folder.below(site.content)
        if PurePosixPath(path).name.lower().split(".")[0] == "index" and path.lower().endswith(PAGES)
    }
    for path in site.folder.below(site.content):
        if path.lower().endswith(PAGES) and _bundle_of(path, bundles) in ("", path):
            note_address(site, path, path.removeprefix(prefix), sources.addresses)
    for path in site.folder.files:
        owner = _bundle_of(path, bundles)
        if not path.startswith(prefix):
            yield from _static_file(site, path)
        elif owner not in ("", path):
            # It comes with its page.
            yield Entry("file", PurePosixPath(path).suffix, "taken")
        elif path.lower().endswith(PAGES):
            yield from _read_page(site, path, path.removeprefix(prefix), bundles, sources)
        elif path.lower().endswith(OTHER_PAGES):
            reason = "newsgen reads Markdown and HTML"
            yield Entry("page", PurePosixPath(path).suffix, "left out", reason, site.folder.label_of(path))
        else:
            yield from _take(site, path, path.removeprefix(prefix))


def _bundle_of(path: str, bundles: set[str]) -> str:
    """The page of whose bundle a file is a part: itself for the page, "" for a file in none."""
    place = PurePosixPath(path)
    for parent in place.parents:
        if str(parent) in bundles:
            is_page = (
                place.parent == parent and place.name.lower().split(".")[0] == "index" and path.lower().endswith(PAGES)
            )
            return path if is_page else str(parent)
    return ""


def _read_page(site: HugoSite, path: str, place: str, bundles: set[str], sources: _Sources) -> Iterator[Imported]:
    label = site.folder.label_of(path)
    try:
        page = with_cascade(site, read_page(site.folder, path), place)
    except NewsgenError as failed:
        yield Entry("page", "", "left out", "it cannot be read", label)
        yield from failed.problems
        return
    page, found = _with_parameters(page)
    yield from found
    bare, language = site.split_language(place)
    is_list = PurePosixPath(bare).stem == "_index"
    if not page.text.strip() and is_list:
        yield Entry("page", "list", "left out", "a list without a text, which newsgen makes itself", label)
        return
    build = value_at(page.keys.values, "build") or value_at(page.keys.values, "_build")
    if str(value_at(build, "render")).lower() in ("never", "false"):
        page = page._replace(keys=with_values(page.keys, {"render": "false"}))
    yield from _import(site, page, (bare, language), bundles, sources)


def _with_parameters(page: SourcePage) -> tuple[SourcePage, list[Entry]]:
    """A page whose `params` stand beside its other keys, where themes find both, and what became of that key.

    What Hugo itself reads means something else there, and stays where it is.
    """
    parameters = page.keys.values.get("params")
    if not isinstance(parameters, dict):
        return page, []
    taken = {
        str(key): value
        for key, value in parameters.items()
        if str(key).lower() not in _KEYS and page.get(str(key).lower()) is None
    }
    left = {key: value for key, value in parameters.items() if str(key) not in taken}
    keys = with_values(page.keys, {**taken, "params": left or None})
    return page._replace(keys=keys), [] if left else [Entry("field", "params", "taken")]


def _import(
    site: HugoSite, page: SourcePage, where: tuple[str, str], bundles: set[str], sources: _Sources
) -> Iterator[Imported]:
    place, language = where
    path = PurePosixPath(place)
    status, note = _status_of(site, page, place, sources)
    address = site.address_of(page, place, language)
    if path.stem == "_index":
        # Newsgen makes lists at such addresses itself.
        status, address = status or "draft", ""
    declared: dict[str, Any] = {}
    if language and not page.get("language", "lang", "locale"):
        declared["language"] = language
    if not page.get("categories", "category", "section") and "/" in place:
        declared["section"] = place.split("/")[0]
    translations = find_translations(site, page, place, sources.addresses)
    if translations and not page.get("translation_of"):
        declared["translation_of"] = translations
    date = site.date_of(page, place)
    if not page.get("date", "publishdate", "pubdate", "published") and date:
        declared["date"] = str(date)
    parameters = {key.lower(): str(value) for key, value in page.keys.values.items() if isinstance(value, str)}
    text = HugoText(page.text, page.label, lambda name: find_page(sources.addresses, name, place, language), parameters)
    parent = str(PurePosixPath(page.path).parent)
    beside = {}
    if parent in bundles and _bundle_of(page.path, bundles) == page.path:
        beside = {
            name.removeprefix(f"{parent}/"): name
            for name in site.folder.below(parent)
            if not (name.lower().endswith(PAGES) and PurePosixPath(name).stem.split(".")[0] == "index")
        }
    facts = PageFacts(
        id=id_of(site, page),
        address=address,
        path=file_of(site, page, place),
        is_html=not page.path.lower().endswith(MARKDOWN),
        status=status,
        people=sources.people,
        entries=tuple(text.entries),
        shows_future=is_true(value_at(site.settings, "buildfuture")),
        beside=beside,
        rewrite=lambda link: rewrite_link(sources.addresses, link, place, language),
        note=note,
        addresses=sources.addresses,
    )
    spent = {"expirydate", *([KEY] if translations else [])}
    taken = [key for key in page.keys.values if key.lower() in spent]
    keys = with_values(page.keys, {**declared, **dict.fromkeys(taken)})
    yield from import_page(page._replace(keys=keys, text=text.text), facts, site.folder, sources.today)
    yield from (Entry("field", key, "taken") for key in taken)


def _status_of(site: HugoSite, page: SourcePage, place: str, sources: _Sources) -> tuple[str, str]:
    """Why a page is not public, and what its entry in the account says of it."""
    expiry = date_of(page.get("expirydate"))
    if expiry and expiry.day and expiry.day_or_first() <= sources.today:
        if sources.options.expired or is_true(value_at(site.settings, "buildexpired")):
            return "", "it has expired, and is public because of --expired"
        return "expired", ""
    publish = date_of(page.get("publishdate"))
    if is_future(publish, sources.today) and not is_true(value_at(site.settings, "buildfuture")):
        return "future", ""
    return "", ""


def _static_file(site: HugoSite, path: str) -> Iterator[Imported]:
    first, _, rest = path.partition("/")
    directory = text_at(site.settings, "staticdir").strip("/") or "static"
    if path.startswith(f"{directory}/"):
        yield from _take(site, path, path.removeprefix(f"{directory}/"))
    elif not rest or first in _DESIGN_FOLDERS:
        yield Entry("file", PurePosixPath(path).suffix, "left out", DESIGN, site.folder.label_of(path))
    else:
        reason = "it is in no folder that Hugo publishes"
        yield Entry("file", PurePosixPath(path).suffix, "left out", reason, site.folder.label_of(path))


def _take(site: HugoSite, path: str, address: str) -> Iterator[Imported]:
    file, entry = take_file(site.folder, path, address)
    yield entry
    if file:
        yield file
