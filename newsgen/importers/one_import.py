"""One import at a time into a site's folder, whose failures to write are told as what they are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsgen.archive.database import FOLDER
from newsgen.archive.lock import take_lock
from newsgen.errors import NewsgenError, Problem, unwritable

_LOCK = "import-lock"
_REASON = "What was imported before it is there, and the next import goes on from it."
_FIX = "Free some space or change its permissions, and import again."


@contextmanager
def hold_folder(root: Path) -> Iterator[None]:
    """Hold a site's folder for an import.

    Raises NewsgenError while another import holds it, and where something in it cannot be written.
    """
    try:
        (root / FOLDER).mkdir(parents=True, exist_ok=True)
        with (root / FOLDER / _LOCK).open("a") as lock:
            if not take_lock(lock.fileno()):
                message = "another newsgen imports into this site at the moment"
                reason = "Two imports at once would write the same articles twice."
                raise NewsgenError([Problem(str(root), 0, message, reason, "Wait until it has ended, or end it.")])
            yield
    except (OSError, sqlite3.OperationalError) as error:
        place = getattr(error, "filename", None) or root / FOLDER
        raise NewsgenError([unwritable(Path(place), error, _REASON, _FIX)]) from None
