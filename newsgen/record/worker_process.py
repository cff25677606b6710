"""What each process does first that works for another, and how many of them a machine has room for."""

from __future__ import annotations

import os
import signal
import threading
import time

from newsgen.record.garbage import collect_seldom

# Seconds between two checks whether the parent still exists.
_PARENT_CHECK = 0.5


def count_cores() -> int:
    """The number of processes that can work at once on this machine, as far as this one may use it."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def become_worker() -> None:
    """Look for garbage seldom, leave Ctrl-C to the parent, and end with it."""
    collect_seldom()
    # Ctrl-C reaches all processes of a terminal; the parent ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, args=(os.getppid(),), daemon=True).start()


def _follow_parent(parent: int) -> None:
    """End with the parent also where it was killed: a process that waits for work would wait for ever."""
    while os.getppid() == parent:
        time.sleep(_PARENT_CHECK)
    os._exit(1)
