"""Values inside each other so deeply that no function that calls itself could go through them."""

from __future__ import annotations

from collections.abc import Mapping

# Levels of a value: those of honest exports have ten.
MOST_LEVELS = 100


def is_too_deep(value: object) -> bool:
    """Whether a value has more levels of lists and mappings than are read."""
    level: list[object] = [value]
    for _ in range(MOST_LEVELS):
        level = [part for item in level for part in _parts(item) if isinstance(part, Mapping | list | tuple)]
        if not level:
            return False
    return True


def _parts(value: object) -> list[object]:
    if isinstance(value, Mapping):
        return list(value.values())
    return list(value) if isinstance(value, list | tuple) else []
