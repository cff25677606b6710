"""From changed inputs to the owners of pages that they touch: the index is brought up to date.

All of this happens inside one transaction, before the first page is written: where the input cannot become a site,
nothing has happened.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path

from newsgen.archive.archive import Archive
from newsgen.archive.broken_links import broken_images, missing_images
from newsgen.archive.database import FOLDER, BuildMemo, decode_path, encode_path
from newsgen.archive.indexer import Indexer
from newsgen.archive.links import articles_with_links
from newsgen.archive.permalink_assignment import LedgerAssigner, PatternAssigner, PermalinkAssigner
from newsgen.archive.permalinks.ledger_file import LEDGER_FILE
from newsgen.archive.permalinks.ledger_table import clear_ledger
from newsgen.archive.targets import SEARCH_FILE
from newsgen.build.inputs import ARTICLES, TEMPLATES, InputSnapshot, is_area_of, save_snapshot
from newsgen.build.ledger import ChangedLedger
from newsgen.build.options import BuildOptions
from newsgen.build.outdated import outdated_by_files, outdated_by_frame, outdated_by_templates
from newsgen.build.stages.images import update_images
from newsgen.build.stages.links import resolve_addresses
from newsgen.build.stages.plan import plan_outputs
from newsgen.build.stages.read import SourceReader, digest_row
from newsgen.build.stages.search import update_search
from newsgen.build.state import mark_pending
from newsgen.build.validation import check_feed_names, check_redirects
from newsgen.build.workers.pool import Processes
from newsgen.build.workers.worker import ImageSource
from newsgen.errors import NewsgenError, Problem
from newsgen.record.digests import digest_of
from newsgen.record.paths import METADATA
from newsgen.settings.site import Site
from newsgen.settings.theme import Theme
from newsgen.sources.attachments import FOLDER as MEDIA
from newsgen.sources.fields import Fields
from newsgen.sources.files import pick_articles, pick_sources
from newsgen.sources.metadata_table import load_metadata
from newsgen.sources.scan import Changes

_CHANGED_PATTERN = (
    "The new permalink of site.yaml counts for new articles; all others stay where they were published."
    " To move them too, with redirects: newsgen urls renew"
)


class Update:
    """An update of the index: what a build knows before it writes."""

    def __init__(
        self,
        root: Path,
        state: sqlite3.Connection,
        inputs: InputSnapshot,
        changes: Mapping[str, Changes],
        site: Site,
        theme: Theme,
        ledger: ChangedLedger | None,
    ) -> None:
        self._folder = root / FOLDER
        self._state = state
        self._inputs = inputs
        self._changes = changes
        self._site = site
        self._theme = theme
        self._ledger = ledger
        self._meta = BuildMemo(state)
        self._problems: tuple[Problem, ...] = ()
        self.notice = ""
        self.rows: Mapping[str, Fields] = {}
        if METADATA in inputs.found[ARTICLES]:
            try:
                self.rows = load_metadata(root, site, set(self._sources))
            except NewsgenError as failed:
                # Told with the problems of the articles, so that one build lists all.
                self._problems = failed.problems

    @cached_property
    def _sources(self) -> list[str]:
        """All articles of the site. A large site's are only looked through where that is needed."""
        found = self._inputs.found[ARTICLES] if self._inputs.places[ARTICLES].is_dir() else None
        return pick_sources(found, self._site.articles, self._site.ignore)

    def stale_sources(self, wishes: BuildOptions) -> list[str]:
        """The sources to read: new and changed ones, and those whose row of the metadata table changed."""
        if wishes.verify or wishes.renew or self._ledger or self._meta.get("settings") != self._settings:
            return self._sources
        change, found = self._changes[ARTICLES], self._inputs.found[ARTICLES]
        paths = {*change.added, *change.changed}
        if METADATA in (*paths, *change.removed):
            paths.update(path for path in self._with_other_rows() if path in found)
        return pick_articles({path: found[path] for path in paths}, self._site.articles, self._site.ignore)

    def apply(
        self,
        stale: list[str],
        processes: Processes,
        static: Mapping[str, Path],
        strange: bool,
        wishes: BuildOptions,
    ) -> None:
        """Read the stale sources, bring the index up to date and mark what is touched; `strange` says that the output
        is not as the last build left it.

        Raises BuildFailed with every problem of the input.
        """
        catalogue = Indexer(self._state, self._site)
        seating = self._open_seating(wishes)
        intake = SourceReader(self._state, catalogue, seating, self.rows)
        with processes(len(stale)) as (executor, count):
            intake.read(stale, executor, count, wishes.watch, self._problems)
        intake.remove(self._find_gone())
        if self._ledger:
            rows = self._state.execute("SELECT path FROM sources WHERE NOT draft")
            seating.lose_all_but({decode_path(path) for (path,) in rows})
        intake.seat_waiting()
        outdated_by_files(catalogue, self._changes)
        everything = self._why_everything(strange)
        touched = catalogue.finish(everything)
        check_feed_names(Archive(self._state), self._site)
        moved = self._resolve(touched, static)
        find = partial(self._find_picture, static)
        update_images(self._state, touched, moved, find, everything, processes, wishes)
        self._check_images()
        others = outdated_by_templates(self._state, self._changes, self._theme, self._site)
        others |= outdated_by_frame(self._state, self._site)
        touched.update((owner, reason) for owner, reason in others.items() if owner not in touched)
        self._touch_search(touched, everything, processes)
        plan_outputs(self._state, self._site, static, touched, everything, intake.other_records)
        check_redirects(self._state, self._site)
        self._remember()
        mark_pending(self._state, ((encode_path(owner), encode_path(reason)) for owner, reason in touched.items()))

    def _touch_search(self, touched: dict[str, str], everything: str, processes: Processes) -> None:
        """Bring the search index up to date, and touch the files of it that are new, changed or gone."""
        names = update_search(self._state, self._site, touched, self._folder, processes, everything)
        touched.update((f"{SEARCH_FILE}{name}", reason) for name, reason in names.items())

    @property
    def tries_templates(self) -> bool:
        """Whether templates may be others than those that the site was built with."""
        edited = any(change for area, change in self._changes.items() if is_area_of(TEMPLATES, area))
        return edited or self._meta.get("output") is None

    @cached_property
    def _settings(self) -> bytes:
        return digest_of(self._site.model_dump_json())

    def _why_everything(self, strange: bool) -> str:
        if strange:
            return "the output was not as the last build left it"
        before = self._meta.get("settings")
        if before is not None and before != self._settings:
            return "site.yaml changed"
        return f"{LEDGER_FILE} changed" if self._ledger else ""

    def _open_seating(self, wishes: BuildOptions) -> PermalinkAssigner:
        """What gives the articles their permalinks, with the ledger as its file has it."""
        if not self._site.ledger:
            clear_ledger(self._state)
            return PatternAssigner(self._state, self._site.articles)
        if self._ledger:
            self._ledger.load(self._state)
        if self._meta.get("permalinks") not in (None, self._permalinks) and not wishes.renew:
            self.notice = _CHANGED_PATTERN
        return LedgerAssigner(self._state, self._site.articles, not wishes.preview, wishes.renew)

    @cached_property
    def _permalinks(self) -> str:
        return f"{self._site.permalink} {self._site.permalink_undated}"

    def _remember(self) -> None:
        """Remember what the index is now made from, so that the next build compares with it."""
        save_snapshot(self._state, self._inputs, self._changes)
        self._meta.put("settings", self._settings)
        self._meta.put("permalinks", self._permalinks)
        self._meta.put("output folder", self._site.output)
        self._meta.put("articles folder", self._site.articles)

    def _with_other_rows(self) -> Iterator[str]:
        for path, fields in self._state.execute("SELECT path, fields FROM sources"):
            if fields != digest_row(self.rows.get(decode_path(path))):
                yield decode_path(path)

    def _find_gone(self) -> Sequence[str]:
        """The sources that are not there any more, or no articles."""
        gone = self._changes[ARTICLES].removed
        if not gone and self._meta.get("settings") == self._settings:
            return ()
        there = set(self._sources)
        known = self._state.execute("SELECT path FROM sources").fetchall()
        return [decode_path(path) for (path,) in known if decode_path(path) not in there]

    def _resolve(self, touched: Mapping[str, str], static: Mapping[str, Path]) -> list[int]:
        having = articles_with_links(self._state)
        paths = [path for path in having if f"article:{path}" in touched]
        return resolve_addresses(self._state, paths, self._inputs.places[ARTICLES], static, self._site)

    def _find_picture(self, static: Mapping[str, Path], media: str) -> ImageSource:
        if media in static:
            return ImageSource(media, static[media], f"static/{media}")
        path = media.removeprefix(f"{MEDIA}/")
        return ImageSource(media, self._inputs.places[ARTICLES] / path, f"{self._site.articles}/{path}")

    def _check_images(self) -> None:
        if self._site.missing_images == "error":
            shown = self._site.articles
            lacking = [*missing_images(self._state, shown), *broken_images(self._state, shown)]
            if lacking:
                raise NewsgenError(lacking)
