"""Progress on a terminal: how far a build is, how fast it goes and how long it will take; nothing for a short one."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

# Seconds without a word: most builds are done by then.
_PATIENCE = 1.0


class Progress:
    """Bars on a terminal, one for each phase; nothing where the output is no terminal."""

    def __init__(self, stream: TextIO | None = None, patience: float = _PATIENCE) -> None:
        self._stream = stream or sys.stderr
        self._begin = time.monotonic() + patience
        self._bars: Bars | None = None
        self._phases: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bars:
            self._bars.stop()

    def __call__(self, phase: str, done: int, total: int) -> None:
        """Tell that so much of a phase is done."""
        if not self._stream.isatty() or time.monotonic() < self._begin:
            return
        if self._bars is None:
            self._bars = _make_bars(self._stream)
            self._bars.start()
        if phase not in self._phases:
            self._phases[phase] = self._bars.add_task(phase, total=total)
        self._bars.update(self._phases[phase], completed=done, total=total)


def _make_bars(stream: TextIO) -> Bars:
    # Rich takes as long to load as a small site to build.
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:,.0f} a second" if task.speed else "")

    return Progress(
        TextColumn("{task.description:8}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
        console=Console(file=stream),
        transient=True,
    )
