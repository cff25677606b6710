"""Processes that share the work: the same bytes however many there are, and what is told of one that dies."""

import os
import signal
import time
from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

import newsgen.build.workers.pool
from newsgen.build.build import build_site
from newsgen.build.workers.breadcrumbs import read_breadcrumbs
from newsgen.build.workers.pool import SerialExecutor, WorkerDied, open_executor, resolve_worker_count, run, terminate
from newsgen.build.workers.worker import Job
from newsgen.errors import NewsgenError
from newsgen.settings.site import Site
from newsgen.settings.theme import find_theme
from tests.support.edits import Edits, tree


def make_job(folder: Path) -> Job:
    return Job(folder, folder, Site(), find_theme(folder), {}, folder / "state.sqlite", folder, False)


def double(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


def fail(numbers: Sequence[int]) -> list[int]:
    raise ValueError(f"no {numbers[0]}")


def die(numbers: Sequence[int]) -> list[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def take_up(names: Sequence[str], folder: Path) -> None:
    """One process dies over "deadly". The other one holds "harmless" and has no time to end for a while."""
    assert newsgen.build.workers.pool._worker
    assert newsgen.build.workers.pool._worker._held
    newsgen.build.workers.pool._worker._held.tell(names[0])
    ready = folder / "ready"
    if names == ["deadly"]:
        while not ready.exists():
            time.sleep(0.01)
        os.kill(os.getpid(), signal.SIGKILL)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    ready.touch()
    time.sleep(0.5)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})


def test_auto_is_a_process_for_each_core_that_may_be_used() -> None:
    assert resolve_worker_count("auto") == len(os.sched_getaffinity(0))
    assert resolve_worker_count("3") == 3


@pytest.mark.parametrize("count", [1, 2])
def test_results_come_in_the_order_of_their_batches(tmp_path: Path, count: int) -> None:
    executor = open_executor(count, make_job(tmp_path))
    try:
        found = list(run(executor, double, range(10), 3, count))
    finally:
        executor.shutdown()
    assert found == [[0, 2, 4], [6, 8, 10], [12, 14, 16], [18]]


@pytest.mark.parametrize("count", [1, 2])
def test_what_goes_wrong_in_a_process_goes_wrong_here(tmp_path: Path, count: int) -> None:
    executor = open_executor(count, make_job(tmp_path))
    with pytest.raises(ValueError, match="no 0"):
        list(run(executor, fail, range(10), 3, count))
    terminate(executor)


def test_only_some_batches_wait_at_a_time() -> None:
    taken: list[int] = []

    class Counting(SerialExecutor):
        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
            taken.append(len(args[0]))
            return super().submit(fn, *args, **kwargs)

    results = run(Counting(), double, range(100), 1, 2)
    next(results)
    assert len(taken) == 6


def test_a_process_that_dies_is_noticed(tmp_path: Path) -> None:
    executor = open_executor(2, make_job(tmp_path))
    with pytest.raises(WorkerDied):
        list(run(executor, die, range(10), 3, 2))
    executor.shutdown()


def test_only_the_process_that_died_by_itself_is_told_with_what_it_held(tmp_path: Path) -> None:
    executor = open_executor(2, make_job(tmp_path), "fork")
    with pytest.raises(WorkerDied):
        list(run(executor, take_up, ["deadly", "harmless"], 1, 2, tmp_path))
    assert read_breadcrumbs(tmp_path) == ["deadly"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site after many edits."""
    root = tmp_path_factory.mktemp("workers") / "site"
    edits = Edits(root, 3)
    for _ in range(60):
        edits.make()
    return root


@pytest.fixture(scope="module")
def expected(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    output = tmp_path_factory.mktemp("serial") / "public"
    build_site(site, output, workers="1", verify=True)
    return tree(output)


@pytest.mark.parametrize(("workers", "start_method"), [("2", "fork"), ("4", "fork"), ("2", "spawn"), ("1", "fork")])
def test_all_executors_give_equal_bytes(
    site: Path, expected: dict[str, bytes], tmp_path: Path, workers: str, start_method: str
) -> None:
    build_site(site, tmp_path / "public", workers=workers, start_method=start_method, verify=True)
    assert tree(tmp_path / "public") == expected


def test_a_process_that_dies_over_an_article_is_told_with_it(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = sorted((site / "articles").rglob("*.md"))[5]
    shown = victim.relative_to(site).as_posix()

    def load_article(source: Any, row: Any, settings: Any) -> Any:
        if source.shown == shown:
            os.kill(os.getpid(), signal.SIGKILL)
        return original(source, row, settings)

    original = newsgen.build.workers.worker.load_article  # type: ignore[attr-defined]
    monkeypatch.setattr("newsgen.build.workers.worker.load_article", load_article)
    with pytest.raises(NewsgenError) as failed:
        build_site(site, tmp_path / "public", workers="2", start_method="fork", verify=True)
    assert str(failed.value) == (
        f"{shown}: a worker process ended while it held this\n"
        "    The system may have been short of memory, or a library crashed.\n"
        "    Build again; if it ends so again, --workers 1 shows more."
    )
    assert not (tmp_path / "public").exists()
    assert not list((site / ".newsgen").glob("held-*"))
