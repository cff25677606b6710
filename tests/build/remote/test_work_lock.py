"""The lock of work on other machines: who withdraws a job waits for those who work on it, and nobody begins anew."""

import threading
from pathlib import Path

import pytest

from newsgen.build.remote import work_lock
from newsgen.build.remote.work_lock import JobWithdrawn, NotShared, declare_job, was_used, working_on


def test_who_works_on_the_declared_job_may(tmp_path: Path) -> None:
    assert declare_job(tmp_path, "job-1")
    with working_on(tmp_path, "job-1"), working_on(tmp_path, "job-1"):
        assert was_used(tmp_path)


@pytest.mark.parametrize("now", ["", "job-2", "job-11", "job"])
def test_nobody_works_on_a_job_that_does_not_count_any_more(tmp_path: Path, now: str) -> None:
    declare_job(tmp_path, "job-1")
    assert declare_job(tmp_path, now)
    with pytest.raises(JobWithdrawn), working_on(tmp_path, "job-1"):
        pass


def test_a_folder_without_the_lock_is_not_the_one_of_the_build(tmp_path: Path) -> None:
    assert not was_used(tmp_path)
    with pytest.raises(NotShared), working_on(tmp_path, "job-1"):
        pass


def test_a_job_is_withdrawn_when_its_last_batch_has_ended(tmp_path: Path) -> None:
    declare_job(tmp_path, "job-1")
    works, may_end = threading.Event(), threading.Event()
    ended: list[str] = []

    def work() -> None:
        with working_on(tmp_path, "job-1"):
            works.set()
            may_end.wait()
            ended.append("batch")

    worker = threading.Thread(target=work)
    worker.start()
    works.wait()
    withdrawer = threading.Thread(target=lambda: ended.append(str(declare_job(tmp_path, ""))))
    withdrawer.start()
    while (tmp_path / "remote-lock").read_bytes():
        pass
    with pytest.raises(JobWithdrawn), working_on(tmp_path, "job-1"):
        pass
    may_end.set()
    withdrawer.join()
    worker.join()
    assert ended == ["batch", "True"]


def test_a_batch_that_does_not_end_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work_lock, "_PATIENCE", 0.0)
    declare_job(tmp_path, "job-1")
    with working_on(tmp_path, "job-1"):
        assert not declare_job(tmp_path, "")
    with pytest.raises(JobWithdrawn), working_on(tmp_path, "job-1"):
        pass
