"""Entering the files that the touched owners have into the register: pages, redirects, copies, pictures and dumps."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from newsgen.archive.archive import Archive
from newsgen.archive.database import encode_path
from newsgen.archive.images import image_files
from newsgen.archive.links import published_media
from newsgen.archive.permalinks.urls import redirect_files
from newsgen.archive.targets import DUMPS, MANIFEST, NO_PAGES, SEARCH_FILE
from newsgen.output.dumps.chunks import name_dumps
from newsgen.output.manifest import FILE as MANIFEST_FILE
from newsgen.output.register import owners_of_kind, plan_files
from newsgen.pages.plan import plan_pages
from newsgen.pages.robots import FILE as ROBOTS
from newsgen.record.article import Article
from newsgen.search.format.files import FOLDER as SEARCH_FOLDER
from newsgen.search.index.files import is_there
from newsgen.settings.site import Site


def plan_outputs(
    state: sqlite3.Connection,
    site: Site,
    static: Mapping[str, Path],
    touched: dict[str, str],
    everything: str,
    other_records: bool,
) -> None:
    """Enter the files of all touched owners, and touch those whose files are copied, come or go.

    `everything` is the reason why all owners are touched, "" where they are not; `other_records` tells that records of
    articles changed. Raises BuildFailed for files that two owners claim.
    """
    assets = _find_assets(state, static)
    before = set(owners_of_kind(state, "asset:"))
    for owner in assets if everything else assets.keys() - before:
        touched.setdefault(owner, everything or "it is new")
    for owner in before - assets.keys():
        touched.setdefault(owner, "it is gone")
    if f"asset:{ROBOTS}" in touched:
        touched.setdefault("robots:", touched[f"asset:{ROBOTS}"])
    files = [(owner, file) for owner, own in assets.items() if owner in touched for file in own]
    for owner in [owner for owner in touched if owner.startswith("asset:") and owner not in assets.keys() | before]:
        del touched[owner]
    if everything or other_records or any(owner.startswith("article:") for owner in touched):
        touched[DUMPS] = everything or "articles changed"
        files += ((DUMPS, file) for file in name_dumps(site))
    touched[MANIFEST] = "files changed"
    files.append((MANIFEST, MANIFEST_FILE))
    with_pages = (owner for owner in touched if owner != "robots:" or ROBOTS not in static)
    plan_files(state, touched, (*files, *_files_of(state, site, with_pages)), site.articles)


def _find_assets(state: sqlite3.Connection, static: Mapping[str, Path]) -> dict[str, list[str]]:
    """The owners of files that are copied, and of pictures, each with what it has in the output."""
    assets = {file: [file] for file in (*static, *published_media(state))}
    assets.update(image_files(state, static))
    return {f"asset:{file}": files for file, files in assets.items() if files}


def _files_of(state: sqlite3.Connection, site: Site, owners: Iterable[str]) -> Iterator[tuple[str, str]]:
    archive = Archive(state)
    for owner in owners:
        kind, _, name = owner.partition(":")
        if kind == "article":
            # Planning each of them would ask for all that its page shows.
            rows = state.execute("SELECT file, permalink FROM articles WHERE path = ?", (encode_path(name),))
            for file, permalink in rows.fetchall():
                yield owner, file
                moved = archive.moved_to(permalink)
                yield from ((owner, other) for other in redirect_files(permalink, moved) if moved)
        elif owner.startswith(SEARCH_FILE):
            if is_there(state, site, name):
                yield owner, f"{SEARCH_FOLDER}/{name}"
        elif not owner.startswith(NO_PAGES):
            yield from ((owner, page.file) for page in plan_pages(owner, archive, site, _not_read))


def _not_read(path: str) -> tuple[Article, str]:
    raise AssertionError(f"{path} is only planned")
