"""`newsgen serve` as people start it, for the tests that look at it from outside."""

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

# Seconds after which something that should happen is taken for something that never will.
PATIENCE = 60


class Serving:
    """A server that runs: what it printed, line by line, and the address that it told."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self.lines: list[str] = []
        self._read = 0
        self._more = threading.Condition()
        self._ended = False
        self._thread = threading.Thread(target=self._follow, daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return self.lines[0].split()[1]

    def wait_for(self, text: str) -> str:
        """The next line with this text; lines before it are passed over."""
        with self._more:
            while True:
                while self._read < len(self.lines):
                    self._read += 1
                    if text in self.lines[self._read - 1]:
                        return self.lines[self._read - 1]
                if self._ended or not self._more.wait(PATIENCE):
                    raise AssertionError(f"no {text!r} in {self.lines}")

    def stop(self) -> int:
        """What Ctrl-C does; the exit code."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(PATIENCE)
        self._thread.join()
        return code

    def _follow(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            with self._more:
                self.lines.append(line.rstrip("\n"))
                self._more.notify_all()
        with self._more:
            self._ended = True
            self._more.notify_all()


@contextmanager
def serving(
    root: Path, *options: str, first: str = " written, ", env: Mapping[str, str] | None = None
) -> Iterator[Serving]:
    """Serve a site on a port of its own until the end; its first build is done, and a line with `first` told so."""
    command = [sys.executable, "-m", "newsgen", "serve", "--root", str(root), "--port", "0", *options]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=env)
    with process:
        try:
            served = Serving(process)
            served.wait_for("Serving ")
            served.wait_for(first)
            yield served
        finally:
            process.kill()
