"""The index of the last build, for commands that only ask it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from newsgen.errors import BuildFailed, Problem
from newsgen.state import FOLDER, connect, is_ours, state_file


@contextmanager
def open_built(root: Path, why: str) -> Iterator[sqlite3.Connection]:
    """The index of the site at `root`; `why` tells in a sentence what it is asked for.

    Raises BuildFailed where no site was built, or by another newsgen.
    """
    file = state_file(root / FOLDER)
    if not file.is_file():
        raise BuildFailed([_not_built(root, "no site was built here yet", why)])
    try:
        with closing(connect(file)) as state:
            state.execute("PRAGMA query_only = 1")
            if not is_ours(state):
                raise BuildFailed([_not_built(root, "the last build was another newsgen's", why)])
            yield state
    except sqlite3.DatabaseError:
        raise BuildFailed([_not_built(root, "the index of the last build cannot be read", why)]) from None


def _not_built(root: Path, what: str, why: str) -> Problem:
    return Problem(str(root), 0, what, why, "Run newsgen build first.")
