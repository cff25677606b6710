"""A temporary index of the articles under check, built as a build builds it, so that links mean the same.

The site's own state is neither read nor written: a check may run beside a build.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from newsgen.archive.archive import Archive
from newsgen.archive.broken_links import dangling_links, missing_images
from newsgen.archive.entry import IndexEntry, PlacedEntry, place_entry
from newsgen.archive.identifiers import IdentifierTable
from newsgen.archive.indexer import Indexer
from newsgen.archive.links import LinkTable
from newsgen.archive.pattern_assignment import PatternAssigner
from newsgen.archive.permalink_assignment import Ledger, LedgerAssigner, PermalinkAssigner
from newsgen.archive.permalinks.ledger_table import LedgerTable
from newsgen.archive.permalinks.listing_table import ListingTable
from newsgen.archive.permalinks.own_pages import OwnPages
from newsgen.archive.permalinks.unmet_table import UnmetTable
from newsgen.archive.translations.problems import translation_problems
from newsgen.archive.translations.table import TranslationTable
from newsgen.build.site_inputs import find_changed_ledger
from newsgen.build.stages.links import LinkResolver, resolve_links
from newsgen.build.stages.page_links import resolve_page_links
from newsgen.errors import Finding, NewsgenError, Problem
from newsgen.output.register import OutputRegister
from newsgen.pages.moved_files import find_moved_files
from newsgen.settings.site import Site
from newsgen.sources.attachments import MEDIA_FOLDER


class ScratchIndex:
    """An index that articles are added to, each at the permalink that the ledger of the site at `root` records.

    They wait until all are known, since one may have to give its permalink back to another.
    """

    def __init__(self, index: sqlite3.Connection, site: Site, root: Path) -> None:
        self._indexer = Indexer(index, site)
        self._assigner = _open_assigner(index, site, root)
        self._unmet = UnmetTable(index)
        self._translations = TranslationTable(index)
        self._articles = site.articles
        self._unplaced: dict[str, IndexEntry] = {}
        self._problems: list[Problem] = []

    def add(self, entries: Iterable[IndexEntry]) -> None:
        """Add articles."""
        self._unplaced |= {entry.path: entry for entry in entries}

    def finish(self, unreadable: Iterable[str] = ()) -> Iterator[Finding]:
        """Give all articles their places; yields what is wrong with permalinks.

        The articles of sources that are there and cannot be read are not gone.
        """
        self._assigner.release_all_except({*self._unplaced, *unreadable})
        self._index_assigned(partial(self._assigner.assign, list(self._unplaced.values())))
        self._index_assigned(self._assigner.assign_pending)
        # Articles that the ledger refuses are checked at the permalinks they would have without it.
        self._index_at_claims(list(self._unplaced.values()))
        self._indexer.finish(rebuilds_all=True)
        yield from (Finding("addresses", problem) for problem in self._problems)
        yield from (Finding("taken-addresses", problem) for problem in self._unmet.problems(self._articles))
        found = translation_problems(self._translations, self._articles)
        yield from (Finding("translations", problem) for problem in found)

    def _index_assigned(self, assign: Callable[[], Sequence[PlacedEntry]]) -> None:
        try:
            placed = assign()
        except NewsgenError as failed:
            self._problems += failed.problems
        else:
            self._index(placed)

    def _index_at_claims(self, entries: Sequence[IndexEntry]) -> None:
        self._index([place_entry(entry, entry.claim.permalink) for entry in entries])

    def _index(self, placed: Sequence[PlacedEntry]) -> None:
        self._indexer.add_or_update(placed)
        for entry in placed:
            self._unplaced.pop(entry.path, None)


def _open_assigner(index: sqlite3.Connection, site: Site, root: Path) -> PermalinkAssigner:
    ledger = LedgerTable(index)
    tables = Ledger(ledger, UnmetTable(index), OwnPages(site, ListingTable(index)))
    if not site.ledger:
        return PatternAssigner(tables, site.articles)
    published = find_changed_ledger(root, None)
    if published:
        ledger.load(published.entries, published.digest)
    return LedgerAssigner(IdentifierTable(index), tables, site.articles, is_public=False, reassigns=False)


def find_missing_images(
    index: sqlite3.Connection, folder: Path, static: Mapping[str, Path], site: Site
) -> Iterator[Finding]:
    """Resolve all links of the index to articles and files; yields missing images as a build reports them."""
    links = LinkTable(index)
    resolve_links(index, links.linking_articles(), LinkResolver(Archive(index), folder, static, site))
    yield from (Finding("missing-images", problem) for problem in missing_images(links, site.articles))


def find_dangling_links(index: sqlite3.Connection, site: Site) -> Iterator[Finding]:
    """Resolve the links that are open to the files that are planned; yields those that lead nowhere."""
    links = LinkTable(index)
    resolve_page_links(links, OutputRegister(index), site, find_moved_files(Archive(index), site))
    yield from (Finding("links", problem) for problem in dangling_links(links, site.articles))


def published_attachments(index: sqlite3.Connection) -> list[str]:
    """The files beside the articles that are published, by their paths below the articles folder."""
    media = LinkTable(index).published_media()
    return [file.removeprefix(f"{MEDIA_FOLDER}/") for file in media if file.startswith(f"{MEDIA_FOLDER}/")]
