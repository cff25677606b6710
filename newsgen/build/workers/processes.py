"""The executor of one machine: processes that this one starts, and that end with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import Any

from newsgen.build.workers.breadcrumbs import Breadcrumb
from newsgen.build.workers.executors import OpenTools, Task, WorkerDied
from newsgen.record.worker_process import become_worker, count_cores

# This process's tools.
_tools: Any = None


class ProcessExecutor:
    """Runs tasks in a number of processes. When one of them dies, all end; `folder` holds their breadcrumbs."""

    def __init__(self, open_tools: OpenTools, folder: Path, count: int, start_method: str | None) -> None:
        context = multiprocessing.get_context(start_method)
        self._count = count
        self._executor = ProcessPoolExecutor(
            count, mp_context=context, initializer=_start_process, initargs=(open_tools, folder)
        )

    def capacity(self) -> int:
        """The number of processes."""
        return self._count

    def submit(self, task: Task, batch: Sequence[Any]) -> _PendingBatch:
        """Have a batch worked off by any process."""
        return _PendingBatch(self._executor, self._executor.submit(_run, task, batch))

    def end(self) -> None:
        """End the processes when they have nothing to do any more."""
        self._executor.shutdown()

    def terminate(self) -> None:
        """End all processes at once, whatever they hold."""
        for process in list((getattr(self._executor, "_processes", None) or {}).values()):
            process.terminate()
        self._executor.shutdown(wait=False, cancel_futures=True)


class _PendingBatch:
    """The result of a batch that a process may be working on."""

    def __init__(self, executor: ProcessPoolExecutor, future: Future[Any]) -> None:
        self._executor = executor
        self._future = future

    def result(self) -> Any:
        """Wait for the result. Raises what the task raised, and WorkerDied."""
        try:
            return self._future.result()
        except BrokenProcessPool:
            # The others clear their breadcrumbs while they end, which is not waited for after `terminate`.
            self._executor.shutdown()
            raise WorkerDied from None


def resolve_worker_count(workers: str) -> int:
    """The number of processes that "auto" or a number means on this machine."""
    return count_cores() if workers == "auto" else max(1, int(workers))


def _run(task: Task, batch: Sequence[Any]) -> Any:
    return task(_tools, batch)


def _start_process(open_tools: OpenTools, folder: Path) -> None:
    global _tools
    become_worker()
    breadcrumb = Breadcrumb(folder)
    # When one process dies, the executor ends the others; what they worked on is not to blame.
    signal.signal(signal.SIGTERM, partial(_leave, breadcrumb))
    _tools = open_tools(breadcrumb)


def _leave(breadcrumb: Breadcrumb, number: int, frame: object) -> None:
    breadcrumb.clear()
    os._exit(0)
