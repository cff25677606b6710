"""How often Python looks for garbage while it builds or imports: seldom, for hardly any of the values form circles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# New values until the next look; Python's default is 700, and 2,000 from 3.13 on.
_THRESHOLD = 20_000


def collect_seldom() -> None:
    """Look for garbage seldom from now on, and only among what is made from now on.

    What was made before the work stays: looking through it again and again takes a twentieth of the time.
    """
    gc.freeze()
    gc.set_threshold(_THRESHOLD)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Look for garbage seldom inside the block, and as before after it."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
