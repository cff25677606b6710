"""The whole story of a build: what changed, the index brought up to date, stale pages rendered and written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsgen.archive.broken_links import broken_images, dangling_links, missing_images
from newsgen.archive.database import FOLDER, BuildMemo, is_corruption
from newsgen.archive.permalinks.ledger_table import has_unpublished
from newsgen.build.inputs import InputSnapshot, find_changes, input_areas, scan_inputs
from newsgen.build.options import BuildOptions
from newsgen.build.state import drop_quarantined, lock_folder, open_state, quarantine
from newsgen.errors import Problem
from newsgen.images.profile import image_code_digest
from newsgen.output.files import Counts, folder_stamp
from newsgen.settings.theme import find_theme


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did, how many articles the site has, how many of them lack a field, and notes for the editor."""

    counts: Counts
    articles: int
    blanks: Mapping[str, int]
    drafts: int
    missing: tuple[Problem, ...]
    dangling: tuple[Problem, ...]
    notice: str


def build_site(root: Path, output: Path | None = None, **wishes: Any) -> Summary:
    """Build the site of a folder; `output` overrides site.yaml's, and `wishes` are those of `newsgen.wishes`.

    Raises BuildFailed with every problem of the input, before anything is written, and BuildStopped where something
    stood in the way later.
    """
    wished = BuildOptions(output, **wishes)
    try:
        return _build(root, wished)
    except sqlite3.DatabaseError as error:
        if not is_corruption(error):
            raise
        # What is damaged may lie anywhere in the file, and show itself late.
        return _build(root, wished, quarantine(root / FOLDER))


def _build(root: Path, wishes: BuildOptions, notice: str = "") -> Summary:
    with _open(root) as (folder, state, older):
        notice = notice or older
        inputs = _scan_last_inputs(state, root)
        if (
            not (wishes.clean or wishes.verify or wishes.renew)
            and inputs
            and _is_up_to_date(state, inputs, root, wishes)
        ):
            return _summary(state, 0, 0, notice)
        # This needs libraries that take longer to load than the scan of a small site does.
        from newsgen.build.pipeline import run_pipeline

        rebuilt = run_pipeline(root, folder, state, wishes, inputs)
        if not notice:
            # It holds headlines of articles that may be removed by now.
            drop_quarantined(folder)
        return _summary(state, rebuilt.written, rebuilt.deleted, notice or rebuilt.notice)


@contextmanager
def _open(root: Path) -> Iterator[tuple[Path, sqlite3.Connection, str]]:
    """The folder of the state, held for this build alone, and the state with a notice about an older one."""
    folder = root / FOLDER
    with lock_folder(folder, str(root)):
        state, notice = open_state(folder)
        with closing(state):
            yield folder, state, notice


def _scan_last_inputs(state: sqlite3.Connection, root: Path) -> InputSnapshot | None:
    """Look at all inputs where they lay at the last build; None before the first."""
    articles = BuildMemo(state).get("articles folder")
    return scan_inputs(input_areas(root, str(articles), find_theme(root))) if articles else None


def _is_up_to_date(state: sqlite3.Connection, inputs: InputSnapshot, root: Path, wishes: BuildOptions) -> bool:
    """Whether the last build was ended, wrote into this output and left it as it is, and no input changed since.

    For pictures what makes them is an input too.
    """
    meta = BuildMemo(state)
    if state.execute("SELECT 1 FROM pending LIMIT 1").fetchone():
        return False
    if meta.get("output") != folder_stamp(wishes.output or root / str(meta.get("output folder"))):
        return False
    if has_unpublished(state) and not wishes.preview:
        return False
    if state.execute("SELECT 1 FROM pictures LIMIT 1").fetchone() and meta.get("maker") != image_code_digest():
        return False
    return not any(find_changes(state, inputs).values())


def _summary(state: sqlite3.Connection, written: int, deleted: int, notice: str) -> Summary:
    files = state.execute("SELECT COUNT(*) FROM outputs").fetchone()[0]
    articles = state.execute("SELECT COUNT(*) FROM articles").fetchone()[0]
    drafts = state.execute("SELECT COUNT(*) FROM sources WHERE draft").fetchone()[0]
    lacking = {"section": "section", "date": "published", "byline": "byline", "dek": "dek"}
    counts = ", ".join(f"COUNT(*) FILTER (WHERE {column} = '')" for column in lacking.values())
    blanks = state.execute(f"SELECT {counts} FROM articles WHERE position IS NOT NULL").fetchone()
    shown = str(BuildMemo(state).get("articles folder"))
    return Summary(
        counts=Counts(written, files - written, deleted),
        articles=articles,
        blanks=dict(zip(lacking, blanks, strict=True)),
        drafts=drafts,
        missing=(*missing_images(state, shown), *broken_images(state, shown)),
        dangling=tuple(dangling_links(state, shown)),
        notice=notice,
    )
