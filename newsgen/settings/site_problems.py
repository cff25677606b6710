"""The problems of settings in `site.yaml`: what is wrong, with its line, and what may stand there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from newsgen.errors import Problem, did_you_mean
from newsgen.settings import SITE_FILE
from newsgen.settings.types import fault_of

# The names and numbers that lead to a setting.
Path = tuple[int | str, ...]


def repeated_setting(name: str, line: int) -> Problem:
    """The problem of a setting that stands twice."""
    return Problem(
        SITE_FILE, line, f'the setting "{name}" stands twice', "Only one of them can count.", "Keep one of the two."
    )


def missing_logo(file: str, line: int) -> Problem:
    """The problem of a logo without its file."""
    return Problem(
        SITE_FILE,
        line,
        f'cannot use theme.logo.file: "{file}"',
        "There is no such file in the folder static.",
        "Put the picture there, or correct its name.",
    )


def setting_problem(error: Any, lines: Mapping[str, int], known_settings: Callable[[Path], list[str]]) -> Problem:
    """The problem of one of pydantic's errors; `lines` are those of the settings.

    `known_settings` gives the names of the settings inside a setting.
    """
    path = error["loc"]
    name = ".".join(map(str, path))
    line = lines.get(str(path[0]), 0)
    if error["type"] == "extra_forbidden":
        known = known_settings(path[:-1])
        return Problem(
            SITE_FILE,
            line,
            f'unknown setting "{name}".{did_you_mean(str(path[-1]), known)}',
            "A setting that newsgen does not know would have no effect.",
            f"Settings are: {', '.join(sorted(known))}.",
        )
    reason = fault_of(error)
    if error["type"] == "model_type":
        reason = f"it holds settings of its own: {', '.join(sorted(known_settings(path)))}"
    # What stands there may be a password.
    is_shown = isinstance(error["input"], str) and path[0] != "publish"
    return Problem(
        SITE_FILE,
        line,
        f'cannot use {name}: "{error["input"]}"' if is_shown else f"cannot use {name}",
        f"{reason[0].upper()}{reason[1:]}.",
        "newsgen's docs/settings.md shows what it may hold.",
    )
