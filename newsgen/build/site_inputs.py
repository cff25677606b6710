"""`SiteInputs`: the settings, theme and files of a site, and what of them changed since the last build."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.facts import Fact, FileChanged
from newsgen.archive.permalinks import LEDGER_FILE
from newsgen.archive.permalinks.ledger import LedgerEntry
from newsgen.archive.permalinks.ledger_file import read_ledger
from newsgen.archive.references import file_identifier
from newsgen.build import reasons
from newsgen.build.inputs import (
    ARTICLES,
    STATIC,
    TEMPLATES,
    InputSnapshot,
    input_areas,
    is_area_of,
    scan_inputs,
)
from newsgen.build.options import BuildOptions
from newsgen.build.output_folder import OutputFolder
from newsgen.build.reasons import Reason
from newsgen.build.state import State
from newsgen.errors import NewsgenError, Problem
from newsgen.images.embedded import EmbeddedFiles
from newsgen.pages.robots import ROBOTS_FILE
from newsgen.record.digests import digest_of, digest_of_bytes
from newsgen.record.paths import ARTICLE_ENDINGS, COMMENTS_ENDING, HTML_ENDINGS, METADATA, comments_path
from newsgen.record.regular_files import read_regular
from newsgen.settings.reading_file import format_learnt
from newsgen.settings.site import Site
from newsgen.settings.theme import Theme, find_theme, static_files, unfit_static_files
from newsgen.sources.attachments import MEDIA_FOLDER
from newsgen.sources.comments import owners_of
from newsgen.sources.files import pick_articles, pick_sources, unread_entry
from newsgen.sources.learning.pasted_paths import pasted_paths
from newsgen.sources.metadata_table import MetadataTable, load_metadata
from newsgen.sources.scan import Changes, FileStamp, is_file

_PATTERN_CHANGED = (
    "The new permalink of site.yaml counts for new articles; all others stay where they were published."
    " To move them too, with redirects: newsgen urls renew"
)


class ChangedLedger(NamedTuple):
    """A permalinks.tsv that is not as the last build left it: its entries, and its digest."""

    entries: list[LedgerEntry]
    digest: bytes


@dataclass(frozen=True)
class SiteInputs:
    """What a site is built from.

    `static` are the static files of the theme by their paths in the output. `changes` says what changed in each area,
    and `ledger` is None where permalinks.tsv is as the state knows it. `table` is the metadata table; its
    `problems` are told with those of the articles, so that one build lists all.
    """

    site: Site
    theme: Theme
    static: Mapping[str, Path]
    snapshot: InputSnapshot
    changes: Mapping[str, Changes]
    ledger: ChangedLedger | None
    table: MetadataTable
    problems: tuple[Problem, ...]

    @property
    def articles(self) -> Path:
        """The articles folder."""
        return self.snapshot.places[ARTICLES]

    @cached_property
    def settings_digest(self) -> bytes:
        """The digest of all settings."""
        return digest_of(self.site.model_dump_json())

    @cached_property
    def reading_digest(self) -> bytes:
        """The digest of what was learnt from the texts."""
        return digest_of(format_learnt(self.site.learnt))

    @property
    def permalink_patterns(self) -> str:
        """The patterns that make the permalinks of new articles."""
        return f"{self.site.permalink} {self.site.permalink_undated}"

    @cached_property
    def sources(self) -> list[str]:
        """All sources. Those of a large site are only picked where all of them are needed."""
        return pick_site_sources(self.snapshot, self.site)

    @property
    def edited_templates(self) -> list[str]:
        """The template files that came, changed or went."""
        areas = (change for area, change in self.changes.items() if is_area_of(TEMPLATES, area))
        return sorted({path for change in areas for path in _paths_of(change)})

    def file_facts(self) -> Iterator[Fact]:
        """The facts about images and other files that articles may show or link to."""
        for area, change in self.changes.items():
            is_beside_articles = area == ARTICLES
            for path in _paths_of(change) if is_beside_articles or is_area_of(STATIC, area) else ():
                if is_beside_articles and (path.lower().endswith(ARTICLE_ENDINGS) or path == METADATA):
                    continue
                media = f"{MEDIA_FOLDER}/{path}" if is_beside_articles else path
                yield FileChanged(path, media, (file_identifier(path), file_identifier(f"/{path}")))


def find_inputs(root: Path, site: Site, state: State, last_scan: InputSnapshot | None) -> SiteInputs:
    """The inputs of the site at `root`; `last_scan` are its files where they were just looked at.

    Raises NewsgenError for a ledger that cannot be read.
    """
    theme = find_theme(root)
    places = input_areas(root, site.articles, theme)
    # They lie elsewhere than at the last build where the settings changed.
    snapshot = last_scan if last_scan and last_scan.places == places else scan_inputs(places)
    ledger = find_changed_ledger(root, state.memo.ledger) if site.ledger else None
    table, problems = _load_table(root, site, snapshot)
    changes = state.inputs.find_changes(snapshot)
    static = {file: path for file, path in static_files(theme).items() if not (site.is_private and file == ROBOTS_FILE)}
    problems = (*problems, *unfit_static_files(static))
    return SiteInputs(site, theme, static, snapshot, changes, ledger, table, problems)


def find_changed_ledger(root: Path, known: bytes | None) -> ChangedLedger | None:
    """The ledger of the site at `root`, where its file changed since the state last saw it, or came, or went."""
    try:
        digest = digest_of_bytes(read_regular(root / LEDGER_FILE))
    except FileNotFoundError:
        digest = b""
    except OSError:
        digest = b"?"  # Reading it says in whole sentences what is wrong.
    return None if known == digest else ChangedLedger(read_ledger(root / LEDGER_FILE, LEDGER_FILE), digest)


def pick_site_sources(snapshot: InputSnapshot, site: Site) -> list[str]:
    """All sources of a site. Raises NewsgenError where there are none."""
    found = snapshot.found[ARTICLES] if snapshot.places[ARTICLES].is_dir() else None
    return pick_sources(found, snapshot.places[ARTICLES], site.articles, site.ignore)


def sources_to_read(state: State, inputs: SiteInputs, options: BuildOptions) -> list[str]:
    """The sources that are new or changed, or whose row of the table changed; all after a change of settings.

    Those whose embedded files are missing are read again too, and all pasted texts where reading.yaml changed.
    """
    reads_all = options.verify or options.reassign_permalinks or inputs.ledger
    if reads_all or state.memo.settings != inputs.settings_digest:
        return inputs.sources
    change, found = inputs.changes[ARTICLES], inputs.snapshot.found[ARTICLES]
    paths = {*change.added, *change.changed}
    # A row names its article by any spelling of the path, so that a file more or less may leave it to another article.
    if METADATA in (*paths, *change.removed) or (inputs.table.rows and (change.added or change.removed)):
        paths.update(state.sources.with_other_rows(inputs.table.rows, found))
    paths.update(_commented(change, found))
    paths.update(_holders_of_missing_files(state))
    if state.memo.reading != inputs.reading_digest:
        paths.update(pasted_paths(found))
    some = {path: found[path] for path in paths & found.keys()}
    return pick_articles(some, inputs.articles, inputs.site.ignore)


def _commented(change: Changes, found: Mapping[str, FileStamp]) -> Iterator[str]:
    """The articles whose comments came, changed or went; also where another article of their name came or went."""
    for path in _paths_of(change):
        if path.endswith(COMMENTS_ENDING):
            yield from owners_of(path, found)
    for path in (*change.added, *change.removed):
        comments = comments_path(path)
        if comments in found:
            yield from owners_of(comments, found)


def _holders_of_missing_files(state: State) -> Iterator[str]:
    """The articles into which files were written that the state's folder does not have any more."""
    holders = state.links.embedded_files()
    kept = EmbeddedFiles(state.folder).all() if holders else {}
    for media in holders.keys() - kept.keys():
        yield from holders[media]


def removed_sources(state: State, inputs: SiteInputs) -> list[str]:
    """The sources that are gone, or are ignored now."""
    change = inputs.changes[ARTICLES]
    # A page that lost its front matter is no article any more, nor is a file in whose place a link was put.
    found = inputs.snapshot.found[ARTICLES]
    is_same = not change.removed and not any(
        path.lower().endswith(HTML_ENDINGS) or not is_file(found[path]) for path in change.changed
    )
    if is_same and state.memo.settings == inputs.settings_digest:
        return []
    existing = set(inputs.sources)
    return [path for path in state.sources.paths() if path not in existing]


def why_rebuild_all(state: State, inputs: SiteInputs, output: OutputFolder) -> Reason | None:
    """The reason why every target is outdated; None where not all are."""
    is_empty = state.archive().is_empty()
    if not output.is_trusted and not (is_empty and not output.own_files):
        return reasons.UNTRUSTED_OUTPUT
    if state.memo.settings not in (None, inputs.settings_digest):
        return reasons.SETTINGS_CHANGED
    if is_empty:
        return reasons.FIRST_BUILD
    return reasons.LEDGER_CHANGED if inputs.ledger else None


def pattern_notice(state: State, inputs: SiteInputs, options: BuildOptions) -> str:
    """What whoever changed the pattern of permalinks should know; "" where it is as before."""
    if not inputs.site.ledger or options.reassign_permalinks:
        return ""
    return "" if state.memo.permalink_patterns in (None, inputs.permalink_patterns) else _PATTERN_CHANGED


def save_inputs(state: State, inputs: SiteInputs) -> None:
    """Record what the index is made from now, with which the next build compares."""
    state.inputs.save(inputs.snapshot, inputs.changes)
    state.memo.settings = inputs.settings_digest
    state.memo.reading = inputs.reading_digest
    state.memo.permalink_patterns = inputs.permalink_patterns
    state.memo.output_folder = inputs.site.output
    state.memo.articles_folder = inputs.site.articles
    state.memo.skipped_findings = json.dumps(inputs.site.check.skipped)


def _load_table(root: Path, site: Site, snapshot: InputSnapshot) -> tuple[MetadataTable, tuple[Problem, ...]]:
    if METADATA not in snapshot.found[ARTICLES]:
        return MetadataTable({}), ()
    if not is_file(stamp := snapshot.found[ARTICLES][METADATA]):
        return MetadataTable({}), (unread_entry(f"{site.articles}/{METADATA}", stamp),)
    try:
        return load_metadata(root, site, set(pick_site_sources(snapshot, site))), ()
    except NewsgenError as failed:
        return MetadataTable({}), failed.problems


def _paths_of(change: Changes) -> Iterator[str]:
    yield from (*change.added, *change.changed, *change.removed)
