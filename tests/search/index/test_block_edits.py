"""Articles are removed from and added to the blocks of a form."""

import random

import pytest

from newsgen.search.format.postings import Postings
from newsgen.search.index.block_edits import edit_blocks, read_block
from newsgen.search.index.blocks import ALL_NUMBERS, make_block, make_blocks
from tests.support.postings import articles_of, random_postings
from tests.support.tiers import tiers


def _of(found: dict[int, tuple[int, list[int]]]) -> Postings:
    postings = Postings.empty()
    for number, (level, positions) in sorted(found.items()):
        postings.append(number, level, positions)
    return postings


@pytest.mark.parametrize("has_levels", [True, False])
@pytest.mark.parametrize("seed", tiers(range(12), always=1, long=11))
def test_edited_blocks_are_those_of_all_articles(seed: int, has_levels: bool) -> None:
    """An added article costs no more than its blocks because of this; the sizes make blocks split and merge."""
    choose = random.Random(seed)
    below = choose.choice((4_000, 100_000))
    known = {
        number: (level, positions)
        for number, level, positions in articles_of(random_postings(choose, 2_040, below, has_levels))
    }
    blocks = list(make_blocks(_of(known), has_levels))
    for step in range(12):
        many = min(len(known), choose.choice((0, 1, 30, 700))) if step % 3 else len(known) // 3
        fewer = choose.sample(sorted(known), many)
        gone = frozenset(fewer)
        more = random_postings(choose, choose.choice((0, 1, 30, 900)), below, has_levels)
        coming = {
            number: (level, positions)
            for number, level, positions in articles_of(more)
            if number not in known or number in gone
        }
        known = {number: found for number, found in known.items() if number not in gone} | coming
        blocks = edit_blocks(blocks, gone, coming, has_levels)
        assert blocks == (list(make_blocks(_of(known), has_levels)) if known else [])


def test_a_form_without_articles_has_no_blocks() -> None:
    blocks = list(make_blocks(_of({5: (1, [2])}), True))
    assert edit_blocks(blocks, frozenset([5]), {}, True) == []
    assert edit_blocks([], frozenset(), {5: (1, [2])}, True) == blocks


@pytest.mark.parametrize("has_levels", [True, False])
@pytest.mark.parametrize("seed", tiers(range(30), always=2, long=28))
def test_a_block_is_read_as_it_was_made(seed: int, has_levels: bool) -> None:
    choose = random.Random(seed)
    articles = choose.choice((1, 1, 2, 3, 40, 1_024))
    postings = random_postings(choose, articles, choose.choice((articles, 5_000, 3_000_000)), has_levels)
    assert articles_of(read_block(make_block(ALL_NUMBERS, postings, has_levels), has_levels)) == articles_of(postings)
