"""Launch the executor that a build names, where work is too much for one process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

from newsgen.archive.snapshots import save_snapshot
from newsgen.build.remote import problems
from newsgen.build.remote.shared_job import index_snapshot, publish_job, with_snapshot
from newsgen.build.state import State
from newsgen.build.workers.executors import TaskExecutor
from newsgen.build.workers.worker import Job
from newsgen.errors import NewsgenError

DASK = "dask:"


def find_launch(executor: str, state: State, job: Job) -> Callable[[], TaskExecutor] | None:
    """What launches the executor of this name for a job; None for "", which means processes of this machine."""
    return partial(_launch_dask, executor.removeprefix(DASK), state, job) if executor else None


def _launch_dask(address: str, state: State, job: Job) -> TaskExecutor:
    if sys.platform == "win32":
        raise NewsgenError([problems.no_lock_on_windows()])
    # It takes a second to import, and is an extra.
    from newsgen.build.remote.dask_executor import DaskExecutor

    file = index_snapshot(state.folder)
    shared = publish_job(with_snapshot(job, file))
    if not state.connection.in_transaction:
        # Within a transaction no task reads the index, which is not final before its end.
        save_snapshot(state.connection, file)
    return DaskExecutor(address, shared)
