"""Reading blocks back."""

import random

import pytest

from newsgen.search.index.block_reader import read_block
from newsgen.search.index.blocks import ALL, make_block
from tests.support.postings import plain, random_postings


@pytest.mark.parametrize("has_levels", [True, False])
@pytest.mark.parametrize("seed", range(30))
def test_a_block_gives_back_what_it_was_made_of(seed: int, has_levels: bool) -> None:
    choose = random.Random(seed)
    articles = choose.choice((1, 1, 2, 3, 40, 1_024))
    postings = random_postings(choose, articles, choose.choice((articles, 5_000, 3_000_000)), has_levels)
    assert plain(read_block(make_block(ALL, postings, has_levels), has_levels)) == plain(postings)
