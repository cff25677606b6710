"""Tell a damaged state from other failures, and set it aside: the next build makes all of it anew."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from newsgen.archive.checksum import forget_checksum, is_changed, is_sound
from newsgen.archive.database import is_corruption, quarantined_file, state_file
from newsgen.errors import NewsgenError
from newsgen.record.removal import remove


def quarantine(folder: Path) -> str:
    """Put a database away that cannot be used; the notice about one that was damaged."""
    file, aside = state_file(folder), quarantined_file(folder)
    forget_checksum(file)
    for old in (Path(f"{file}-wal"), Path(f"{file}-shm"), aside):
        remove(old)
    if os.path.lexists(file):
        file.replace(aside)
    return f"The state in {folder.name}/ was damaged and is set aside; all pages are looked at anew."


def drop_quarantined(folder: Path) -> None:
    """Delete a database that was put away earlier."""
    remove(quarantined_file(folder))


def is_damaged(folder: Path, error: BaseException) -> bool:
    """Whether an error of a build comes of a damaged database, as its checksum shows or as SQLite finds."""
    file = state_file(folder)
    causes = (error, error.__context__)
    if any(is_corruption(cause) for cause in causes if cause):
        return True
    if isinstance(error, NewsgenError) and not isinstance(error.__context__, sqlite3.Error):
        return False
    return is_changed(file) or not is_sound(file)
