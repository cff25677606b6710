"""How a build is wanted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

# Told of each file that is written, and why.
OnWritten = Callable[[str, str], None]
# Told of a phase how much of it is done, and how much there is to do.
OnProgress = Callable[[str, int, int], None]


def ignore_written(file: str, reason: str) -> None:
    """For a build of which nobody wants to hear each file."""


def ignore_progress(phase: str, done: int, total: int) -> None:
    """For a build whose progress nobody watches."""


class BuildOptions(NamedTuple):
    """How a build is wanted.

    `output` overrides site.yaml's folder, `clean` builds all of it anew, `verify` looks into every source and page,
    `workers` is a number of processes or "auto", `start_method` how they are started (None: as the system does), and
    `tell` hears of each file that is written, with the reason, and `watch` of the progress. A `preview` publishes no
    addresses, and `renew` moves articles to where the permalink of site.yaml puts them today.
    """

    output: Path | None = None
    clean: bool = False
    verify: bool = False
    workers: str = "auto"
    start_method: str | None = None
    tell: OnWritten = ignore_written
    watch: OnProgress = ignore_progress
    preview: bool = False
    renew: bool = False
