"""The executor of a Dask cluster: its workers run the batches, and do again what is lost with one of them."""

from __future__ import annotations

import logging
import time
from asyncio import CancelledError
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError as FutureCancelled
from contextlib import suppress
from itertools import count
from typing import Any

import dask.config
from distributed import Client, Future
from distributed.scheduler import KilledWorker

from newsgen.build.remote import problems
from newsgen.build.remote.remote_process import close_tools, run_remote_batch
from newsgen.build.remote.shared_job import SharedJob, withdraw_job
from newsgen.build.workers.breadcrumbs import read_breadcrumbs
from newsgen.build.workers.executors import Task, WorkerDied
from newsgen.errors import NewsgenError

# Seconds: to connect, for workers to come, between two looks at the cluster, and to say goodbye.
_CONNECT, _PATIENCE, _LOOK, _GOODBYE = 10.0, 180.0, 5.0, 5.0
# How often a batch is handed out that the scheduler gives up, by default after four workers that died while they had
# it: at least so often, and at most. Between the two it is handed out again until one item was held by so many of them.
_FEWEST_ROUNDS, _MOST_ROUNDS = 3, 10
_SHARE_OF_DEATHS = 0.75
_SETTINGS = {"distributed.admin.large-graph-warning-threshold": "1GB"}


class DaskExecutor:
    """Runs tasks of a published job on the workers of a scheduler. Raises NewsgenError where it has none."""

    def __init__(self, address: str, job: SharedJob) -> None:
        self.job = job
        self._address = address
        self._numbers = count()
        self._loud = _silence()
        self._is_open = True
        try:
            with dask.config.set(_SETTINGS):
                self._client = Client(address, timeout=_CONNECT, set_as_default=False)
        except Exception as error:
            _speak(self._loud)
            raise NewsgenError([problems.no_scheduler(address, error)]) from None
        self._looked = 0.0
        self._workers = 0
        try:
            self._wait_for_workers()
        except BaseException:
            self.terminate()
            raise

    def capacity(self) -> int:
        """The number of the cluster's workers."""
        if time.monotonic() - self._looked > _LOOK:
            self.look()
        return max(1, self._workers)

    def look(self) -> None:
        """Look after the cluster. Raises NewsgenError where it is gone."""
        if self._client.status != "running":
            raise self.failure()
        self._workers = len(self._ask(lambda: self._client.scheduler_info(n_workers=-1))["workers"])
        self._looked = time.monotonic()

    def submit(self, task: Task, batch: Sequence[Any]) -> _PendingBatch:
        """Have a batch worked off by any worker."""
        return _PendingBatch(self, task, batch)

    def hand_out(self, task: Task, batch: Sequence[Any]) -> Future[Any]:
        """Give a batch to the scheduler."""
        key = f"newsgen-{self.job.name}-{next(self._numbers)}"

        def give() -> Future[Any]:
            with dask.config.set(_SETTINGS):
                return self._client.submit(run_remote_batch, self.job, task, batch, key=key, pure=False)

        future: Future[Any] = self._ask(give)
        return future

    def wait_for_workers_again(self) -> None:
        """Wait until the cluster has a worker, where it has none. Raises NewsgenError where none comes."""
        self.look()
        if not self._workers:
            self._wait_for_workers()

    def failure(self, error: BaseException | None = None) -> NewsgenError:
        """What ends the build where the cluster does."""
        is_gone = (
            self._client.status != "running" or error is None or isinstance(error, CancelledError | FutureCancelled)
        )
        found = problems.scheduler_gone(self._address) if is_gone else problems.cluster_failed(self._address, error)
        return NewsgenError([found])

    def end(self) -> None:
        """Leave the cluster: from now on nobody works on the job. Raises NewsgenError where a worker still does."""
        if self._is_open:
            with suppress(Exception):
                self._client.run(close_tools, on_error="ignore")
        self.terminate()
        withdraw_job(self.job.folder)

    def terminate(self) -> None:
        """Leave the cluster at once."""
        if self._is_open:
            self._is_open = False
            with suppress(Exception, CancelledError):
                self._client.close(timeout=_GOODBYE)
            _speak(self._loud)

    def _wait_for_workers(self) -> None:
        deadline = time.monotonic() + _PATIENCE
        while True:
            self.look()
            if self._workers:
                return
            if time.monotonic() > deadline:
                raise NewsgenError([problems.no_workers(self._address)])
            time.sleep(0.2)

    def _ask(self, question: Callable[[], Any]) -> Any:
        try:
            return question()
        except (Exception, CancelledError) as error:
            raise self.failure(error) from None


class _PendingBatch:
    """The result of a batch that a worker may be working on."""

    def __init__(self, executor: DaskExecutor, task: Task, batch: Sequence[Any]) -> None:
        self._executor = executor
        self._work = (task, batch)
        self._future = executor.hand_out(task, batch)
        self._rounds = 1
        self._deaths = 0

    def result(self) -> Any:
        """Wait for the result. Raises what the task raised, WorkerDied, and NewsgenError where the cluster is gone."""
        while True:
            try:
                outcome = self._future.result(timeout=_LOOK)
            except TimeoutError:
                self._executor.wait_for_workers_again()
            except KilledWorker as given_up:
                self._deaths += given_up.allowed_failures + 1
                self._hand_out_again()
            except (Exception, CancelledError) as error:
                raise self._executor.failure(error) from None
            else:
                if outcome.error:
                    raise outcome.error
                return outcome.value

    def _hand_out_again(self) -> None:
        """Hand out a batch of which workers died: it may only have been with them. Raises WorkerDied at last."""
        held = Counter(read_breadcrumbs(self._executor.job.folder)).most_common()
        # Workers that never took anything up died of what they all do.
        most = held[0][1] if held else self._deaths
        is_to_blame = self._rounds >= _FEWEST_ROUNDS and most >= _SHARE_OF_DEATHS * self._deaths
        if is_to_blame or self._rounds == _MOST_ROUNDS:
            raise WorkerDied([name for name, times in held if times == most])
        self._rounds += 1
        self._future = self._executor.hand_out(*self._work)


def _silence() -> list[logging.Logger]:
    """Silence the cluster's own messages, which tell the same in many lines; the loggers that were heard before."""
    loggers = [
        logger
        for name, logger in logging.root.manager.loggerDict.items()
        if isinstance(logger, logging.Logger)
        and name.partition(".")[0] in ("distributed", "tornado", "asyncio")
        and not logger.disabled
    ]
    for logger in loggers:
        logger.disabled = True
    return loggers


def _speak(loggers: Sequence[logging.Logger]) -> None:
    for logger in loggers:
        logger.disabled = False
