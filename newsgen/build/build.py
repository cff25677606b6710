"""`build_site`: a quick look whether anything changed, then the pipeline, and the summary."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsgen.archive.checksum import forget_checksum, is_changed
from newsgen.archive.database import FOLDER, PRIVATE_FOLDER, state_file
from newsgen.build.damaged_state import drop_quarantined, is_damaged, quarantine
from newsgen.build.inputs import InputSnapshot, input_areas, scan_inputs
from newsgen.build.options import BuildOptions
from newsgen.build.site_findings import find_site_findings, refuse_findings
from newsgen.build.state import State, hold_state
from newsgen.errors import BuildLocked, Finding
from newsgen.images.profile import image_code_digest
from newsgen.output.files import Counts
from newsgen.output.own_files import folder_stamp
from newsgen.settings.theme import find_theme


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did, and what an editor should know of the site.

    `articles_without` counts the listed articles that lack a section, date, byline or dek, and `unpublished` the
    sources that are left out, by their status. `findings` did not stop the build.
    """

    counts: Counts
    articles: int
    articles_without: Mapping[str, int]
    unpublished: Mapping[str, int]
    findings: tuple[Finding, ...]
    warning: str


def build_site(root: Path, options: BuildOptions = BuildOptions()) -> Summary:  # noqa: B008 - it is immutable
    """Build the site of a folder.

    Raises NewsgenError with every problem of the input, before anything is written, and BuildInterrupted where writing
    failed.
    """
    if options.private:
        options = options._replace(preview=True)
    try:
        return _build(root, options)
    except BuildLocked:
        raise
    except Exception as error:
        # What is damaged may lie anywhere in the file, and show itself late and in any way.
        if not is_damaged(root / _state_folder(options), error):
            raise
        return _build(root, options, quarantine(root / _state_folder(options)))


def _build(root: Path, options: BuildOptions, warning: str = "") -> Summary:
    with hold_state(root, _state_folder(options)) as (state, notice):
        warning = warning or notice
        scan = _scan_last_inputs(state, root)
        does_all = options.joins or options.clean or options.verify or options.reassign_permalinks
        if scan and not does_all and _is_up_to_date(state, scan, root, options):
            summary = _summary(state, 0, 0, warning)
            if options.strict:
                refuse_findings(summary.findings)
            return summary
        # This needs libraries that take longer to load than the scan of a small site does.
        from newsgen.build.pipeline import run_pipeline

        file = state_file(state.folder)
        if is_changed(file):
            raise sqlite3.DatabaseError
        forget_checksum(file)
        result = run_pipeline(root, state, options, scan)
        if not warning:
            # It holds headlines of articles that may be removed by now.
            drop_quarantined(state.folder)
        return _summary(state, result.written, result.deleted, warning or result.notice)


def _state_folder(options: BuildOptions) -> str:
    return PRIVATE_FOLDER if options.private else FOLDER


def _scan_last_inputs(state: State, root: Path) -> InputSnapshot | None:
    """The input files where they lay at the last build; None before the first."""
    articles = state.memo.articles_folder
    return scan_inputs(input_areas(root, articles, find_theme(root))) if articles else None


def _is_up_to_date(state: State, scan: InputSnapshot, root: Path, options: BuildOptions) -> bool:
    """Whether the last build was ended, wrote into this output and left it as it is, and no input changed since.

    What makes images is an input too.
    """
    memo = state.memo
    if not state.pending.is_empty():
        return False
    if memo.output != folder_stamp(options.output or root / str(memo.output_folder)):
        return False
    if memo.has_unpublished and not options.preview:
        return False
    if not state.images.is_empty() and memo.image_code != image_code_digest():
        return False
    return not any(state.inputs.find_changes(scan).values())


def _summary(state: State, written: int, deleted: int, warning: str) -> Summary:
    folder = str(state.memo.articles_folder)
    return Summary(
        counts=Counts(written, state.register.count_files() - written, deleted),
        articles=state.articles.count(),
        articles_without=state.articles.count_blanks(),
        unpublished=state.sources.count_unpublished(),
        findings=tuple(find_site_findings(state, folder, json.loads(state.memo.skipped_findings or "{}"))),
        warning=warning,
    )
