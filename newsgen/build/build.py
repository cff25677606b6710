"""The whole story of a build: what changed, the index brought up to date, stale pages rendered and written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsgen.archive.broken_links import broken_images, dangling_links, missing_images
from newsgen.archive.database import FOLDER, Meta, is_damage
from newsgen.archive.permalinks.ledger_table import has_news
from newsgen.build.inputs import Inputs, find_changes, name_places, scan_inputs
from newsgen.build.options import Wishes
from newsgen.build.state import forget_aside, lock_folder, open_state, set_aside
from newsgen.errors import Problem
from newsgen.images.profile import maker_digest
from newsgen.output.files import Counts, output_stamp
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
    wished = Wishes(output, **wishes)
    try:
        return _build(root, wished)
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        # What is damaged may lie anywhere in the file, and show itself late.
        return _build(root, wished, set_aside(root / FOLDER))


def _build(root: Path, wishes: Wishes, notice: str = "") -> Summary:
    with _open(root) as (folder, state, older):
        notice = notice or older
        inputs = _look(state, root)
        if not (wishes.clean or wishes.verify or wishes.renew) and inputs and _is_finished(state, inputs, root, wishes):
            return _summary(state, 0, 0, notice)
        # This needs libraries that take longer to load than the scan of a small site does.
        from newsgen.build.pipeline import rebuild

        rebuilt = rebuild(root, folder, state, wishes, inputs)
        if not notice:
            # It holds headlines of articles that may be removed by now.
            forget_aside(folder)
        return _summary(state, rebuilt.written, rebuilt.deleted, notice or rebuilt.notice)


@contextmanager
def _open(root: Path) -> Iterator[tuple[Path, sqlite3.Connection, str]]:
    """The folder of the state, held for this build alone, and the state with a notice about an older one."""
    folder = root / FOLDER
    with lock_folder(folder, str(root)):
        state, notice = open_state(folder)
        with closing(state):
            yield folder, state, notice


def _look(state: sqlite3.Connection, root: Path) -> Inputs | None:
    """Look at all inputs where they lay at the last build; None before the first."""
    articles = Meta(state).get("articles folder")
    return scan_inputs(name_places(root, str(articles), find_theme(root))) if articles else None


def _is_finished(state: sqlite3.Connection, inputs: Inputs, root: Path, wishes: Wishes) -> bool:
    """Whether the last build was ended, wrote into this output and left it as it is, and no input changed since.

    For pictures what makes them is an input too.
    """
    meta = Meta(state)
    if state.execute("SELECT 1 FROM pending LIMIT 1").fetchone():
        return False
    if meta.get("output") != output_stamp(wishes.output or root / str(meta.get("output folder"))):
        return False
    if has_news(state) and not wishes.preview:
        return False
    if state.execute("SELECT 1 FROM pictures LIMIT 1").fetchone() and meta.get("maker") != maker_digest():
        return False
    return not any(find_changes(state, inputs).values())


def _summary(state: sqlite3.Connection, written: int, deleted: int, notice: str) -> Summary:
    files = state.execute("SELECT COUNT(*) FROM outputs").fetchone()[0]
    articles = state.execute("SELECT COUNT(*) FROM articles").fetchone()[0]
    drafts = state.execute("SELECT COUNT(*) FROM sources WHERE draft").fetchone()[0]
    lacking = {"section": "section", "date": "published", "byline": "byline", "dek": "dek"}
    counts = ", ".join(f"COUNT(*) FILTER (WHERE {column} = '')" for column in lacking.values())
    blanks = state.execute(f"SELECT {counts} FROM articles WHERE position IS NOT NULL").fetchone()
    shown = str(Meta(state).get("articles folder"))
    return Summary(
        counts=Counts(written, files - written, deleted),
        articles=articles,
        blanks=dict(zip(lacking, blanks, strict=True)),
        drafts=drafts,
        missing=(*missing_images(state, shown), *broken_images(state, shown)),
        dangling=tuple(dangling_links(state, shown)),
        notice=notice,
    )
