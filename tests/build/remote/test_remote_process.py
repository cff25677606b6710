"""A process of another machine: batches of the job that counts, and what it says where it cannot work."""

import socket
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from newsgen.archive.database import FOLDER
from newsgen.build.remote import shared_job, work_lock
from newsgen.build.remote.remote_process import Outcome, close_tools, run_remote_batch
from newsgen.build.remote.shared_job import SharedJob, publish_job, withdraw_job
from newsgen.build.remote.work_lock import JobWithdrawn, working_on
from newsgen.build.workers.breadcrumbs import read_breadcrumbs
from newsgen.build.workers.worker import Worker
from newsgen.errors import NewsgenError
from tests.support.workers import make_worker


@pytest.fixture
def job(tmp_path: Path) -> Iterator[SharedJob]:
    """A published job."""
    yield publish_job(make_worker(tmp_path).job)
    close_tools()


def labels(worker: Worker, paths: Sequence[str]) -> list[str]:
    return [worker.label(path) for path in worker.noting(paths, worker.label)]


def fail(worker: Worker, paths: Sequence[str]) -> list[str]:
    raise ValueError(paths[0])


def held(worker: Worker, paths: Sequence[str]) -> list[str]:
    labels(worker, paths)
    return read_breadcrumbs(worker.job.folder)


def test_a_batch_is_worked_off_with_the_tools_of_the_job(job: SharedJob) -> None:
    assert run_remote_batch(job, labels, ["a.md", "b.md"]) == Outcome(["articles/a.md", "articles/b.md"])


def test_what_a_task_raises_is_its_outcome(job: SharedJob) -> None:
    value, error = run_remote_batch(job, fail, ["a.md"])
    assert (value, repr(error)) == (None, "ValueError('a.md')")


def test_what_is_worked_on_is_noted_until_the_batch_ends(job: SharedJob) -> None:
    assert run_remote_batch(job, held, ["a.md"]).value == ["articles/a.md"]
    assert read_breadcrumbs(job.folder) == []


def test_a_job_that_was_withdrawn_is_not_worked_on(job: SharedJob) -> None:
    withdraw_job(job.folder)
    assert isinstance(run_remote_batch(job, labels, ["a.md"]).error, JobWithdrawn)
    assert sorted(file.name for file in job.folder.iterdir()) == ["remote-lock"]


def test_the_tools_of_one_job_are_not_used_for_the_next(job: SharedJob, tmp_path: Path) -> None:
    assert run_remote_batch(job, labels, ["a.md"]).error is None
    (tmp_path / "other").mkdir()
    other = publish_job(make_worker(tmp_path / "other").job)
    assert run_remote_batch(other, folder_of, ["a.md"]).value == str(tmp_path / "other" / FOLDER)


def folder_of(worker: Worker, paths: Sequence[str]) -> str:
    return str(worker.job.folder)


def test_a_machine_without_the_folder_says_so(tmp_path: Path) -> None:
    outcome = run_remote_batch(SharedJob(tmp_path / "absent", "job"), labels, ["a.md"])
    assert str(outcome.error) == (
        f"{socket.gethostname()}: has no {tmp_path / 'absent'}, or another one than the machine that builds\n"
        "    Its pages would not be part of the site.\n"
        "    Mount the site's folder there at the same path."
    )


def test_a_machine_that_would_make_other_bytes_says_so(job: SharedJob, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_job, "engine_digest", lambda: b"another newsgen's")
    assert str(run_remote_batch(job, labels, ["a.md"]).error) == (
        f"{socket.gethostname()}: has another newsgen, other libraries or other templates"
        " than the machine that builds\n"
        "    Its pages would have other bytes.\n"
        "    Install the same there, at the same path, and start its workers again."
    )


def test_a_template_that_is_another_one_there_is_noticed(job: SharedJob, tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "story.html").write_text("one")
    published = publish_job(make_worker(tmp_path).job)
    (folder / "story.html").write_text("another")
    assert "other templates" in str(run_remote_batch(published, labels, ["a.md"]).error)


def test_a_build_waits_for_who_is_still_at_work(job: SharedJob, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work_lock, "_PATIENCE", 0.0)
    with working_on(*job), pytest.raises(NewsgenError) as failed:
        withdraw_job(job.folder)
    assert str(failed.value) == (
        f"{job.folder}: a process of another machine is still at work for an earlier build\n"
        "    Two builds at once would write over each other's pages.\n"
        "    Wait until it has ended, or end it."
    )
