"""Work off what an import reads in several processes, in its order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from typing import Any, TypeVar

from newsgen.record.worker_process import become_worker, count_cores

# Starting processes takes longer than they save where there are fewer items and fewer bytes.
LEAST_ITEMS = 200
_LEAST_BYTES = 1 << 24
# Items that a process gets at once; after so many bytes no more are added to them.
_BATCH, _BATCH_BYTES = 8, 1 << 20
# Batches that wait for each process.
_AHEAD = 2

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
# What this process does with each item.
_task: Callable[[Any], Any] = repr


def map_in_processes(
    task: Callable[[_Item], _Result], items: Iterable[_Item], size_of: Callable[[_Item], int], least: int = LEAST_ITEMS
) -> Iterator[_Result]:
    """The results of a task for items in their order, by as many processes as there are cores; few are done here.

    `size_of` gives the bytes of an item: few large ones are in memory at once. Task, items and results are sent between
    processes. What a process had to do that died is done here.
    """
    source = iter(items)
    first: list[_Item] = []
    size = 0
    while len(first) < least and size < _LEAST_BYTES:
        some = next(source, None)
        if some is None:
            yield from map(task, first)
            return
        first.append(some)
        size += size_of(some)
    everything = chain(first, source)
    count = count_cores()
    if count == 1:
        yield from map(task, everything)
        return
    with ProcessPoolExecutor(count, initializer=_start, initargs=(task,)) as executor:
        try:
            yield from _map(task, _batches(everything, size_of), executor, count * _AHEAD)
        finally:
            executor.shutdown(wait=False, cancel_futures=True)


def _map(
    task: Callable[[_Item], _Result], batches: Iterator[Sequence[_Item]], executor: Executor, ahead: int
) -> Iterator[_Result]:
    waiting: deque[tuple[Sequence[_Item], Future[list[_Result]] | None]] = deque()
    is_broken = False
    while True:
        while len(waiting) < ahead and (batch := next(batches, None)):
            try:
                waiting.append((batch, None if is_broken else executor.submit(_work, batch)))
            except BrokenProcessPool:
                is_broken = True
                waiting.append((batch, None))
        if not waiting:
            return
        batch, future = waiting.popleft()
        try:
            results = future.result() if future else None
        except BrokenProcessPool:
            is_broken, results = True, None
        yield from map(task, batch) if results is None else results


def _batches(items: Iterable[_Item], size_of: Callable[[_Item], int]) -> Iterator[Sequence[_Item]]:
    batch: list[_Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += size_of(item)
        if len(batch) == _BATCH or size > _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _start(task: Callable[[Any], Any]) -> None:
    global _task
    become_worker()
    _task = task


def _work(batch: Sequence[Any]) -> list[Any]:
    return [_task(item) for item in batch]
