"""A Dask cluster in processes of its own: two workers, of which some are killed at random moments.

Run as a program it prints the scheduler's address, then the number of each kill.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from tests.support.paths import ROOT

# Seconds: a worker that is killed comes again in three or so.
_MOST_BETWEEN_KILLS = 8.0


class Cluster(NamedTuple):
    """A running cluster: the address of its scheduler, and its process."""

    address: str
    process: subprocess.Popen[str]

    @property
    def executor(self) -> str:
        """What a build calls it."""
        return f"dask:{self.address}"

    def kill(self) -> None:
        """End it at once, with its workers."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextmanager
def running_cluster(kills: int = 0, seed: int = 0, workers: int = 2) -> Iterator[Cluster]:
    """A cluster until the block ends; its workers are killed so many times."""
    command = [sys.executable, "-m", "tests.support.dask_cluster", str(workers), str(kills), str(seed)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True, cwd=ROOT
    ) as process:
        assert process.stdout
        cluster = Cluster(process.stdout.readline().strip(), process)
        try:
            yield cluster
        finally:
            if process.poll() is None:
                cluster.kill()


def _run(workers: int, kills: int, seed: int) -> None:
    from distributed import LocalCluster, Status

    chance = random.Random(seed)
    with LocalCluster(n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=":0") as cluster:
        _tell(cluster.scheduler_address)
        killed = 0
        while True:
            time.sleep(chance.random() * _MOST_BETWEEN_KILLS)
            # On a busy machine a nanny gives up a worker that takes long to start; another one takes its place.
            cluster.scale(workers)
            # A nanny gives up where the process ends that it is starting.
            processes = [nanny.process for nanny in cluster.workers.values()]
            pids = [one.pid for one in processes if one and one.status == Status.running and one.pid]
            if killed < kills and pids:
                try:
                    os.kill(chance.choice(pids), signal.SIGKILL)
                except ProcessLookupError:
                    continue
                killed += 1
                _tell(str(killed))


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _run(*map(int, sys.argv[1:]))
