"""What runs the tasks of a pool: the interface, and the executor that works in this process.

Nothing here knows what the work is: each process opens its own tools, and a task is a function of these and a batch.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any, Protocol, TypeVar

from newsgen.build.workers.breadcrumbs import Breadcrumb

_Result = TypeVar("_Result", covariant=True)


class Closable(Protocol):
    """Tools that hold files or connections."""

    def close(self) -> None:
        """Close what is open."""
        ...


# Opens a process's tools, with the breadcrumb of the process, if it has one.
OpenTools = Callable[[Breadcrumb | None], Any]
Task = Callable[[Any, Sequence[Any]], Any]


class WorkerDied(Exception):
    """A process ended that had work to do, and the work is not done again.

    `held` is what it worked on, where the executor knows; otherwise its breadcrumb names it.
    """

    def __init__(self, held: Sequence[str] = ()) -> None:
        self.held = tuple(held)
        super().__init__(self.held)


class Pending(Protocol[_Result]):
    """The result of a batch that a process may be working on."""

    def result(self) -> _Result:
        """Wait for the result. Raises what the task raised, and WorkerDied."""
        ...


class TaskExecutor(Protocol):
    """Runs tasks in processes that hold tools of their own."""

    def capacity(self) -> int:
        """The number of processes that work at the moment."""
        ...

    def submit(self, task: Task, batch: Sequence[Any]) -> Pending[Any]:
        """Have a batch worked off by any process."""
        ...

    def end(self) -> None:
        """End the processes; nothing is waited for any more."""
        ...

    def terminate(self) -> None:
        """End the processes at once, whatever they hold."""
        ...


class SerialExecutor:
    """Runs each task at once, in this process."""

    def __init__(self, open_tools: OpenTools) -> None:
        self._tools = open_tools(None)

    def capacity(self) -> int:
        """One: this process."""
        return 1

    def submit(self, task: Task, batch: Sequence[Any]) -> Future[Any]:
        """Call the task now; the future is done."""
        future: Future[Any] = Future()
        try:
            future.set_result(task(self._tools, batch))
        except Exception as error:
            future.set_exception(error)
        return future

    def end(self) -> None:
        """Close this process's tools."""
        self._tools.close()

    terminate = end
