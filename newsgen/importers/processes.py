"""Work off what an import reads in several processes, in its order."""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from typing import Any, TypeVar

# Starting processes takes longer than they save where there are fewer items and fewer bytes.
LEAST_ITEMS = 200
_LEAST_BYTES = 1 << 24
# Items that a process gets at once; after so many bytes no more are added to them.
_BATCH, _BATCH_BYTES = 8, 1 << 20
# Batches that wait for each process.
_AHEAD = 2
# Seconds between two checks whether the parent still exists.
_PARENT_CHECK = 0.5
# Garbage-collection threshold; Python's default is 700.
_GARBAGE_THRESHOLD = 20_000

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
    count = _count_cores()
    if count == 1:
        yield from map(task, everything)
        return
    with ProcessPoolExecutor(count, initializer=_start, initargs=(os.getpid(), task)) as executor:
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


def _count_cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def _start(parent: int, task: Callable[[Any], Any]) -> None:
    global _task
    _task = task
    # What was made before the work stays: looking through it for garbage again and again takes time.
    gc.freeze()
    gc.set_threshold(_GARBAGE_THRESHOLD)
    # Ctrl-C reaches all processes of a terminal; the parent ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: int) -> None:
    """End with the parent also where it was killed: a process that waits for work would wait for ever."""
    while os.getppid() == parent:
        time.sleep(_PARENT_CHECK)
    os._exit(1)


def _work(batch: Sequence[Any]) -> list[Any]:
    return [_task(item) for item in batch]
