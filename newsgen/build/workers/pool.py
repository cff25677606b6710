"""`Pool`: worker processes that work off a task in ordered batches."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Generic, TypeVar

from newsgen.build.workers.breadcrumbs import Breadcrumb
from newsgen.build.workers.executors import Closable, Pending, SerialExecutor, TaskExecutor, WorkerDied
from newsgen.build.workers.processes import ProcessExecutor, resolve_worker_count

# Below so many articles or targets, starting processes takes longer than they save.
MIN_PARALLEL_WORK = 400
# Batches that wait for each process: enough to keep it busy, few enough to keep memory small.
_AHEAD = 3

_Tools = TypeVar("_Tools", bound=Closable)
_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class Pool(Generic[_Tools]):
    """Processes that each open tools of their own by `open_tools`.

    `workers` is the number of processes, or "auto": then small work is done in this process. `folder` holds the
    breadcrumbs. `launch` starts the executor of what is not small; without it, processes of this machine work.
    """

    def __init__(
        self,
        open_tools: Callable[[Breadcrumb | None], _Tools],
        folder: Path,
        workers: str = "auto",
        start_method: str | None = None,
        launch: Callable[[], TaskExecutor] | None = None,
    ) -> None:
        self._open_tools = open_tools
        self._folder = folder
        self._workers = workers
        self._start_method = start_method
        self._launch = launch or self._start_processes
        self._executor: TaskExecutor | None = None

    @contextmanager
    def running(self, work: int) -> Iterator[None]:
        """Keep processes running for so much work, in articles to read; they end with the block.

        They see the state as it is at the beginning of the block.
        """
        is_small = self._workers == "auto" and work < MIN_PARALLEL_WORK
        self._executor = executor = SerialExecutor(self._open_tools) if is_small else self._launch()
        try:
            yield
        except BaseException:
            executor.terminate()
            raise
        finally:
            executor.end()
            self._executor = None

    def map(
        self, task: Callable[[_Tools, Sequence[_Item]], _Result], items: Iterable[_Item], batch: int
    ) -> Generator[_Result, None, None]:
        """The results of a task for batches of items, in their order. Raises WorkerDied where a process died."""
        executor = self._executor
        assert executor, "a pool maps while it is running"
        waiting: deque[Pending[_Result]] = deque()
        source = iter(items)
        try:
            while True:
                while len(waiting) < executor.capacity() * _AHEAD and (some := list(islice(source, batch))):
                    waiting.append(executor.submit(task, some))
                if not waiting:
                    return
                yield waiting.popleft().result()
        except WorkerDied:
            raise
        except BaseException:
            executor.terminate()
            raise

    def _start_processes(self) -> TaskExecutor:
        count = resolve_worker_count(self._workers)
        if count == 1:
            return SerialExecutor(self._open_tools)
        return ProcessExecutor(self._open_tools, self._folder, count, self._start_method)
