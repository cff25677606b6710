"""`Pool`: worker processes that work off a task in ordered batches.

Nothing here knows what the work is: each process opens its own tools, and a task is a function of these and a batch.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from newsgen.build.workers.breadcrumbs import Breadcrumb

# Below so many articles or targets, starting processes takes longer than they save.
MIN_PARALLEL_WORK = 400
# Garbage-collection threshold; Python's default is 700.
_GARBAGE_THRESHOLD = 20_000
# Seconds between two checks whether the parent still exists.
_PARENT_CHECK = 0.5
# Batches that wait for each process: enough to keep it busy, few enough to keep memory small.
_AHEAD = 3


class Closable(Protocol):
    """Tools that hold files or connections."""

    def close(self) -> None:
        """Close what is open."""
        ...


_Tools = TypeVar("_Tools", bound=Closable)
_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
# This process's tools.
_tools: Any = None


class WorkerDied(Exception):
    """A process ended that had work to do; its breadcrumb names what it worked on. The others have ended too."""


class Pool(Generic[_Tools]):
    """Processes that each open tools of their own by `open_tools`.

    `workers` is the number of processes, or "auto": then small work is done in this process. `folder` holds the
    breadcrumbs.
    """

    def __init__(
        self,
        open_tools: Callable[[Breadcrumb | None], _Tools],
        folder: Path,
        workers: str = "auto",
        start_method: str | None = None,
    ) -> None:
        self._open_tools = open_tools
        self._folder = folder
        self._workers = workers
        self._start_method = start_method
        self._executor: Executor | None = None
        self._count = 1

    @contextmanager
    def running(self, work: int) -> Iterator[None]:
        """Keep processes running for so much work, in articles to read; they end with the block.

        They see the state as it is at the beginning of the block.
        """
        is_small = self._workers == "auto" and work < MIN_PARALLEL_WORK
        self._count = 1 if is_small else resolve_worker_count(self._workers)
        self._executor = self._start()
        try:
            yield
        except BaseException:
            _terminate(self._executor)
            raise
        finally:
            self._executor.shutdown()
            self._executor = None

    def map(
        self, task: Callable[[_Tools, Sequence[_Item]], _Result], items: Iterable[_Item], batch: int
    ) -> Generator[_Result, None, None]:
        """The results of a task for batches of items, in their order. Raises WorkerDied where a process died."""
        executor = self._executor
        assert executor, "a pool maps while it is running"
        waiting: deque[Future[_Result]] = deque()
        source = iter(items)
        try:
            while True:
                while len(waiting) < self._count * _AHEAD and (some := list(islice(source, batch))):
                    waiting.append(executor.submit(_run, task, some))
                if not waiting:
                    return
                yield waiting.popleft().result()
        except BrokenProcessPool:
            # The others clear their breadcrumbs while they end, which is not waited for after `_terminate`.
            executor.shutdown()
            raise WorkerDied from None
        except BaseException:
            _terminate(executor)
            raise

    def _start(self) -> Executor:
        if self._count == 1:
            _open(self._open_tools, None)
            return _SerialExecutor()
        context = multiprocessing.get_context(self._start_method)
        arguments = (self._open_tools, self._folder)
        return ProcessPoolExecutor(self._count, mp_context=context, initializer=_start_process, initargs=arguments)


class _SerialExecutor(Executor):
    """Runs each task at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Call the function now; the future is done."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Close this process's tools."""
        global _tools
        if _tools:
            _tools.close()
            _tools = None


def resolve_worker_count(workers: str) -> int:
    """The number of processes that "auto" or a number means on this machine."""
    if workers != "auto":
        return max(1, int(workers))
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def _terminate(executor: Executor) -> None:
    """End all processes at once, whatever they hold."""
    for process in list((getattr(executor, "_processes", None) or {}).values()):
        process.terminate()
    executor.shutdown(wait=False, cancel_futures=True)


def _run(task: Callable[[Any, Sequence[Any]], Any], batch: Sequence[Any]) -> Any:
    return task(_tools, batch)


def _open(open_tools: Callable[[Breadcrumb | None], Any], breadcrumb: Breadcrumb | None) -> None:
    global _tools
    _tools = open_tools(breadcrumb)


def _start_process(open_tools: Callable[[Breadcrumb | None], Any], folder: Path) -> None:
    # What was made before the work stays: looking through it for garbage again and again takes a twentieth of the time.
    gc.freeze()
    gc.set_threshold(_GARBAGE_THRESHOLD)
    # Ctrl-C reaches all processes of a terminal; the parent ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, args=(os.getppid(),), daemon=True).start()
    breadcrumb = Breadcrumb(folder)
    # When one process dies, the executor ends the others; what they worked on is not to blame.
    signal.signal(signal.SIGTERM, partial(_leave, breadcrumb))
    _open(open_tools, breadcrumb)


def _follow_parent(parent: int) -> None:
    """End with the parent also where it was killed: a process that waits for work would wait for ever."""
    while os.getppid() == parent:
        time.sleep(_PARENT_CHECK)
    os._exit(1)


def _leave(breadcrumb: Breadcrumb, number: int, frame: object) -> None:
    breadcrumb.clear()
    os._exit(0)
