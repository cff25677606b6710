"""Items are worked off in processes as they are here: in their order, whatever happens to a process."""

import multiprocessing
import os
from collections.abc import Callable, Iterator

import pytest

from newsgen.importers import processes
from newsgen.importers.processes import map_in_processes


def square(number: int) -> int:
    return number * number


def where(number: int) -> bool:
    return multiprocessing.parent_process() is not None


def die_at_ninety(number: int) -> int:
    if number == 90 and multiprocessing.parent_process() is not None:
        os._exit(1)
    return number * number


def fail_at_ninety(number: int) -> int:
    if number == 90:
        raise ValueError("ninety")
    return number * number


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "count_cores", lambda: 2)


@pytest.mark.parametrize("task", [square, die_at_ninety])
@pytest.mark.parametrize("count", [0, 9, 10, 11, 200])
def test_results_come_in_the_order_of_the_items(task: Callable[[int], int], count: int) -> None:
    found = list(map_in_processes(task, range(count), lambda number: 1, least=10))
    assert found == [number * number for number in range(count)]


@pytest.mark.parametrize(("size", "elsewhere"), [(1, False), (1 << 20, True)])
def test_few_small_items_are_worked_off_here(size: int, elsewhere: bool) -> None:
    assert set(map_in_processes(where, range(20), lambda number: size, least=30)) == {elsewhere}


def test_an_error_comes_after_the_results_before_it() -> None:
    results = map_in_processes(fail_at_ninety, range(88, 200), lambda number: 1 << 21, least=10)
    assert [next(results), next(results)] == [88 * 88, 89 * 89]
    with pytest.raises(ValueError, match=r"^ninety$"):
        next(results)


def test_items_are_asked_for_as_they_are_needed() -> None:
    asked = []

    def items() -> Iterator[int]:
        for number in range(1_000):
            asked.append(number)
            yield number

    results = map_in_processes(square, items(), lambda number: 1 << 21, least=10)
    assert (next(results), len(asked) < 20) == (0, True)
    results.close()  # type: ignore[attr-defined]
