"""Arguments that several benchmarks share."""

from __future__ import annotations

import shutil
from pathlib import Path


def find_program(name: str) -> str:
    """The absolute path of a program, as it is run in other folders; its name if it is not found."""
    found = shutil.which(name)
    return str(Path(found).absolute()) if found else name


def split_names(text: str) -> list[str]:
    """The names in a comma-separated list."""
    return [name for name in text.split(",") if name]
