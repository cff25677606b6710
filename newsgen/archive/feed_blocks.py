"""Blocks of the site's feed: the documents of its history, some hundreds to an owner.

With one owner for all of them, every new article of a large archive would have all documents looked at. So it touches
the newest document and the blocks from its own place on, which for news is the last one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

# Articles to a block. A block reads whole years, so that many small ones would read a year again and again.
BLOCK = 10_000
# Positions of articles without a date come before it, those of all others after.
_DATED = "0"


def all_blocks(state: sqlite3.Connection) -> Iterator[str]:
    """The owners of all blocks."""
    return _owners(0, _count_dated(state))


def blocks_since(state: sqlite3.Connection, positions: Iterable[str], size: int) -> Iterator[str]:
    """The owners of the blocks that may change where cards came, changed or went at these positions.

    That is the documents from the first of them on, and the one that led to no newer before: it begins three documents
    before the end at most, `size` articles each. As many blocks as there were are named, also those that are gone.
    """
    dated = [position for position in positions if position >= _DATED]
    if not dated:
        return iter(())
    query = "SELECT COUNT(*) FROM articles WHERE position >= ?"
    after = int(state.execute(query, (min(dated),)).fetchone()[0])
    count = _count_dated(state)
    return _owners(max(0, count - after - 3 * size), count + len(dated))


def _owners(start: int, end: int) -> Iterator[str]:
    return (f"feed:{block}" for block in range(start // BLOCK, end // BLOCK + 1))


def _count_dated(state: sqlite3.Connection) -> int:
    row = state.execute("SELECT COALESCE(SUM(articles), 0) FROM groups WHERE kind = 'years'").fetchone()
    return int(row[0])
