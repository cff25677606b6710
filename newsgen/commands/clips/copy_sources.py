"""Copy an author's articles into the folder of a site of their own, with all by which they are read as in the first."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from newsgen.archive.articles import ArticleTable
from newsgen.archive.links import LinkTable
from newsgen.archive.permalinks import LEDGER_FILE
from newsgen.archive.permalinks.ledger import LedgerEntry
from newsgen.archive.permalinks.ledger_file import ledger_bytes
from newsgen.archive.permalinks.ledger_table import LedgerTable
from newsgen.errors import NewsgenError, Problem
from newsgen.record.inside import place_inside
from newsgen.record.paths import METADATA, comments_path
from newsgen.settings import READING_FILE, SITE_FILE
from newsgen.settings.site import Site
from newsgen.settings.theme import find_theme, static_files
from newsgen.sources.attachments import MEDIA_FOLDER

# What belongs to the whole site, and would be of no use, or untrue, in a collection.
_LEFT_OUT = (
    *("feeds", "data", "redirects", "redirect_rules", "header_rules", "query_script", "news_sitemap", "host"),
    *("publish", "output", "strict", "on_this_day", "original_url", "description", "search_with"),
)
# The folder of articles of the collection, wherever that of the site lies.
_ARTICLES = "articles"
# Static files by which pages look as they do; of all others those that the articles show.
_LOOKS = (".css", ".svg", ".ico", ".woff", ".woff2")


def copy_site(root: Path, site: Site, state: sqlite3.Connection, paths: Collection[str], folder: Path) -> None:
    """Make a site of these articles in a folder; it has their addresses, and its pages look as those of the first.

    Raises NewsgenError where an article is not there any more.
    """
    articles = root / site.articles
    _write_settings(root, site, folder)
    for path in sorted(paths):
        _copy(articles, path, folder / _ARTICLES)
        _copy(articles, comments_path(path), folder / _ARTICLES, is_needed=False)
    _copy(root, READING_FILE, folder, is_needed=False)
    _copy(articles, METADATA, folder / _ARTICLES, is_needed=False)
    if (root / "templates").is_dir():
        shutil.copytree(root / "templates", folder / "templates")
    _copy_media(root, site, state, paths, folder)
    if site.ledger:
        (folder / LEDGER_FILE).write_bytes(ledger_bytes(_entries_of(state, paths)))


def _write_settings(root: Path, site: Site, folder: Path) -> None:
    file = root / SITE_FILE
    settings: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8-sig")) if file.is_file() else {}
    kept = {key: value for key, value in (settings or {}).items() if key not in _LEFT_OUT}
    kept |= {"articles": _ARTICLES, "feeds": {"formats": []}, "data": [], "on_this_day": False, "robots": "none"}
    if site.url:
        # What an article links to and the collection does not have is in the archive.
        kept["original_url"] = site.url
    (folder / SITE_FILE).write_text(yaml.safe_dump(kept, allow_unicode=True), encoding="utf-8")


def _copy_media(root: Path, site: Site, state: sqlite3.Connection, paths: Iterable[str], folder: Path) -> None:
    static = static_files(find_theme(root))
    logo = site.theme.logo.file if site.theme.logo else ""
    own = root / "static"
    looks = {path for path, file in static.items() if path.endswith(_LOOKS) and file.is_relative_to(own.resolve())}
    shown = set(_media_of(state, paths))
    for path in sorted({*looks, logo, *shown} & static.keys()):
        if static[path].is_relative_to(own.resolve()):
            _copy(own, path, folder / "static")
    for media in sorted(shown - static.keys()):
        _copy(root / site.articles, media.removeprefix(f"{MEDIA_FOLDER}/"), folder / _ARTICLES, is_needed=False)


def _media_of(state: sqlite3.Connection, paths: Iterable[str]) -> Iterator[str]:
    """The files that articles show or link to, by their paths in the output."""
    articles, links = ArticleTable(state), LinkTable(state)
    for path in paths:
        known = articles.find(path)
        for address, _ in links.of_article(known.number) if known else ():
            media = links.media_of(known.number, address) if known else ""
            if media:
                yield media


def _entries_of(state: sqlite3.Connection, paths: Iterable[str]) -> list[LedgerEntry]:
    """The lines of the ledger that these articles have."""
    ledger = LedgerTable(state)
    names = {name for _, name in ledger.names_of(paths)}
    return sorted(ledger.entries_of(names))


def _copy(source: Path, path: str, target: Path, is_needed: bool = True) -> None:
    file, copy = source / path, place_inside(target, path)
    if not file.is_file() or file.is_symlink():
        if is_needed:
            raise NewsgenError([_gone(str(file))])
        return
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, copy)


def _gone(path: str) -> Problem:
    message, reason = "is not there any more", "The articles are those of the last build."
    return Problem(path, 0, message, reason, "Run newsgen build first.")
