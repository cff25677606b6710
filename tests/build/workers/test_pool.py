"""The pool: ordered results, the same bytes however many processes work, and the report about one that dies."""

import os
import signal
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import newsgen.build.workers.worker
from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.build.workers.breadcrumbs import Breadcrumb, read_breadcrumbs
from newsgen.build.workers.executors import WorkerDied
from newsgen.build.workers.pool import Pool
from newsgen.build.workers.processes import resolve_worker_count
from newsgen.errors import NewsgenError
from tests.support.edits import Edits, tree


@dataclass(frozen=True)
class Tools:
    """What the processes of these tests hold."""

    breadcrumb: Breadcrumb | None

    def close(self) -> None:
        pass


def make_pool(folder: Path, count: int, start_method: str | None = None) -> Pool[Tools]:
    return Pool(Tools, folder, str(count), start_method)


def double(tools: Tools, numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


def fail(tools: Tools, numbers: Sequence[int]) -> list[int]:
    raise ValueError(f"no {numbers[0]}")


def die(tools: Tools, numbers: Sequence[int]) -> list[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def take_up(tools: Tools, names: Sequence[str], folder: Path) -> None:
    """Die over "deadly". The process that takes up "harmless" has no time to end for a while."""
    assert tools.breadcrumb
    tools.breadcrumb.record(names[0])
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
    pool = make_pool(tmp_path, count)
    with pool.running(10):
        assert list(pool.map(double, range(10), 3)) == [[0, 2, 4], [6, 8, 10], [12, 14, 16], [18]]


@pytest.mark.parametrize("count", [1, 2])
def test_an_exception_in_a_process_is_raised_here(tmp_path: Path, count: int) -> None:
    pool = make_pool(tmp_path, count)
    with pytest.raises(ValueError, match="no 0"), pool.running(10):
        list(pool.map(fail, range(10), 3))


def test_a_few_batches_are_taken_ahead(tmp_path: Path) -> None:
    taken = 0

    def counted(numbers: range) -> Iterator[int]:
        nonlocal taken
        for number in numbers:
            taken += 1
            yield number

    pool = make_pool(tmp_path, 2)
    with pool.running(100):
        results = pool.map(double, counted(range(100)), 1)
        next(results)
        assert taken == 6
        results.close()


def test_a_process_that_dies_is_noticed(tmp_path: Path) -> None:
    pool = make_pool(tmp_path, 2)
    with pytest.raises(WorkerDied), pool.running(10):
        list(pool.map(die, range(10), 3))


def test_only_the_process_that_died_by_itself_leaves_its_breadcrumb(tmp_path: Path) -> None:
    pool = make_pool(tmp_path, 2, "fork")
    with pytest.raises(WorkerDied), pool.running(2):
        list(pool.map(partial(take_up, folder=tmp_path), ["deadly", "harmless"], 1))
    assert read_breadcrumbs(tmp_path) == ["deadly"]


def test_a_pool_can_run_again(tmp_path: Path) -> None:
    pool = make_pool(tmp_path, 2)
    for _ in range(2):
        with pool.running(10):
            assert sum(map(sum, pool.map(double, range(10), 3))) == 90


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
    build_site(site, BuildOptions(output, workers="1", verify=True))
    return tree(output)


@pytest.mark.long
@pytest.mark.parametrize(
    ("workers", "start_method"),
    [
        ("2", "fork"),
        *(pytest.param(*one, marks=pytest.mark.long) for one in (("4", "fork"), ("2", "spawn"), ("1", "fork"))),
    ],
)
def test_all_executors_give_equal_bytes(
    site: Path, expected: dict[str, bytes], tmp_path: Path, workers: str, start_method: str
) -> None:
    build_site(site, BuildOptions(tmp_path / "public", workers=workers, start_method=start_method, verify=True))
    assert tree(tmp_path / "public") == expected


def test_a_process_that_dies_is_reported_with_its_article(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = sorted((site / "articles").rglob("*.md"))[5]
    shown = victim.relative_to(site).as_posix()

    def load_article(source: Any, row: Any, settings: Any) -> Any:
        if source.label == shown:
            os.kill(os.getpid(), signal.SIGKILL)
        return original(source, row, settings)

    original = newsgen.build.workers.worker.load_article  # type: ignore[attr-defined]
    monkeypatch.setattr("newsgen.build.workers.worker.load_article", load_article)
    with pytest.raises(NewsgenError) as failed:
        build_site(site, BuildOptions(tmp_path / "public", workers="2", start_method="fork", verify=True))
    assert str(failed.value) == (
        f"{shown}: a worker process ended while it held this\n"
        "    The system may have been short of memory, or a library crashed.\n"
        "    Build again; if it ends so again, --workers 1 shows more."
    )
    assert not (tmp_path / "public").exists()
    assert not list((site / ".newsgen").glob("held-*"))
