"""Blocks of postings."""

import random
from itertools import pairwise

from newsgen.search.format.codes import code_bits, code_count, code_far, code_rice, level_codes
from newsgen.search.format.files import pack_signs
from newsgen.search.format.postings import Postings
from newsgen.search.index.blocks import (
    ALL,
    MOST_IN_BLOCK,
    Block,
    Range,
    code_part,
    code_places,
    cut,
    make_block,
    make_blocks,
)
from tests.support.postings import random_postings


def test_a_block_of_one_article_is_short() -> None:
    postings = Postings.empty()
    postings.append(5, 3, [7])
    assert make_block(ALL, postings, True) == Block(
        ALL, 1, 5, 5, pack_signs("1" + "011"), pack_signs(code_bits(2, 4) + "1" + code_rice(7, 2))
    )


def test_a_block_of_three_articles() -> None:
    postings = Postings.empty()
    for number, level, places in ((5, 3, [0]), (6, 3, [2, 9]), (16, 4, [1])):
        postings.append(number, level, places)
    block = make_block(ALL, postings, True)
    codes = level_codes(3)
    gaps = codes[3] + code_rice(0, 2) + codes[3] + code_rice(9, 2) + codes[4]
    head = code_count(2) + code_bits(2, 5) + code_bits(3, 3)
    assert block.postings == pack_signs(head + gaps)
    found = "1" + code_rice(0, 1) + code_count(1) + code_rice(2, 1) + code_rice(6, 1) + "1" + code_rice(1, 1)
    assert block.places == pack_signs(code_bits(1, 4) + found)
    assert code_part([block]) == code_count(0) + code_far(5) + head + gaps
    assert code_places([block]) == code_bits(1, 4) + found


def test_a_name_has_neither_levels_nor_positions() -> None:
    postings = random_postings(random.Random(1), 2, 10, has_levels=False)
    block = make_block(ALL, postings, False)
    gap = postings.numbers[1] - postings.numbers[0] - 1
    assert block.places == b""
    assert block.postings == pack_signs(code_count(1) + code_bits(0, 5) + code_rice(gap, 0))


def test_ranges_are_halved_until_none_has_too_many() -> None:
    numbers = [1, 2, 3, 1 << 31, (1 << 31) + 5]
    found = [(tuple(span), list(part)) for span, part in cut(numbers, int, lambda _: 1, 2)]
    assert found == [((0, 1), [1]), ((2, 1), [2, 3]), ((1 << 31, 31), [1 << 31, (1 << 31) + 5])]


def test_no_block_has_too_many_and_all_together_have_all() -> None:
    postings = random_postings(random.Random(7), 6_000, 40_000)
    blocks = list(make_blocks(postings, True))
    assert sum(block.articles for block in blocks) == 6_000
    assert max(block.articles for block in blocks) <= MOST_IN_BLOCK
    assert all(one.last < other.first for one, other in pairwise(blocks))
    assert all(
        block.range.start <= block.first <= block.last < block.range.start + (1 << block.range.width)
        for block in blocks
    )
    assert blocks[0].range != Range(0, 32)
