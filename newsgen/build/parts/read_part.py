"""Read a part of a plan, on any machine that has the plan and the articles, and write what was read into its file."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import NamedTuple

from newsgen.build.failures import as_build_errors
from newsgen.build.options import BuildOptions
from newsgen.build.parts import problems
from newsgen.build.parts.part_file import PartHeader, PartWriter, part_file
from newsgen.build.parts.plan import FOLDER, Plan, find_changes, load_plan
from newsgen.build.stages.read import READ_BATCH
from newsgen.build.tasks.read import read_articles
from newsgen.build.workers.pool import Pool
from newsgen.build.workers.spool import Spool
from newsgen.build.workers.worker import Job, Worker
from newsgen.errors import NewsgenError
from newsgen.images.embedded import EmbeddedFiles
from newsgen.record.process_names import process_name
from newsgen.settings.theme import Theme


class PartReading(NamedTuple):
    """A part that was read: its number of sources, and its file."""

    sources: int
    file: Path


def read_part(root: Path, folder: Path, number: int, options: BuildOptions) -> PartReading:
    """Read a part of the plan in a state's folder.

    Raises NewsgenError where there is no such part, where it was read already, or a source changed since the plan. What
    is wrong with its articles is part of what was read, and told when the parts are joined.
    """
    plan = load_plan(folder)
    if not 1 <= number <= len(plan.parts):
        raise NewsgenError([problems.no_such_part(folder / FOLDER / "plan", number, len(plan.parts))])
    file = part_file(folder / FOLDER, number)
    if file.exists():
        raise NewsgenError([problems.done_already(file, number)])
    articles, sources = root / plan.site.articles, plan.parts[number - 1]
    changed = [problems.source_changed(plan.site.articles, path) for path in find_changes(plan, articles, sources)]
    if changed:
        raise NewsgenError(changed)
    work = folder / FOLDER / f"work-{process_name()}"
    with as_build_errors(NewsgenError, work):
        try:
            work.mkdir()
            paths = [one.path for one in sources]
            job = _make_job(plan, articles, work, paths)
            _read(job, paths, PartWriter(file, PartHeader(plan.name, number)), options)
        finally:
            shutil.rmtree(work, ignore_errors=True)
    return PartReading(len(sources), file)


def _read(job: Job, paths: list[str], writer: PartWriter, options: BuildOptions) -> None:
    pool = Pool(partial(Worker, job), job.folder, options.workers, options.start_method)
    spool = Spool(job.folder)
    done = 0
    with writer, pool.running(len(paths)):
        for batch in pool.map(read_articles, paths, READ_BATCH):
            for result in batch:
                writer.add_result(result, spool.get_bytes(result.spooled) if result.spooled else b"")
            done += len(batch)
            options.on_progress("reading", done, len(paths))
        for file in EmbeddedFiles(job.folder).all().values():
            writer.add_file(file.name, file.read_bytes())
    spool.close()


def _make_job(plan: Plan, articles: Path, work: Path, paths: list[str]) -> Job:
    """A job of reading: there is no index, and nothing is rendered."""
    return Job(
        articles=articles,
        output=work,
        site=plan.site,
        theme=Theme((), ()),
        rows={path: plan.rows[path] for path in paths if path in plan.rows},
        database=work / "no-index",
        folder=work,
        uses_spool=True,
        has_own_robots=False,
    )
