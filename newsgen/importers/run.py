"""Run an import: everything that a reader finds is written where it belongs, and counted."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from newsgen.errors import Problem
from newsgen.importers.account import Account
from newsgen.importers.article_writer import Result, Written, kill_article, write_article, write_file
from newsgen.importers.found_addresses import FoundAddresses
from newsgen.importers.imported import (
    Imported,
    ImportedArticle,
    ImportedFile,
    ImportedKill,
    ImportedRedirect,
    MissingFile,
    SourceSite,
)
from newsgen.importers.markdown_file import FrontMatterTooLong
from newsgen.importers.nesting import MOST_LEVELS, is_too_deep
from newsgen.importers.one_import import hold_folder
from newsgen.importers.site_files import write_missing_files, write_redirects, write_site_settings, write_whole
from newsgen.importers.written import WrittenFiles
from newsgen.record.import_entry import Entry
from newsgen.record.limits import YAML_CHARACTERS

ACCOUNT_FILE = "import-account.json"
_NO_REDIRECT = "no site can have this old address, or what it leads to"
# The beginning of an element in a Markdown text, perhaps one that is only quoted as code.
_HTML = re.compile(r"<[a-z]", re.IGNORECASE)


@dataclass(slots=True)
class ImportResult:
    """What an import has done: articles by what became of them, the account, and the problems.

    `edited` are the paths of articles that were edited both here and in the source, `with_html` counts those whose
    Markdown may hold HTML, and `missing` the files that the source shows and does not hold.
    """

    counts: Counter[Result] = field(default_factory=Counter)
    account: Account = field(default_factory=Account)
    problems: list[Problem] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)
    with_html: int = 0
    missing: int = 0
    redirects: int = 0


def run_import(
    found: Iterable[Imported], root: Path, articles: str, on_article: Callable[[ImportedArticle], None]
) -> ImportResult:
    """Write what a reader finds into a site's folder, article by article; `on_article` is called with each.

    Raises NewsgenError if a file cannot be written, and while another import writes there.
    """
    with hold_folder(root):
        return _write_all(found, root, root / articles, on_article)


def _write_all(
    found: Iterable[Imported], root: Path, folder: Path, on_article: Callable[[ImportedArticle], None]
) -> ImportResult:
    result = ImportResult()
    site: SourceSite | None = None
    folder.mkdir(parents=True, exist_ok=True)
    with WrittenFiles(root, folder) as written, FoundAddresses() as addresses:
        for item in found:
            if isinstance(item, ImportedArticle) and is_too_deep(item.article.extra):
                result.problems.append(_too_deep(item.place))
                continue
            if isinstance(item, ImportedArticle):
                done = _write_article(item, (root, folder), written, result.problems)
                if not done:
                    continue
                result.counts[done.result] += 1
                result.problems += done.unreadable
                if done.result == "conflict":
                    result.edited.append(done.path)
            elif isinstance(item, ImportedKill):
                if kill_article(item.id, folder, written):
                    result.counts["killed"] += 1
            elif isinstance(item, ImportedFile):
                result.problems += write_file(item, root, (folder, ""), written.folders)
            elif isinstance(item, MissingFile):
                addresses.add_missing(item)
            elif isinstance(item, ImportedRedirect):
                if not addresses.add_redirect(item):
                    result.account.add((Entry("redirect", "", "left out", _NO_REDIRECT, item.old),))
            elif isinstance(item, SourceSite):
                site = item
            _collect(item, result, on_article)
        write_site_settings(site, bool(result.with_html), root)
        result.missing = write_missing_files(addresses, root)
        result.redirects = write_redirects(addresses, root)
    text = json.dumps(result.account.as_json(), ensure_ascii=False, indent=1)
    write_whole(root, ACCOUNT_FILE, (f"{text}\n",))
    return result


def _write_article(
    item: ImportedArticle, folders: tuple[Path, Path], written: WrittenFiles, problems: list[Problem]
) -> Written | None:
    """Write an article, of one that has too much front matter only its own fields; None if these are too long too."""
    try:
        return write_article(item, *folders, written)
    except FrontMatterTooLong:
        bare = replace(item, article=replace(item.article, extra={}))
    message = f"has more than {YAML_CHARACTERS:,} characters beside its text, which no build reads"
    try:
        done = write_article(bare, *folders, written)
        lost = "What would stand below extra was not imported."
    except FrontMatterTooLong:
        done, lost = None, "Its article was not imported."
    problems.append(Problem(item.place, 0, message, lost, "Take long values out of the export."))
    return done


def _too_deep(place: str) -> Problem:
    message = f"has values inside each other more than {MOST_LEVELS} deep"
    return Problem(place, 0, message, "Its article was not imported.", "Take them out of the export.")


def preview_import(found: Iterable[Imported], on_article: Callable[[ImportedArticle], None]) -> ImportResult:
    """Count what a reader finds, and write nothing; `on_article` is called with each article."""
    result = ImportResult()
    for item in found:
        if isinstance(item, ImportedArticle):
            result.counts["new"] += 1
        result.missing += isinstance(item, MissingFile)
        result.redirects += isinstance(item, ImportedRedirect)
        _collect(item, result, on_article)
    return result


def _collect(item: Imported, result: ImportResult, on_article: Callable[[ImportedArticle], None]) -> None:
    if isinstance(item, ImportedArticle):
        result.account.add(item.entries)
        result.with_html += any("<" in block.text and _HTML.search(block.text) for block in item.article.body)
        on_article(item)
    elif isinstance(item, Entry):
        result.account.add((item,))
    elif isinstance(item, Problem):
        result.problems.append(item)
