"""Remove what is at a path, whatever it is: damage may have put a folder, a pipe or a link where a file was."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def remove(place: Path) -> None:
    """Delete a file, or a folder with all that is in it, if there is one."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    elif os.path.lexists(place):
        place.unlink(missing_ok=True)
