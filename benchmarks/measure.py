"""What one command costs: wall time, CPU time and memory of all its processes, and the files that it writes (Linux)."""

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
_SHOWN = 2_000


class Cost(NamedTuple):
    """Seconds of wall time, and of CPU time of the command and of all processes that it waited for."""

    wall: float
    cpu: float


class CommandFailed(Exception):
    """A command ended with an error; the message shows the end of what it printed."""


def run_timed(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command in a folder. What earlier commands wrote is brought to disk before, so that none pays for it."""
    os.sync()
    started = time.perf_counter()
    process = _start(command, folder, environment)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    _check(process, command, folder)
    return Cost(wall, usage.ru_utime + usage.ru_stime)


def run_watched(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> float:
    """Run a command and return the most memory in MB that its processes held together.

    Shared memory is shared out among those who hold it (PSS). Asking costs time, so a watched run is not timed.
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
    """The files below a folder that were written after an instant, in nanoseconds as file systems count them."""
    return sum((Path(place) / name).stat().st_mtime_ns > since for place, _, names in os.walk(folder) for name in names)


def read_clock(folder: Path) -> int:
    """The instant of now as the file system of a folder counts it, which lags a little behind the clock."""
    marker = folder / ".clock"
    marker.write_bytes(b"")
    instant = marker.stat().st_mtime_ns
    marker.unlink()
    return instant


def _start(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """Start a command in a session of its own, by which its processes are found again."""
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
        told = _log_of(folder).read_text(encoding="utf-8", errors="replace")[-_SHOWN:]
        raise CommandFailed(f"{' '.join(command)} in {folder} ended with {process.returncode}:\n{told}")


def _find_processes(session: int) -> list[int]:
    """The processes of a session, which children stay in when their parent has ended."""
    found = []
    for entry in os.scandir(_PROC):
        if entry.name.isdigit():
            try:
                # The name of a process stands in brackets and may hold anything; behind it, the session is fourth.
                facts = (_PROC / entry.name / "stat").read_text(errors="replace").rpartition(")")[2].split()
            except OSError:
                continue
            if int(facts[3]) == session:
                found.append(int(entry.name))
    return found


def _read_memory(process: int) -> int:
    """The process' share of memory in KB; 0 when it has ended."""
    try:
        lines = (_PROC / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
