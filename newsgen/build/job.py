"""Make the job of a site's inputs, for the processes of a build and for a check that renders pages."""

from __future__ import annotations

from pathlib import Path

from newsgen.archive.database import state_file
from newsgen.build.site_inputs import SiteInputs
from newsgen.build.workers.worker import Job
from newsgen.pages.robots import ROBOTS_FILE


def make_job(inputs: SiteInputs, output: Path, folder: Path, uses_spool: bool) -> Job:
    """The job of working on these inputs for an output folder; `folder` is the state's."""
    return Job(
        articles=inputs.articles,
        output=output,
        site=inputs.site,
        theme=inputs.theme,
        rows=inputs.table.rows,
        database=state_file(folder),
        folder=folder,
        uses_spool=uses_spool,
        has_own_robots=ROBOTS_FILE in inputs.static,
    )
