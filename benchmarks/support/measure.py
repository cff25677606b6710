"""Measure one command: wall time, CPU time and memory of all its processes, and the files it writes (Linux)."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_PROC = Path("/proc")
_SECONDS_BETWEEN_SAMPLES = 0.08
# Characters of a failed command's output that an error shows.
_MAX_OUTPUT = 2_000


class Cost(NamedTuple):
    """Seconds of wall time, and of CPU time of the command and all processes that it waited for."""

    wall: float
    cpu: float


class CommandFailed(Exception):
    """A command ended with an error; the message shows the end of its output."""


def run_timed(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command in a folder, after what earlier commands wrote has been flushed to disk."""
    os.sync()
    started = time.perf_counter()
    process = _start(command, folder, environment)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    _check(process, command, folder)
    return Cost(wall, usage.ru_utime + usage.ru_stime)


def run_watched(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> float:
    """Run a command and return the peak memory of all its processes together, in MB.

    Shared memory is divided among the processes that share it (PSS). Sampling takes time, so the run is not timed.
    """
    process = _start(command, folder, environment)
    peak = 0
    ended = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not ended.wait(_SECONDS_BETWEEN_SAMPLES):
            peak = max(peak, sum(map(_read_memory, _find_processes(process.pid))))

    watcher = threading.Thread(target=watch)
    watcher.start()
    process.wait()
    ended.set()
    watcher.join()
    _check(process, command, folder)
    return peak / 1024


def count_written(folder: Path, since: int) -> int:
    """The number of files below a folder that were written after a time, in nanoseconds of the file system's clock."""
    files = (Path(parent) / name for parent, _, names in os.walk(folder) for name in names)
    return sum(file.stat().st_mtime_ns > since for file in files)


def read_clock(folder: Path) -> int:
    """The current time of the file system of a folder, which lags a little behind the clock."""
    marker = folder / ".clock"
    marker.write_bytes(b"")
    instant = marker.stat().st_mtime_ns
    marker.unlink()
    return instant


def _start(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Start a command in its own session, by which its processes are found."""
    with _log_of(folder).open("wb") as log:
        return subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def _log_of(folder: Path) -> Path:
    return folder.parent / f"{folder.name}.log"


def _check(process: subprocess.Popen[bytes], command: Sequence[str], folder: Path) -> None:
    if process.returncode:
        output = _log_of(folder).read_text(encoding="utf-8", errors="replace")[-_MAX_OUTPUT:]
        raise CommandFailed(f"{' '.join(command)} in {folder} ended with {process.returncode}:\n{output}")


def _find_processes(session: int) -> list[int]:
    """The processes of a session; children stay in it when their parent has ended."""
    found = []
    for entry in os.scandir(_PROC):
        if entry.name.isdigit():
            try:
                # A process's name is in parentheses and may contain anything; the session is the fourth field after it.
                fields = (_PROC / entry.name / "stat").read_text(errors="replace").rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == session:
                found.append(int(entry.name))
    return found


def _read_memory(process: int) -> int:
    """A process's share of memory in KB; 0 if it has ended."""
    try:
        lines = (_PROC / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
