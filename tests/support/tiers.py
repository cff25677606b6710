"""Tests that come in many seeds: some run each time, more before a change lands, the rest by hand."""

from collections.abc import Iterable
from typing import Any

import pytest


def tiers(values: Iterable[object], always: int, long: int) -> list[Any]:
    """Parameters: the first `always` run each time, the next `long` by `-m long`, and all others by `-m hours`."""
    marks = [[], [pytest.mark.long], [pytest.mark.hours]]
    return [
        pytest.param(
            *value if isinstance(value, tuple) else (value,),
            marks=marks[(number >= always) + (number >= always + long)],
        )
        for number, value in enumerate(values)
    ]
