"""From changed inputs to the owners of pages that they touch: the index is brought up to date.

All of this happens inside one transaction, before the first page is written: where the input cannot become a site,
nothing has happened.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from functools import cached_property, partial
from pathlib import Path

from newsgen.addresses import published_media, resolve_addresses, with_addresses
from newsgen.archive import Archive
from newsgen.article import Article
from newsgen.catalogue import Catalogue
from newsgen.config import Site
from newsgen.digest import digest_of
from newsgen.dumps.chunks import name_dumps
from newsgen.errors import BuildFailed, Problem
from newsgen.feed_names import check_feed_names
from newsgen.inputs import ARTICLES, LEDGER_FILE, TEMPLATES, Inputs, is_of, record_inputs
from newsgen.lacks import broken_images, missing_images
from newsgen.ledger_table import OtherLedger, forget_ledger, tell_news
from newsgen.loader.fields import Fields
from newsgen.loader.metadata import load_metadata
from newsgen.manifest import FILE as MANIFEST_FILE
from newsgen.media import FOLDER
from newsgen.pages import plan_pages
from newsgen.pages.redirects import check_redirects
from newsgen.pages.robots import FILE as ROBOTS
from newsgen.permalinks import redirect_file
from newsgen.pictures.index import picture_files
from newsgen.pictures.settle import settle_pictures
from newsgen.register import DUMPS, MANIFEST, enter_files
from newsgen.scan import Changes
from newsgen.seating import FreeSeating, KeptSeating, Seating
from newsgen.source import METADATA, pick_articles, pick_sources
from newsgen.state import Meta, mark_pending, restored, storable
from newsgen.theme import Theme
from newsgen.touch import touch_by_files, touched_by_frame, touched_by_templates
from newsgen.wishes import Watch, Wishes
from newsgen.worker import Loaded, Shown
from newsgen.workers import Processes, read_articles, run

# Sources that one process reads before it tells what it read.
_BATCH = 50


_OTHER_PERMALINKS = (
    "The new permalink of site.yaml counts for new articles; all others stay where they were published."
    " To move them too, with redirects: newsgen urls renew"
)


class Update:
    """An update of the index: what a build knows before it writes."""

    def __init__(
        self,
        root: Path,
        state: sqlite3.Connection,
        inputs: Inputs,
        changes: Mapping[str, Changes],
        site: Site,
        theme: Theme,
        ledger: OtherLedger | None,
    ) -> None:
        self._state = state
        self._inputs = inputs
        self._changes = changes
        self._site = site
        self._theme = theme
        self._ledger = ledger
        self._meta = Meta(state)
        self._problems: tuple[Problem, ...] = ()
        self._other_records = False
        self.notice = ""
        self.rows: Mapping[str, Fields] = {}
        if METADATA in inputs.found[ARTICLES]:
            try:
                self.rows = load_metadata(root, site, set(self._sources))
            except BuildFailed as failed:
                # Told with the problems of the articles, so that one build lists all.
                self._problems = failed.problems

    @cached_property
    def _sources(self) -> list[str]:
        """All articles of the site. A large site's are only looked through where that is needed."""
        found = self._inputs.found[ARTICLES] if self._inputs.places[ARTICLES].is_dir() else None
        return pick_sources(found, self._site.articles, self._site.ignore)

    def stale_sources(self, wishes: Wishes) -> list[str]:
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
        wishes: Wishes,
    ) -> None:
        """Read the stale sources, bring the index up to date and mark what is touched; `strange` says that the output
        is not as the last build left it.

        Raises BuildFailed with every problem of the input.
        """
        catalogue = Catalogue(self._state, self._site)
        seating = self._open_seating(wishes)
        with processes(len(stale)) as (executor, count):
            self._read(stale, executor, count, wishes.watch, catalogue, seating)
        self._remove(catalogue, seating)
        self._seat_waiting(catalogue, seating)
        touch_by_files(catalogue, self._changes)
        everything = self._why_everything(strange)
        touched = catalogue.finish(everything)
        check_feed_names(Archive(self._state), self._site)
        moved = self._resolve(touched, static)
        find = partial(self._find_picture, static)
        settle_pictures(self._state, touched, moved, find, everything, processes, wishes)
        self._check_images()
        others = touched_by_templates(self._state, self._changes, self._theme, self._site)
        others |= touched_by_frame(self._state, self._site)
        touched.update((owner, reason) for owner, reason in others.items() if owner not in touched)
        self._plan(touched, static, everything)
        check_redirects(self._state, self._site)
        self._remember()
        mark_pending(self._state, ((storable(owner), storable(reason)) for owner, reason in touched.items()))

    @property
    def tries_templates(self) -> bool:
        """Whether templates may be others than those that the site was built with."""
        edited = any(change for area, change in self._changes.items() if is_of(TEMPLATES, area))
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

    def _open_seating(self, wishes: Wishes) -> Seating:
        """What gives the articles their permalinks, with the ledger as its file has it."""
        if not self._site.ledger:
            forget_ledger(self._state)
            return FreeSeating(self._state, self._site.articles)
        if self._ledger:
            self._ledger.load(self._state)
        if self._meta.get("permalinks") not in (None, self._permalinks) and not wishes.renew:
            self.notice = _OTHER_PERMALINKS
        return KeptSeating(self._state, self._site.articles, not wishes.preview, wishes.renew)

    @cached_property
    def _permalinks(self) -> str:
        return f"{self._site.permalink} {self._site.permalink_undated}"

    def _seat_waiting(self, catalogue: Catalogue, seating: Seating) -> None:
        """Seat the articles that could not be while they were read: by now it is clear which others are gone."""
        if self._ledger and isinstance(seating, KeptSeating):
            rows = self._state.execute("SELECT path FROM sources WHERE NOT draft")
            seating.lose_all_but({restored(path) for (path,) in rows})
        catalogue.put_all(seating.seat_waiting())
        if isinstance(seating, KeptSeating):
            doubles = tuple(seating.find_doubles())
            if doubles:
                raise BuildFailed(doubles)
        if seating.changed:
            catalogue.touched.setdefault("redirects:", "addresses moved")
            tell_news(self._state)

    def _remember(self) -> None:
        """Remember what the index is now made from, so that the next build compares with it."""
        record_inputs(self._state, self._inputs, self._changes)
        self._meta.put("settings", self._settings)
        self._meta.put("permalinks", self._permalinks)
        self._meta.put("output folder", self._site.output)
        self._meta.put("articles folder", self._site.articles)

    def _with_other_rows(self) -> Iterator[str]:
        for path, fields in self._state.execute("SELECT path, fields FROM sources"):
            if fields != _digest_row(self.rows.get(restored(path))):
                yield restored(path)

    def _read(
        self,
        stale: list[str],
        executor: Executor,
        count: int,
        watch: Watch,
        catalogue: Catalogue,
        seating: Seating,
    ) -> None:
        problems = list(self._problems)
        done = 0
        for batch in run(executor, read_articles, stale, _BATCH, count):
            problems += (problem for loaded in batch for problem in loaded.problems)
            done += len(batch)
            watch("reading", done, len(stale))
            try:
                self._keep([loaded for loaded in batch if not loaded.problems], catalogue, seating)
            except BuildFailed as failed:
                problems += failed.problems
        if problems:
            raise BuildFailed(problems)

    def _keep(self, batch: list[Loaded], catalogue: Catalogue, seating: Seating) -> None:
        # A record may change where no page does: Markdown has several signs for the same.
        self._other_records = self._other_records or any(map(self._has_other_record, batch))
        self._state.executemany(
            "INSERT OR REPLACE INTO sources VALUES(?, ?, ?, ?)",
            (
                (storable(one.path), _digest_row(self.rows.get(one.path)), one.entry is None, one.record)
                for one in batch
            ),
        )
        self._state.executemany(
            "INSERT OR REPLACE INTO spooled VALUES(?, ?, ?, ?, ?, ?, ?)",
            ((storable(one.path), *one.spooled) for one in batch if one.spooled),
        )
        for one in batch:
            if one.entry is None:
                seating.lose(one.path)
                catalogue.remove(one.path)
        catalogue.put_all(seating.seat([one.entry for one in batch if one.entry]))

    def _has_other_record(self, one: Loaded) -> bool:
        row = self._state.execute("SELECT record FROM sources WHERE path = ?", (storable(one.path),)).fetchone()
        return row is None or row[0] != one.record

    def _remove(self, catalogue: Catalogue, seating: Seating) -> None:
        gone: Iterable[str] = self._changes[ARTICLES].removed
        if gone or self._meta.get("settings") != self._settings:
            there = set(self._sources)
            known = self._state.execute("SELECT path FROM sources").fetchall()
            gone = [restored(path) for (path,) in known if restored(path) not in there]
        for path in gone:
            self._state.execute("DELETE FROM sources WHERE path = ?", (storable(path),))
            seating.lose(path)
            catalogue.remove(path)

    def _resolve(self, touched: Mapping[str, str], static: Mapping[str, Path]) -> list[int]:
        having = with_addresses(self._state)
        paths = [path for path in having if f"article:{path}" in touched]
        return resolve_addresses(self._state, paths, self._inputs.places[ARTICLES], static, self._site)

    def _find_picture(self, static: Mapping[str, Path], media: str) -> Shown:
        if media in static:
            return Shown(media, static[media], f"static/{media}")
        path = media.removeprefix(f"{FOLDER}/")
        return Shown(media, self._inputs.places[ARTICLES] / path, f"{self._site.articles}/{path}")

    def _check_images(self) -> None:
        if self._site.missing_images == "error":
            shown = self._site.articles
            lacking = [*missing_images(self._state, shown), *broken_images(self._state, shown)]
            if lacking:
                raise BuildFailed(lacking)

    def _plan(self, touched: dict[str, str], static: Mapping[str, Path], everything: str) -> None:
        """Enter the files of all touched owners: their pages, the files that are copied, and what pictures become."""
        rows = self._state.execute("SELECT owner FROM outputs WHERE owner >= 'asset:' AND owner < 'asset;'")
        before = {restored(owner) for (owner,) in rows}
        assets = {file: [file] for file in (*static, *published_media(self._state))}
        assets.update(picture_files(self._state, static))
        owners = {f"asset:{file}": files for file, files in assets.items() if files}
        for owner in owners if everything else owners.keys() - before:
            touched.setdefault(owner, everything or "it is new")
        for owner in before - owners.keys():
            touched.setdefault(owner, "it is gone")
        if f"asset:{ROBOTS}" in touched:
            touched.setdefault("robots:", touched[f"asset:{ROBOTS}"])
        files = [(owner, file) for owner, own in owners.items() if owner in touched for file in own]
        for owner in [owner for owner in touched if owner.startswith("asset:") and owner not in owners.keys() | before]:
            del touched[owner]
        if everything or self._other_records or any(owner.startswith("article:") for owner in touched):
            touched[DUMPS] = everything or "articles changed"
            files += ((DUMPS, file) for file in name_dumps(self._site))
        touched[MANIFEST] = "files changed"
        files.append((MANIFEST, MANIFEST_FILE))
        pages = self._files_of(owner for owner in touched if owner != "robots:" or ROBOTS not in static)
        enter_files(self._state, touched, (*files, *pages), self._site.articles)

    def _files_of(self, owners: Iterable[str]) -> Iterator[tuple[str, str]]:
        archive = Archive(self._state)
        for owner in owners:
            kind, _, name = owner.partition(":")
            if kind == "article":
                rows = self._state.execute("SELECT file, permalink FROM articles WHERE path = ?", (storable(name),))
                for file, permalink in rows.fetchall():
                    yield owner, file
                    yield from ((owner, redirect_file(moved)) for moved in archive.moved_to(permalink))
            elif kind not in ("asset", "data", "manifest"):
                yield from ((owner, page.file) for page in plan_pages(owner, archive, self._site, _not_read))


def _digest_row(fields: Fields | None) -> bytes:
    """The digest of an article's row of the metadata table; where in the table it stands is no part of it."""
    if not fields:
        return b""
    return digest_of(sorted((name, repr(found.value)) for name, found in fields.items()))


def _not_read(path: str) -> tuple[Article, str]:
    raise AssertionError(f"{path} is only planned")
