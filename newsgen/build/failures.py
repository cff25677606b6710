"""Failures of a build other than problems of its input: a worker that died, a full disk, what a killed build left."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from newsgen.archive.database import is_corruption
from newsgen.build.remote.shared_job import withdraw_job
from newsgen.build.workers.breadcrumbs import clear_breadcrumbs, read_breadcrumbs
from newsgen.build.workers.executors import WorkerDied
from newsgen.build.workers.spool import clear_spools
from newsgen.errors import NewsgenError, Problem, unwritable


@contextmanager
def temporary_files(folder: Path) -> Iterator[None]:
    """Remove what processes write into the state's folder, before the block what a killed build left, and after it.

    Raises NewsgenError where a process of another machine is still at work for that build.
    """
    withdraw_job(folder)
    try:
        clear_spools(folder)
        clear_breadcrumbs(folder)
        yield
    finally:
        # What ended the build is told, and the next one waits for who is still at work.
        with suppress(NewsgenError, OSError):
            withdraw_job(folder)
        clear_spools(folder)
        clear_breadcrumbs(folder)


@contextmanager
def as_build_errors(failure: type[NewsgenError], folder: Path) -> Iterator[None]:
    """Raise what goes wrong in the block as a failure of this kind; `folder` is the state's.

    A process that died is reported with what it worked on.
    """
    try:
        yield
    except WorkerDied as died:
        items = died.held or read_breadcrumbs(folder) or ["newsgen"]
        raise failure(_worker_died(name) for name in items) from None
    except NewsgenError as failed:
        raise failure(failed.problems) from None
    except (OSError, sqlite3.Error) as error:
        if is_corruption(error):
            raise
        reason, fix = (
            "newsgen keeps there what it needs during a build.",
            "Make the folder writable and free some space.",
        )
        raise failure([unwritable(folder, error, reason, fix)]) from None


def _worker_died(name: str) -> Problem:
    return Problem(
        name,
        0,
        "a worker process ended while it held this",
        "The system may have been short of memory, or a library crashed.",
        "Build again; if it ends so again, --workers 1 shows more.",
    )
