"""The steps by which a number is observed: "up to 3" and "more"."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache


def step_of(value: float, steps: tuple[float, ...]) -> str:
    """The first of the rising steps that a value does not exceed, or "more"."""
    return _names_of(steps)[bisect_left(steps, value)]


@cache
def _names_of(steps: tuple[float, ...]) -> tuple[str, ...]:
    return (*(f"{step:g}" for step in steps), "more")
