"""Progress bars on a terminal: how far a build is, its speed and the time left; nothing for a short build."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

# Seconds before the first bar: most builds end sooner.
_DELAY = 1.0


class Progress:
    """Bars on a terminal, one for each phase; silent if the stream is not a terminal."""

    def __init__(self, stream: TextIO | None = None, delay: float = _DELAY) -> None:
        self._stream = stream or sys.stderr
        self._is_shown = self._stream.isatty()
        self._begin = time.monotonic() + delay
        self._bars: Bars | None = None
        self._phases: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bars:
            self._bars.stop()

    def __call__(self, phase: str, done: int, total: int) -> None:
        """Show how much of a phase is done."""
        if not self._is_shown or time.monotonic() < self._begin:
            return
        if self._bars is None:
            self._bars = _make_bars(self._stream)
            self._bars.start()
        if phase not in self._phases:
            self._phases[phase] = self._bars.add_task(phase, total=total)
        self._bars.update(self._phases[phase], completed=done, total=total)


def _make_bars(stream: TextIO) -> Bars:
    # Rich takes as long to load as a small site takes to build.
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
