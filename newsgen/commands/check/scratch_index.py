"""An index of the articles at hand, made by the build's own hands and thrown away: what links mean it knows as a build.

The site's own state is neither read nor touched, so that a check may run while a build does.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from newsgen.archive.archive import Archive
from newsgen.archive.broken_links import dangling_links, missing_images
from newsgen.archive.database import create_tables, decode_path
from newsgen.archive.entry import IndexEntry
from newsgen.archive.indexer import Indexer
from newsgen.archive.links import articles_with_links, published_media
from newsgen.archive.permalink_assignment import LedgerAssigner
from newsgen.archive.permalinks.urls import redirect_files
from newsgen.build.ledger import find_changed_ledger
from newsgen.build.stages.links import resolve_addresses
from newsgen.commands.check.finding import Finding
from newsgen.errors import NewsgenError, Problem
from newsgen.output.register import plan_files
from newsgen.settings.site import Site
from newsgen.sources.attachments import FOLDER


@contextmanager
def open_index(file: Path) -> Iterator[sqlite3.Connection]:
    """A new index in a file; it need not outlive anything, so that nothing waits for the disk."""
    with closing(sqlite3.connect(file, isolation_level=None)) as index:
        index.execute("PRAGMA journal_mode = OFF")
        index.execute("PRAGMA synchronous = OFF")
        create_tables(index)
        index.execute("BEGIN")
        yield index


class ScratchIndex:
    """An index while articles are put in, each at the address that the ledger of the site at `root` has for it."""

    def __init__(self, index: sqlite3.Connection, site: Site, root: Path) -> None:
        self._catalogue = Indexer(index, site)
        ledger = find_changed_ledger(index, root) if site.ledger else None
        if ledger:
            ledger.load(index)
        self._seating = LedgerAssigner(index, site.articles, is_public=False, renews=False) if site.ledger else None
        self._paths: set[str] = set()
        self._unseated: dict[str, IndexEntry] = {}
        self._problems: list[Problem] = []

    def put(self, entries: Iterable[IndexEntry]) -> None:
        """Put articles in, but for those that must wait for others."""
        unseated = {entry.path: entry for entry in entries}
        self._paths |= unseated.keys()
        self._unseated |= unseated
        self._enter(unseated.values(), waiting=False)

    def finish(self) -> Iterator[Finding]:
        """Put in those that waited; what is wrong with the addresses that were published."""
        if self._seating:
            self._seating.lose_all_but(self._paths)
        self._enter((), waiting=True)
        # Where the ledger has no place for them, they are looked at where they would be without it.
        self._catalogue.put_all(self._unseated.values())
        yield from (Finding("addresses", problem) for problem in self._problems)

    def _enter(self, entries: Iterable[IndexEntry], waiting: bool) -> None:
        seated = list(entries)
        if self._seating:
            try:
                seated = self._seating.seat_waiting() if waiting else self._seating.seat(seated)
            except NewsgenError as failed:
                self._problems += failed.problems
                return
        self._catalogue.put_all(seated)
        for entry in seated:
            del self._unseated[entry.path]
        # A check writes no pages; of a large archive this would be the largest part.
        self._catalogue.touched.clear()


def broken_links(index: sqlite3.Connection, folder: Path, static: Mapping[str, Path], site: Site) -> Iterator[Finding]:
    """Follow all links of the index; what a build would say of those that lead nowhere, in its own words."""
    resolve_addresses(index, articles_with_links(index), folder, static, site)
    yield from (Finding("missing-images", problem) for problem in missing_images(index, site.articles))
    yield from (Finding("links", problem) for problem in dangling_links(index, site.articles))


def find_shared_addresses(index: sqlite3.Connection, site: Site) -> Iterator[Finding]:
    """Articles that would have one file of the output, as a build tells them."""
    archive = Archive(index)
    rows = index.execute("SELECT path, file, permalink FROM articles ORDER BY path").fetchall()
    files = [
        (f"article:{decode_path(path)}", name)
        for path, file, permalink in rows
        for name in (file, *redirect_files(permalink, archive.moved_to(permalink)))
    ]
    try:
        plan_files(index, (), files, site.articles)
    except NewsgenError as failed:
        yield from (Finding("addresses", problem) for problem in failed.problems)


def published_beside(index: sqlite3.Connection) -> list[str]:
    """The files beside the articles that are published, by their paths below the articles folder."""
    return [file.removeprefix(f"{FOLDER}/") for file in published_media(index) if file.startswith(f"{FOLDER}/")]
