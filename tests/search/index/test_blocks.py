"""Blocks of postings."""

import random
from itertools import pairwise

from newsgen.search.format.codes import encode_bits, encode_count, encode_far, encode_rice, level_codes
from newsgen.search.format.files import pack_bits
from newsgen.search.format.postings import Postings
from newsgen.search.index.blocks import (
    ALL_NUMBERS,
    MAX_IN_BLOCK,
    Block,
    Range,
    encode_part,
    encode_positions,
    make_block,
    make_blocks,
    split,
)
from tests.support.postings import random_postings


def test_a_block_of_one_article_is_short() -> None:
    postings = Postings.empty()
    postings.append(5, 3, [7])
    assert make_block(ALL_NUMBERS, postings, True) == Block(
        ALL_NUMBERS, 1, 5, 5, pack_bits("1" + "011"), pack_bits(encode_bits(2, 4) + "1" + encode_rice(7, 2))
    )


def test_a_block_of_three_articles() -> None:
    postings = Postings.empty()
    for number, level, positions in ((5, 3, [0]), (6, 3, [2, 9]), (16, 4, [1])):
        postings.append(number, level, positions)
    block = make_block(ALL_NUMBERS, postings, True)
    codes = level_codes(3)
    gaps = codes[3] + encode_rice(0, 2) + codes[3] + encode_rice(9, 2) + codes[4]
    head = encode_count(2) + encode_bits(2, 5) + encode_bits(3, 3)
    assert block.postings == pack_bits(head + gaps)
    found = "1" + encode_rice(0, 1) + encode_count(1) + encode_rice(2, 1) + encode_rice(6, 1) + "1" + encode_rice(1, 1)
    assert block.positions == pack_bits(encode_bits(1, 4) + found)
    assert encode_part([block]) == encode_count(0) + encode_far(5) + head + gaps
    assert encode_positions([block]) == encode_bits(1, 4) + found


def test_a_facet_has_neither_levels_nor_positions() -> None:
    postings = random_postings(random.Random(1), 2, 10, has_levels=False)
    block = make_block(ALL_NUMBERS, postings, False)
    gap = postings.numbers[1] - postings.numbers[0] - 1
    assert block.positions == b""
    assert block.postings == pack_bits(encode_count(1) + encode_bits(0, 5) + encode_rice(gap, 0))


def test_ranges_are_halved_until_none_has_too_many_articles() -> None:
    numbers = [1, 2, 3, 1 << 31, (1 << 31) + 5]
    found = [(tuple(span), list(part)) for span, part in split(numbers, numbers, range(6), 2)]
    assert found == [((0, 1), [1]), ((2, 1), [2, 3]), ((1 << 31, 31), [1 << 31, (1 << 31) + 5])]


def test_no_block_has_too_many_articles_and_together_they_have_all() -> None:
    postings = random_postings(random.Random(7), 6_000, 40_000)
    blocks = list(make_blocks(postings, True))
    assert sum(block.articles for block in blocks) == 6_000
    assert max(block.articles for block in blocks) <= MAX_IN_BLOCK
    assert all(one.last < other.first for one, other in pairwise(blocks))
    assert all(
        block.range.start <= block.first <= block.last < block.range.start + (1 << block.range.width)
        for block in blocks
    )
    assert blocks[0].range != Range(0, 32)
