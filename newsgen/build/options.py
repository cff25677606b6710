"""Options of one build."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

# Called with each file that is written, and the reason.
OnWritten = Callable[[str, str], None]
# Called with a phase, how much of it is done, and how much there is to do.
OnProgress = Callable[[str, int, int], None]


def ignore_written(file: str, reason: str) -> None:
    """Ignore a written file."""


def ignore_progress(phase: str, done: int, total: int) -> None:
    """Ignore progress."""


class BuildOptions(NamedTuple):
    """Options of one build.

    `output` overrides site.yaml's folder, `clean` builds all of it again, `verify` looks into every source and page,
    `workers` is a number of processes or "auto", and `start_method` how they are started (None: as the system does).
    `on_written` is called with each file that is written, `on_progress` with the progress. A `preview` publishes no
    permalinks, `strict` refuses a site with findings, and `reassign_permalinks` moves articles to where the pattern of
    site.yaml puts them today. A `private` build makes a site for the newsroom, which has what is withheld; it has an
    output and a state of its own, and is a preview. An `executor` works in place of this machine's processes ("": they
    do): "dask:" and the address of a scheduler. A build that `joins` takes what is read from the parts of a plan.
    """

    output: Path | None = None
    clean: bool = False
    verify: bool = False
    workers: str = "auto"
    start_method: str | None = None
    on_written: OnWritten = ignore_written
    on_progress: OnProgress = ignore_progress
    preview: bool = False
    strict: bool = False
    reassign_permalinks: bool = False
    private: bool = False
    executor: str = ""
    joins: bool = False
