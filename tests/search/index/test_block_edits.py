"""Articles go and come in the blocks of a form."""

import random

import pytest

from newsgen.search.format.postings import Postings
from newsgen.search.index.block_edits import edit_blocks
from newsgen.search.index.blocks import make_blocks
from tests.support.postings import plain, random_postings


def _of(found: dict[int, tuple[int, list[int]]]) -> Postings:
    postings = Postings.empty()
    for number, (level, places) in sorted(found.items()):
        postings.append(number, level, places)
    return postings


@pytest.mark.parametrize("has_levels", [True, False])
@pytest.mark.parametrize("seed", range(12))
def test_edited_blocks_are_those_of_all_articles(seed: int, has_levels: bool) -> None:
    """The law by which one article more costs no more than its blocks: in sizes where blocks split and are joined."""
    choose = random.Random(seed)
    below = choose.choice((4_000, 100_000))
    known = {
        number: (level, places) for number, level, places in plain(random_postings(choose, 2_040, below, has_levels))
    }
    blocks = list(make_blocks(_of(known), has_levels))
    for step in range(12):
        many = min(len(known), choose.choice((0, 1, 30, 700))) if step % 3 else len(known) // 3
        fewer = choose.sample(sorted(known), many)
        gone = frozenset(fewer)
        more = random_postings(choose, choose.choice((0, 1, 30, 900)), below, has_levels)
        coming = {
            number: (level, places) for number, level, places in plain(more) if number not in known or number in gone
        }
        known = {number: found for number, found in known.items() if number not in gone} | coming
        blocks = edit_blocks(blocks, gone, coming, has_levels)
        assert blocks == (list(make_blocks(_of(known), has_levels)) if known else [])


def test_a_form_without_articles_has_no_blocks() -> None:
    blocks = list(make_blocks(_of({5: (1, [2])}), True))
    assert edit_blocks(blocks, frozenset([5]), {}, True) == []
    assert edit_blocks([], frozenset(), {5: (1, [2])}, True) == blocks
