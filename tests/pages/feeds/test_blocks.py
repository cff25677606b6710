"""Blocks of the feed's history: every dated article has one, and a change concerns its own and all that follow."""

import pytest

from newsgen.archive.targets import Target
from newsgen.pages.feeds.blocks import BLOCK, blocks_from, feed_blocks


def blocks(*numbers: int) -> list[Target]:
    return [Target("feed", str(number)) for number in numbers]


@pytest.mark.parametrize(
    ("articles", "numbers"),
    [(0, [0]), (BLOCK - 1, [0]), (BLOCK, [0, 1]), (2 * BLOCK - 1, [0, 1]), (2 * BLOCK, [0, 1, 2])],
)
def test_every_dated_article_has_a_block(articles: int, numbers: list[int]) -> None:
    assert list(feed_blocks(articles)) == blocks(*numbers)


@pytest.mark.parametrize(
    ("first", "changed", "articles", "feed_size", "numbers"),
    [
        # News concern the last block, and the one before it where the document before them lies there.
        (5 * BLOCK + 500, 1, 5 * BLOCK + 501, 100, [5]),
        (5 * BLOCK + 300, 1, 5 * BLOCK + 301, 100, [5]),
        (5 * BLOCK + 299, 1, 5 * BLOCK + 300, 100, [4, 5]),
        # A change long ago concerns all that follow.
        (3 * BLOCK, 1, 5 * BLOCK, 1, [2, 3, 4, 5]),
        (7, 1, 2 * BLOCK, 100, [0, 1, 2]),
        # Blocks that are gone are named too.
        (2 * BLOCK - 10, 20, 2 * BLOCK - 10, 1, [1, 2]),
        (0, 5 * BLOCK, 0, 1, [0, 1, 2, 3, 4, 5]),
    ],
)
def test_a_change_concerns_its_own_block_and_all_that_follow(
    first: int, changed: int, articles: int, feed_size: int, numbers: list[int]
) -> None:
    assert list(blocks_from(first, changed, articles, feed_size)) == blocks(*numbers)
