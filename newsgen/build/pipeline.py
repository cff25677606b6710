"""A build in which something changed: the index is brought up to date, then stale pages are rendered and written."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.database import BuildMemo, is_corruption, state_file, transaction
from newsgen.archive.images import known_images, part_sources
from newsgen.archive.links import published_media
from newsgen.build.inputs import ARTICLES, InputSnapshot, find_changes, input_areas, scan_inputs
from newsgen.build.ledger import find_changed_ledger, publish_ledger
from newsgen.build.options import BuildOptions
from newsgen.build.stages.index import Update
from newsgen.build.stages.try_templates import check_changed_templates, save_template_digests
from newsgen.build.stages.write import write_outputs
from newsgen.build.state import drop_spooled, reset
from newsgen.build.workers.breadcrumbs import clear_breadcrumbs, read_breadcrumbs
from newsgen.build.workers.pool import MIN_PARALLEL_WORK, WorkerDied, open_executor, resolve_worker_count, terminate
from newsgen.build.workers.spool import clear_spools
from newsgen.build.workers.worker import Job
from newsgen.errors import BuildInterrupted, NewsgenError, Problem
from newsgen.images.cache import ImageCache
from newsgen.output.files import delete_files, folder_stamp, prepare_folder, read_own_files, refuse_foreign
from newsgen.output.register import adopt_existing, count_pending, new_files, present_files
from newsgen.settings.site import load_site
from newsgen.settings.theme import find_theme, static_files
from newsgen.sources.attachments import FOLDER


class BuildResult(NamedTuple):
    """How many files were written and how many deleted, and what whoever builds should know ("": nothing)."""

    written: int
    deleted: int
    notice: str


def run_pipeline(
    root: Path, folder: Path, state: sqlite3.Connection, wishes: BuildOptions, seen: InputSnapshot | None = None
) -> BuildResult:
    """Build what is stale.

    `folder` is the state's, and `seen` the inputs where they were looked at a moment ago.

    Raises BuildFailed with every problem of the input, before anything is written, and BuildStopped where something
    stood in the way later.
    """
    site, theme = load_site(root), find_theme(root)
    static = static_files(theme)
    target = wishes.output or root / site.output
    strange = wishes.verify or BuildMemo(state).get("output") != folder_stamp(target)
    ours = read_own_files(target) if strange or wishes.clean else None
    if wishes.clean:
        with transaction(state):
            reset(state)
    places = input_areas(root, site.articles, theme)
    inputs = seen if seen and seen.places == places else scan_inputs(places)
    ledger = find_changed_ledger(state, root) if site.ledger else None
    update = Update(root, state, inputs, find_changes(state, inputs), site, theme, ledger)
    try_all = update.tries_templates
    stale = update.stale_sources(wishes)
    job = Job(root, target, site, theme, update.rows, state_file(folder), folder, len(stale) >= MIN_PARALLEL_WORK)
    with _temporary_files(folder):
        processes = partial(_processes, job, wishes)
        with _as_build_errors(job, NewsgenError), transaction(state):
            drop_spooled(state)
            if strange and not wishes.clean:
                adopt_existing(state, target, ours or ())
            update.apply(stale, processes, static, strange, wishes)
            _check_places(state, target, ours)
            if try_all:
                check_changed_templates(job, state)
            prepare_folder(target)
        notice = update.notice
        # The paths of a large archive take more memory than all that is still to come, in every process.
        del update, inputs, stale, seen
        cache = ImageCache(folder)
        with _as_build_errors(job, BuildInterrupted), processes(count_pending(state)) as (executor, count):
            if site.ledger and not wishes.preview:
                publish_ledger(state, root)
            delete_files(target, ours or () if wishes.clean else ())
            assets = {**static, **_media(state, places[ARTICLES]), **dict(part_sources(state, cache))}
            written, gone = write_outputs(state, job, assets, executor, count, wishes)
    cache.keep_only({made.key for made in known_images(state).values() if made.key})
    with transaction(state):
        drop_spooled(state)
        if try_all:
            save_template_digests(job, state)
        BuildMemo(state).put("output", folder_stamp(target))
    return BuildResult(written, gone + (len(ours or ()) if wishes.clean else 0), notice)


def _check_places(state: sqlite3.Connection, output: Path, ours: Collection[str] | None) -> None:
    """Raise BuildFailed where something of somebody else's is in the place of a new file.

    What is newsgen's own is only asked for where anything is in the way at all.
    """
    fresh = new_files(state)
    try:
        refuse_foreign(output, fresh, ())
    except NewsgenError:
        refuse_foreign(output, fresh, present_files(state) if ours is None else ours)


@contextmanager
def _temporary_files(folder: Path) -> Iterator[None]:
    """Nothing that the processes wrote into the state's folder stays there; nor what those of a killed build did."""
    try:
        clear_spools(folder)
        clear_breadcrumbs(folder)
        yield
    finally:
        clear_spools(folder)
        clear_breadcrumbs(folder)


@contextmanager
def _processes(job: Job, wishes: BuildOptions, work: int) -> Iterator[tuple[Executor, int]]:
    """The processes for so many articles or owners of pages, and their number; they end with the work."""
    count = resolve_worker_count(wishes.workers) if wishes.workers != "auto" or work >= MIN_PARALLEL_WORK else 1
    executor = open_executor(count, job, wishes.start_method)
    try:
        yield executor, count
    except BaseException:
        terminate(executor)
        raise
    finally:
        executor.shutdown()


@contextmanager
def _as_build_errors(job: Job, failure: type[NewsgenError]) -> Iterator[None]:
    """Tell of a process that died what it held, and of everything that went wrong as this kind of failure."""
    try:
        yield
    except WorkerDied:
        held = read_breadcrumbs(job.spool) or ["newsgen"]
        raise failure(_worker_died(name) for name in held) from None
    except NewsgenError as failed:
        raise failure(failed.problems) from None
    except (OSError, sqlite3.Error) as error:
        if is_corruption(error):
            raise
        raise failure([_unwritable(job.spool, error)]) from None


def _unwritable(folder: Path, error: Exception) -> Problem:
    return Problem(
        str(folder),
        0,
        f"cannot be written: {getattr(error, 'strerror', None) or error}",
        "newsgen keeps there what it needs during a build.",
        "Make the folder writable and free some space.",
    )


def _worker_died(name: str) -> Problem:
    return Problem(
        name,
        0,
        "a worker process ended while it held this",
        "The system may have been short of memory, or a library crashed.",
        "Build again; if it ends so again, --workers 1 shows more.",
    )


def _media(state: sqlite3.Connection, articles: Path) -> dict[str, Path]:
    """The files beside the articles that are copied as they are, by their place in the output."""
    beside = (file for file in published_media(state) if file.startswith(f"{FOLDER}/"))
    return {file: articles / file.removeprefix(f"{FOLDER}/") for file in beside}
