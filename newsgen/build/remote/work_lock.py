"""The lock of work on other machines: it names the job that counts, and each batch is worked off under it.

A process that was given up may still be at work: its scheduler is gone, or took it for dead. Whoever withdraws a job
waits until nobody works on it. From then on none of its processes writes anything.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FILE = "remote-lock"
# Seconds that a batch may take, and between two looks at the lock. A process that is cut off from the network loses
# its lock to NFS after 90 seconds.
_PATIENCE = 120.0
_BETWEEN_LOOKS = 0.05


class NotShared(Exception):
    """The folder of the job is not here, or is another one."""


class JobWithdrawn(Exception):
    """The job does not count any more; whoever waited for it has given up."""


def declare_job(folder: Path, name: str) -> bool:
    """Let a job count from now on, or none (""); whether the work on the one before has ended.

    Raises OSError where the folder cannot be written.
    """
    import fcntl

    handle = os.open(folder / _FILE, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        # From now on nobody begins, so that those who are at work become fewer.
        os.ftruncate(handle, 0)
        deadline = time.monotonic() + _PATIENCE
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    return False
                time.sleep(_BETWEEN_LOOKS)
        os.pwrite(handle, name.encode(), 0)
        os.fsync(handle)
        return True
    finally:
        os.close(handle)


def was_used(folder: Path) -> bool:
    """Whether other machines ever worked in a folder."""
    return (folder / _FILE).exists()


@contextmanager
def working_on(folder: Path, name: str) -> Iterator[None]:
    """Work on a job, which counts until the block ends. Raises NotShared and JobWithdrawn."""
    import fcntl

    try:
        opened = (folder / _FILE).open("rb")
    except OSError:
        raise NotShared from None
    with opened as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        # Taking a lock makes NFS look again at what the file holds.
        if file.read() != name.encode():
            raise JobWithdrawn
        yield
