"""The job of a build, published in the state's folder for processes of other machines."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.engine import engine_digest
from newsgen.build.remote.work_lock import declare_job, was_used
from newsgen.build.workers.executors import OpenTools
from newsgen.build.workers.worker import Job, Worker
from newsgen.errors import NewsgenError, Problem
from newsgen.images.profile import image_code_digest
from newsgen.output.files import write_atomically
from newsgen.record.digests import digest_of, digest_of_bytes
from newsgen.record.process_names import process_name
from newsgen.settings.theme import Theme

_JOB = "remote-job-"
_INDEX = "remote-index-"
# Libraries that decide what is read or found, beside those of which the engine's digest is made.
_LIBRARIES = ("pystemmer", "pyyaml")


class SharedJob(NamedTuple):
    """A published job: the state's folder, which has the same path on all machines, and the job's name."""

    folder: Path
    name: str


class OtherEngine(Exception):
    """This process would make other bytes: it has another newsgen, other libraries or other templates."""


def publish_job(job: Job) -> SharedJob:
    """Publish a job until another one is, or all are withdrawn. Raises OSError, and NewsgenError as `withdraw_job`."""
    name = process_name()
    content = pickle.dumps((_digest_of_machine(job.theme), job.theme, pickle.dumps(partial(Worker, job))))
    withdraw_job(job.folder)
    write_atomically(job.folder, f"{_JOB}{name}", content)
    declare_job(job.folder, name)
    return SharedJob(job.folder, name)


def withdraw_job(folder: Path) -> None:
    """Withdraw whatever job is published in a folder. Raises NewsgenError where a process is still at work on it."""
    if not was_used(folder):
        return
    if not declare_job(folder, ""):
        message = "a process of another machine is still at work for an earlier build"
        reason = "Two builds at once would write over each other's pages."
        raise NewsgenError([Problem(str(folder), 0, message, reason, "Wait until it has ended, or end it.")])
    for file in (*folder.glob(f"{_JOB}*"), *folder.glob(f"{_INDEX}*")):
        file.unlink(missing_ok=True)


def index_snapshot(folder: Path) -> Path:
    """Where a snapshot of the index lies for the jobs of this process."""
    return folder / f"{_INDEX}{process_name()}"


def with_snapshot(job: Job, file: Path) -> Job:
    """A job for other machines. Articles are read again for their pages, for a machine may go with what it spooled."""
    return replace(job, database=file, reads_snapshot=True, uses_spool=False)


def load_job(shared: SharedJob) -> OpenTools:
    """What opens the tools of a process for a published job. Raises OSError, and OtherEngine."""
    digest, theme, tools = pickle.loads((shared.folder / f"{_JOB}{shared.name}").read_bytes())
    if digest != _digest_of_machine(theme):
        raise OtherEngine
    opener: OpenTools = pickle.loads(tools)
    return opener


def _digest_of_machine(theme: Theme) -> bytes:
    """The digest of all that decides bytes in a process, beside its job."""
    libraries = tuple((name, version(name)) for name in _LIBRARIES)
    templates = tuple(_templates_of(theme))
    return digest_of(engine_digest(), image_code_digest(), libraries, zlib.ZLIB_RUNTIME_VERSION, templates)


def _templates_of(theme: Theme) -> Iterator[tuple[str, bytes]]:
    for folder in theme.templates:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                yield str(file), digest_of_bytes(file.read_bytes())
