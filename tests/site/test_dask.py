"""Builds by the workers of a Dask cluster: equal bytes, though workers die, and one message when the cluster goes."""

import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.build.remote.shared_job import publish_job
from newsgen.build.workers.executors import WorkerDied
from newsgen.build.workers.worker import Worker
from newsgen.errors import BuildInterrupted, NewsgenError
from tests.support.dask_cluster import Cluster, running_cluster
from tests.support.edits import Edits, build_from_nothing, differences, outcome, tree
from tests.support.site_builder import add_articles
from tests.support.tiers import tiers
from tests.support.workers import make_worker


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """A cluster of two workers."""
    with running_cluster() as cluster:
        yield cluster


def build(root: Path, executor: str, **options: Any) -> None:
    # A number of workers has little work handed out too.
    build_site(root, BuildOptions(executor=executor, workers="2", **options))


@pytest.mark.long
def test_random_edits_give_the_bytes_of_one_process(cluster: Cluster, tmp_path: Path) -> None:
    edits = Edits(tmp_path / "site", 11)
    for _ in range(4):
        for _ in range(15):
            edits.make()
        problems, _ = outcome(lambda: build(tmp_path / "site", cluster.executor))
        clean_problems, clean = outcome(lambda: build_from_nothing(tmp_path / "site", tmp_path / "clean"))
        assert problems == clean_problems
        if clean is None:
            edits.fix(problems)
            continue
        assert list(differences(tree(tmp_path / "site/public"), clean)) == []
    assert sorted(file.name for file in (tmp_path / "site/.newsgen").glob("remote-*")) == ["remote-lock"]


@pytest.mark.parametrize(("kills", "seed"), tiers(((number, number) for number in (0, 4, 50)), 0, 2))
def test_workers_that_die_lose_no_work(tmp_path: Path, kills: int, seed: int) -> None:
    add_articles(tmp_path / "site", range(300))
    clean = build_from_nothing(tmp_path / "site", tmp_path / "clean")
    with running_cluster(kills, seed) as cluster:
        assert cluster.process.stdout
        killed = 0
        while True:
            build(tmp_path / "site", cluster.executor, clean=True)
            assert list(differences(tree(tmp_path / "site/public"), clean)) == []
            os.set_blocking(cluster.process.stdout.fileno(), False)
            killed += len(cluster.process.stdout.readlines())
            if killed >= kills:
                break


@pytest.mark.long
@pytest.mark.parametrize(("phase", "failure"), [("reading", NewsgenError), ("writing", BuildInterrupted)])
def test_a_scheduler_that_goes_gives_one_message_and_the_next_build_goes_on(
    tmp_path: Path, phase: str, failure: type[NewsgenError]
) -> None:
    root = tmp_path / "site"
    add_articles(root, range(300))
    with running_cluster() as cluster:

        def kill(now: str, done: int, total: int) -> None:
            if now == phase and cluster.process.poll() is None:
                cluster.kill()

        with pytest.raises(NewsgenError) as failed:
            build(root, cluster.executor, on_progress=kill)
    assert type(failed.value) is failure
    assert str(failed.value) == (
        f"{cluster.address}: the scheduler does not answer any more\n"
        "    What its workers do cannot be had without it.\n"
        "    Start it again and build again, or build without --executor."
    )
    build_site(root, BuildOptions(workers="1"))
    assert list(differences(tree(root / "public"), build_from_nothing(root, tmp_path / "clean"))) == []


@pytest.mark.long
def test_a_scheduler_that_is_not_there_gives_one_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsgen.build.remote.dask_executor._CONNECT", 0.5)
    add_articles(tmp_path, range(2))
    with pytest.raises(NewsgenError) as failed:
        build(tmp_path, "dask:tcp://127.0.0.1:9")
    assert str(failed.value) == (
        "tcp://127.0.0.1:9: no scheduler of Dask answers there\n"
        "    Without it there are no workers (OSError).\n"
        "    Start it with dask scheduler, or build without --executor."
    )
    assert not (tmp_path / "public").exists()


@pytest.mark.long
def test_a_scheduler_without_workers_is_waited_for_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsgen.build.remote.dask_executor._PATIENCE", 0.5)
    add_articles(tmp_path, range(2))
    with running_cluster(workers=0) as cluster, pytest.raises(NewsgenError) as failed:
        build(tmp_path, cluster.executor)
    assert str(failed.value) == (
        f"{cluster.address}: the scheduler has no workers\n"
        "    Nobody would do the work.\n"
        f"    Start some with dask worker {cluster.address}, or build without --executor."
    )


def die(worker: Worker, names: Sequence[str]) -> list[str]:
    """Die over "deadly"."""
    for name in worker.noting(names, str):
        if name == "deadly":
            os.kill(os.getpid(), signal.SIGKILL)
    return list(names)


@pytest.mark.long
def test_what_kills_every_worker_is_named_at_last(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsgen.build.remote.dask_executor._FEWEST_ROUNDS", 1)
    # It takes a second to import, which the fast tests do not need.
    from newsgen.build.remote.dask_executor import DaskExecutor

    executor = DaskExecutor(cluster.address, publish_job(make_worker(tmp_path).job))
    try:
        harmless, deadly = executor.submit(die, ["harmless"]), executor.submit(die, ["deadly"])
        assert harmless.result() == ["harmless"]
        with pytest.raises(WorkerDied) as died:
            deadly.result()
        assert died.value.held == ("deadly",)
    finally:
        executor.end()


@pytest.mark.long
def test_problems_of_articles_are_told_as_always(cluster: Cluster, tmp_path: Path) -> None:
    add_articles(tmp_path, range(3))
    (tmp_path / "articles/bad.md").write_text("---\ntitle: [\n---\n")
    messages = []
    for executor in ("", cluster.executor):
        with pytest.raises(NewsgenError) as failed:
            build_site(tmp_path, BuildOptions(executor=executor, workers="1"))
        messages.append(str(failed.value))
    assert messages[0] == messages[1]
