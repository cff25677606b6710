"""Blocks of the site's feed: the documents of its history, some hundreds to a target.

With one target for all of them, every new article of a large archive would have all documents looked at. So it outdates
the newest document and the blocks from its own place on, which for news is the last one.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsgen.archive.targets import Target

# Articles to a block. A block reads whole years: many small ones would read a year again and again.
BLOCK = 10_000


def feed_blocks(articles: int) -> Iterator[Target]:
    """All blocks of a feed of so many dated articles."""
    return _blocks(0, articles)


def blocks_from(first: int, changed: int, articles: int, feed_size: int) -> Iterator[Target]:
    """The blocks that may change where the cards from a place on changed, of which the first is at index `first`.

    They begin three documents earlier at most, `feed_size` articles each: the document that led to no newer one before
    changes too. `changed` is the number of cards that came, changed or went; blocks that are gone are named as well.
    """
    return _blocks(max(0, first - 3 * feed_size), articles + changed)


def _blocks(start: int, end: int) -> Iterator[Target]:
    return (Target("feed", str(block)) for block in range(start // BLOCK, end // BLOCK + 1))
