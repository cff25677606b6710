"""Processes to share the work: an executor for whatever is asked, and batches through it in order.

Nothing here knows what the work is, but that a `Worker` is made from a job in each process.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from newsgen.build.workers.breadcrumbs import Breadcrumb
from newsgen.build.workers.worker import ImageSource, Job, Worker
from newsgen.output.dumps.chunks import Chunk

# Below so many articles or owners of pages, starting processes takes longer than they save.
MIN_PARALLEL_WORK = 400
# New objects after which Python looks for rubbish; 700 is its own figure, for programs that live on.
_GARBAGE_THRESHOLD = 20_000
# Seconds between two looks whether the parent is there still.
_LOOK = 0.5
# Batches that wait for each process: enough to keep it busy, few enough to keep memory small.
_AHEAD = 3
_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
# Answers an executor for so much work, told in articles to read, and the number of its processes; it ends with it.
Processes = Callable[[int], AbstractContextManager[tuple[Executor, int]]]
_worker: Worker | None = None


class WorkerDied(Exception):
    """A process of the executor ended that had work to do; `newsgen.held` tells which. The others have ended too."""


class SerialExecutor(Executor):
    """Does the work where it stands, one thing after the other."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Call the function now; the future is done."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let go of what this process's worker holds."""
        global _worker
        if _worker:
            _worker.close()
            _worker = None


def resolve_worker_count(wanted: str) -> int:
    """How many processes "auto" or a number means on this machine."""
    if wanted != "auto":
        return max(1, int(wanted))
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def open_executor(count: int, job: Job, start_method: str | None = None) -> Executor:
    """An executor of so many processes, each with a worker for the job; one works in this process."""
    if count == 1:
        _start(job)
        return SerialExecutor()
    context = multiprocessing.get_context(start_method)
    return ProcessPoolExecutor(count, mp_context=context, initializer=_start_apart, initargs=(job,))


def run(
    executor: Executor, task: Callable[..., _Result], items: Iterable[_Item], size: int, count: int, *rest: object
) -> Iterator[_Result]:
    """The results of a task for batches of items, in their order. `rest` goes along with every batch.

    Raises WorkerDied where a process died.
    """
    waiting: deque[Future[_Result]] = deque()
    source = iter(items)
    try:
        while True:
            while len(waiting) < count * _AHEAD and (batch := list(islice(source, size))):
                waiting.append(executor.submit(task, batch, *rest))
            if not waiting:
                return
            yield waiting.popleft().result()
    except BrokenProcessPool:
        # The others take their notes away while they end, which nobody waits for any more once `stop` was called.
        executor.shutdown()
        raise WorkerDied from None
    except BaseException:
        terminate(executor)
        raise


def terminate(executor: Executor) -> None:
    """End all processes at once, whatever they hold."""
    processes = list((getattr(executor, "_processes", None) or {}).values())
    for process in processes:
        process.terminate()
    executor.shutdown(wait=False, cancel_futures=True)


def read_articles(paths: Sequence[str]) -> Any:
    """`Worker.read_articles` in whatever process this is."""
    assert _worker
    return _worker.read_articles(paths)


def make_images(pictures: Sequence[ImageSource], thorough: bool) -> Any:
    """`Worker.make_pictures` in whatever process this is."""
    assert _worker
    return _worker.make_pictures(pictures, thorough)


def make_pages(owners: Sequence[str], only_fresh: bool) -> Any:
    """`Worker.make_pages` in whatever process this is."""
    assert _worker
    return _worker.make_pages(owners, only_fresh)


def make_dump_chunks(chunks: Sequence[Chunk]) -> Any:
    """`Worker.make_chunks` in whatever process this is."""
    assert _worker
    return _worker.make_chunks(chunks)


def _start(job: Job, held: Breadcrumb | None = None) -> None:
    global _worker
    _worker = Worker(job, held=held)


def _start_apart(job: Job) -> None:
    # What was made before the work stays: looking through it for rubbish again and again takes a twentieth of the time.
    gc.freeze()
    gc.set_threshold(_GARBAGE_THRESHOLD)
    # Ctrl-C reaches all processes of a terminal; the parent ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, args=(os.getppid(),), daemon=True).start()
    held = Breadcrumb(job.spool)
    # When one process dies, the executor ends the others; what they held is not to blame.
    signal.signal(signal.SIGTERM, partial(_leave, held))
    _start(job, held)


def _follow_parent(parent: int) -> None:
    """End with the parent also where it was killed: a process that waits for work would wait for ever."""
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)


def _leave(held: Breadcrumb, number: int, frame: object) -> None:
    held.clear()
    os._exit(0)
