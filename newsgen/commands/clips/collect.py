"""Build the site of one author's articles, with all of them on one page for print, in a new folder."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from newsgen.archive.archive import Archive
from newsgen.archive.database import open_last_build
from newsgen.build.build import build_site
from newsgen.build.job import make_job
from newsgen.build.options import BuildOptions, OnProgress, ignore_progress
from newsgen.build.site_inputs import find_inputs
from newsgen.build.state import State, hold_state
from newsgen.build.tasks.read import load_story
from newsgen.build.workers.worker import Worker
from newsgen.commands.clips.authors import AuthorWork, by_others, collect_bylines, find_work
from newsgen.commands.clips.copy_sources import copy_site
from newsgen.commands.clips.outside_links import lead_links_on
from newsgen.errors import NewsgenError, Problem, unwritable
from newsgen.output.manifest import MANIFEST_FILE, PARTS_FOLDER
from newsgen.output.own_files import OWN_FILES
from newsgen.pages.clips import plan_clips
from newsgen.pages.story import plan_story
from newsgen.record.names import safe_name
from newsgen.settings.site import Site, load_site

# What tells programs of a site at its address, where the collection is not.
_NOT_COLLECTED = ("sitemap*.xml", "robots.txt", MANIFEST_FILE, OWN_FILES)


class Collected(NamedTuple):
    """The names of the author, how many articles there are, how many of them are by others too, and the folder."""

    names: tuple[str, ...]
    articles: int
    shared: int
    folder: Path


def collect_clips(
    root: Path,
    names: Sequence[str],
    folder: Path | None = None,
    workers: str = "auto",
    on_progress: OnProgress = ignore_progress,
) -> Collected:
    """Collect the listed articles by any of some names, as the last build has them.

    They are read again by the rules of a public build, so that nothing is shown which that would not show. Raises
    NewsgenError before anything is written into the folder, which is new or empty.
    """
    site = load_site(root)
    with (
        open_last_build(root, "It says which articles are whose.") as state,
        TemporaryDirectory("newsgen-clips") as made,
    ):
        archive = Archive(state)
        work = find_work(archive, names)
        target = folder or root / "clips" / safe_name(work.names[0].lower().replace(" ", "-"))
        _refuse_used(target)
        _refuse_inside(target, root, site)
        shared = by_others(work.names, collect_bylines(archive, work.paths))
        copy = Path(made)
        copy_site(root, site, state, work.paths, copy)
        build_site(copy, BuildOptions(workers=workers, on_progress=on_progress))
        articles = _finish(copy, work, state)
        _move(copy / load_site(copy).output, target)
    return Collected(work.names, articles, shared, target)


def _refuse_used(target: Path) -> None:
    try:
        is_used = target.exists() and (not target.is_dir() or any(target.iterdir()))
    except OSError as error:
        raise NewsgenError([_unwritable(target, error)]) from None
    if is_used:
        message, reason = "is there already, and is not empty", "newsgen overwrites nothing that it did not make."
        raise NewsgenError([Problem(str(target), 0, message, reason, "Name a new folder, or empty this one.")])


def _refuse_inside(target: Path, root: Path, site: Site) -> None:
    """Raise NewsgenError where the next build would read or delete what is collected."""
    place = target.resolve()
    for name in (site.articles, site.output, "templates", "static"):
        folder = (root / name).resolve()
        if place == folder or folder in place.parents:
            message, reason = f"lies in the folder {name} of the site", "The next build would take it for its own."
            raise NewsgenError([Problem(str(target), 0, message, reason, "Name a folder beside it.")])


def _finish(root: Path, work: AuthorWork, archive: sqlite3.Connection) -> int:
    """Lead links on to the archive, and write the page of all articles into the output; how many they are."""
    site: Site = load_site(root)
    with hold_state(root) as (state, _):
        inputs = find_inputs(root, site, State(state.folder, state.connection), None)
        job = make_job(inputs, root / site.output, state.folder, uses_spool=False)
        worker = Worker(job, state=state.connection)
        changed = lead_links_on(state.connection, archive, site.url)
        stories = (plan_story(path, worker.archive, site) for path in sorted(changed))
        for page in chain(*stories, plan_clips(work.names, worker.archive, site)):
            (job.output / page.file).write_bytes(worker.renderer.render(page, partial(load_story, worker)))
        return worker.archive.count()


def _move(output: Path, target: Path) -> None:
    for pattern in _NOT_COLLECTED:
        for file in output.glob(pattern):
            file.unlink()
    try:
        shutil.copytree(output, target, ignore=shutil.ignore_patterns(PARTS_FOLDER), dirs_exist_ok=True)
    except (OSError, shutil.Error) as error:
        raise NewsgenError(
            [_unwritable(target, error if isinstance(error, OSError) else OSError(str(error)))]
        ) from None


def _unwritable(target: Path, error: OSError) -> Problem:
    return unwritable(target, error, "The articles could not be put there.", "Name another folder, or make space.")
