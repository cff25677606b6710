"""The addresses of Hugo's pages by the paths and names with which texts link to them."""

from __future__ import annotations

from pathlib import PurePosixPath
from posixpath import splitext

from newsgen.errors import NewsgenError
from newsgen.importers.hugo.site import MARKDOWN, HugoSite
from newsgen.importers.hugo.translations import note_translation
from newsgen.importers.site_folder.import_page import page_file
from newsgen.importers.site_folder.page import SourcePage, read_page, split_dated_name
from newsgen.importers.temporary_index import TemporaryIndex


def note_address(site: HugoSite, path: str, place: str, index: TemporaryIndex) -> None:
    """Note the address of a page by each name that a link may have for it, and whose translation it is."""
    try:
        page = read_page(site.folder, path)
    except NewsgenError:
        return
    bare, language = site.split_language(place)
    note_translation(site, page, (bare, language), index)
    address = site.address_of(page, bare, language) or f"/{file_of(site, page, bare)}"
    stem = PurePosixPath(bare)
    names = [place, bare, splitext(bare)[0]]
    if stem.stem in ("index", "_index"):
        names.append(str(stem.parent))
    else:
        names.append(stem.stem)
    names.append(stem.name)
    if stem.stem == "index":
        names.append(stem.parent.name)
    for name in dict.fromkeys(names):
        index.add(f"{language}:{name.lower()}", address)
        index.add(f":{name.lower()}", address)


def find_page(index: TemporaryIndex, name: str, place: str, language: str) -> str:
    """The address of the page that a text at a place names: by its path, from the root or from beside it."""
    name = name.strip().removesuffix("/").lower()
    here = str(PurePosixPath(place).parent).lower()
    candidates = [name.lstrip("/")]
    if not name.startswith("/") and here != ".":
        candidates.insert(0, _joined(here, name))
    for candidate in candidates:
        for key in (f"{language}:{candidate}", f":{candidate}"):
            found = index.find(key)
            if found:
                return found
    return ""


def _joined(folder: str, name: str) -> str:
    parts: list[str] = folder.split("/")
    for part in name.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def rewrite_link(index: TemporaryIndex, link: str, place: str, language: str) -> str:
    """The address of a link to another page's file; any other link as it is."""
    path, mark, anchor = link.partition("#")
    if "://" in path or not path.lower().endswith(MARKDOWN):
        return link
    found = find_page(index, path, place, language)
    return f"{found}{mark}{anchor}" if found else link


def file_of(site: HugoSite, page: SourcePage, place: str) -> str:
    """The path of a page's file below the articles folder."""
    path = PurePosixPath(place)
    name = path.parent.name if path.stem in ("index", "_index") else path.stem
    return page_file(site.date_of(page, place), split_dated_name(name)[1] or "index")
