"""A lock on an open file, which the system frees when the process ends, however it does."""

from __future__ import annotations

import sys
import time

# How often a lock is tried, and the seconds between.
_TRIES = 20
_BETWEEN_TRIES = 0.1


def take_lock(handle: int) -> bool:
    """Take a lock. The workers of a build that was killed hold it too, and end a moment later than the build."""
    for _ in range(_TRIES):
        try:
            _lock_at_once(handle)
        except OSError:
            time.sleep(_BETWEEN_TRIES)
        else:
            return True
    return False


def _lock_at_once(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
