"""Measure a build from nothing by the workers of a Dask cluster: the share of the one process that keeps the index.

    python -m benchmarks.engines.workers SITE [--counts 1,2]

builds the site in the folder SITE in one process, then by clusters of so many workers on this machine. It prints for
each build the seconds, the seconds of a processor of the building process, which holds the scheduler too, and of the
workers, and whether the bytes are those of one process.
"""

from __future__ import annotations

import argparse
import os
import shutil
import time
from pathlib import Path
from typing import NamedTuple

import psutil

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.output.streamed_files import checksum_of_file


class Measured(NamedTuple):
    """Seconds: on the clock, of a processor by the building process, and by the workers."""

    clock: float
    builder: float
    workers: float


def measure(root: Path, options: BuildOptions, workers: list[psutil.Process]) -> Measured:
    """Build from nothing."""
    shutil.rmtree(root / ".newsgen", ignore_errors=True)
    shutil.rmtree(root / "public", ignore_errors=True)
    before = sum(sum(worker.cpu_times()[:2]) for worker in workers)
    clock, builder = time.perf_counter(), time.process_time()
    build_site(root, options)
    clock, builder = time.perf_counter() - clock, time.process_time() - builder
    return Measured(clock, builder, sum(sum(worker.cpu_times()[:2]) for worker in workers) - before)


def checksums(output: Path) -> dict[str, bytes | None]:
    """The files of a site, each with its checksum."""
    return {
        os.path.relpath(file, output): checksum_of_file(file) for file in sorted(output.rglob("*")) if file.is_file()
    }


def main() -> None:
    """Print the measurements."""
    from distributed import LocalCluster

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--counts", default="1,2")
    arguments = parser.parse_args()
    print("one process:", measure(arguments.site, BuildOptions(workers="1"), []), flush=True)
    expected = checksums(arguments.site / "public")
    for count in map(int, arguments.counts.split(",")):
        with LocalCluster(n_workers=count, threads_per_worker=1, processes=True, dashboard_address=":0") as cluster:
            workers = [psutil.Process(nanny.process.pid) for nanny in cluster.workers.values()]
            options = BuildOptions(executor=f"dask:{cluster.scheduler_address}", workers="2")
            measured = measure(arguments.site, options, workers)
        is_same = checksums(arguments.site / "public") == expected
        print(f"{count} workers:", measured, "equal bytes" if is_same else "OTHER BYTES", flush=True)


if __name__ == "__main__":
    main()
