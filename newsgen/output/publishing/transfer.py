"""Many requests at once, each tried again while its fault may pass, and all ended when one fails for good."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import count
from threading import Event
from typing import NamedTuple, TypeVar

from newsgen.errors import NewsgenError
from newsgen.output.publishing.stores.store import PassingFault, Unanswered, refusal

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
_GO_ON = "Run it again when the server answers: it goes on from here."


class Patience(NamedTuple):
    """How often a request is tried, and the seconds between: the first, doubled each time up to the longest.

    Half of each is left to chance, so that many threads do not come back at once (AWS Architecture Blog, "Exponential
    Backoff And Jitter").
    """

    attempts: int = 9
    first: float = 0.5
    longest: float = 30

    def pause_after(self, attempt: int) -> float:
        """The seconds to wait after the attempt of this number, counted from 1."""
        pause = min(self.first * 2 ** (attempt - 1), self.longest)
        return random.uniform(pause / 2, pause)


# A wrong address is told soon.
AT_FIRST = Patience(attempts=3)


class Requests:
    """Makes requests to one store, as patient as it is told."""

    def __init__(self, name: str, patience: Patience) -> None:
        self._name = name
        self._patience = patience
        self._stopped = Event()

    def ask(self, request: Callable[[], _Result], unanswered: Patience | None = None) -> _Result:
        """The answer to a request; `unanswered` is how patient it is where the server says nothing at all.

        Raises NewsgenError where it fails for good or too often.
        """
        for attempt in count(1):
            try:
                return request()
            except PassingFault as fault:
                last = fault
            patience = unanswered if unanswered and isinstance(last, Unanswered) else self._patience
            if attempt >= patience.attempts or self._stopped.wait(patience.pause_after(attempt)):
                break
        raise refusal(self._name, f"{last}, {attempt} times", _GO_ON, "Not all of the site is there.")

    def ask_all(self, work: Callable[[_Item], object], items: Iterable[_Item], threads: int) -> None:
        """Do the work for all items, several at once, and leave the rest where one fails."""
        waiting: set[Future[object]] = set()
        with ThreadPoolExecutor(threads) as pool:
            try:
                for item in items:
                    waiting.add(pool.submit(self.ask, _bound(work, item)))
                    if len(waiting) >= 2 * threads:
                        done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                        _raise_first(done)
                done, waiting = wait(waiting)
                _raise_first(done)
            except BaseException:
                self._stopped.set()
                pool.shutdown(wait=False, cancel_futures=True)
                raise


def _bound(work: Callable[[_Item], object], item: _Item) -> Callable[[], object]:
    return lambda: work(item)


def _raise_first(done: Iterable[Future[object]]) -> None:
    """Raise the fault of one of these, of which others may only follow."""
    faults = [fault for fault in (future.exception() for future in done) if fault]
    for fault in faults:
        if not isinstance(fault, NewsgenError):
            raise fault
    if faults:
        raise faults[0]
