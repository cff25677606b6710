"""A process of another machine: it works off batches of published jobs, one at a time, with tools that it keeps."""

from __future__ import annotations

import gc
import socket
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from newsgen.build.remote.shared_job import OtherEngine, SharedJob, load_job
from newsgen.build.remote.work_lock import NotShared, working_on
from newsgen.build.workers.breadcrumbs import Breadcrumb
from newsgen.build.workers.executors import Closable, Task
from newsgen.errors import NewsgenError, Problem


class Outcome(NamedTuple):
    """What a task returned, or what it raised."""

    value: Any
    error: Exception | None = None


class _Opened(NamedTuple):
    """The tools of this process, the job that they are for, and the process's breadcrumb."""

    job: SharedJob
    tools: Closable
    breadcrumb: Breadcrumb


# A process may have several threads; its tools are for one.
_turn = threading.Lock()
_opened: _Opened | None = None


def run_remote_batch(job: SharedJob, task: Task, batch: Sequence[Any]) -> Outcome:
    """Work off a batch of a published job."""
    with _turn:
        try:
            with working_on(job.folder, job.name):
                opened = _open(job)
                value = task(opened.tools, batch)
                opened.breadcrumb.record("")
                return Outcome(value)
        except NotShared:
            return Outcome(None, NewsgenError([_not_shared(job.folder)]))
        except OtherEngine:
            return Outcome(None, NewsgenError([_other_engine()]))
        except Exception as error:
            return Outcome(None, error)


def close_tools() -> None:
    """Close what this process has open; a later batch opens it again."""
    global _opened
    with _turn:
        if _opened:
            _opened.tools.close()
            _opened.breadcrumb.clear()
            _opened = None
            gc.collect()


def _open(job: SharedJob) -> _Opened:
    global _opened
    if _opened and _opened.job == job:
        return _opened
    if _opened:
        _opened.tools.close()
        _opened.breadcrumb.clear()
        _opened = None
    open_tools = load_job(job)
    breadcrumb = Breadcrumb(job.folder)
    _opened = _Opened(job, open_tools(breadcrumb), breadcrumb)
    return _opened


def _not_shared(folder: Path) -> Problem:
    message = f"has no {folder}, or another one than the machine that builds"
    reason = "Its pages would not be part of the site."
    return Problem(socket.gethostname(), 0, message, reason, "Mount the site's folder there at the same path.")


def _other_engine() -> Problem:
    message = "has another newsgen, other libraries or other templates than the machine that builds"
    reason = "Its pages would have other bytes."
    fix = "Install the same there, at the same path, and start its workers again."
    return Problem(socket.gethostname(), 0, message, reason, fix)
