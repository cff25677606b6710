"""Shards, parts and positions are read as docs/search.md describes them."""

from random import Random

import pytest

from newsgen.search.format.bit_reader import Bits
from newsgen.search.format.codes import code_bits, code_count, code_far, code_rice, code_text, level_codes
from newsgen.search.format.shard_reader import Entry, Older, Part, read_part, read_places, read_shard
from newsgen.search.index.blocks import code_part, code_places, make_blocks
from tests.support.postings import plain, random_postings

# Two blocks: the articles 5 and 9 with the levels 1 and 3, and 5,000 with the level 2.
TWO_BLOCKS = "".join(
    (
        code_count(1),
        *(code_far(5), code_count(1), code_bits(2, 5), code_bits(1, 3)),
        *(level_codes(1)[1], code_rice(3, 2), level_codes(1)[3]),
        *(code_far(4990), code_count(0), code_bits(2, 3)),
    )
)


def test_a_part_has_its_articles_block_by_block() -> None:
    assert read_part(Bits(TWO_BLOCKS), levelled=True) == Part([5, 9, 5000], [1, 3, 2], [2, 1])


def test_without_levels_all_weigh_least() -> None:
    signs = code_count(0) + code_far(2) + code_count(2) + code_bits(0, 5) + code_rice(0, 0) + code_rice(4, 0)
    assert read_part(Bits(signs), levelled=False) == Part([2, 3, 8], [0, 0, 0], [3])


def test_positions_belong_to_the_articles_of_each_block() -> None:
    first = code_bits(2, 4) + code_count(0) + code_rice(7, 2) + code_count(1) + code_rice(0, 2) + code_rice(1, 2)
    second = code_bits(0, 4) + code_count(0) + code_rice(3, 0)
    places = read_places(Bits(first + second), Part([5, 9, 5000], [1, 3, 2], [2, 1]))
    assert places == {5: [7], 9: [0, 2], 5000: [3]}


def test_a_shard_tells_stems_forms_and_where_their_articles_are() -> None:
    one = code_count(0) + code_far(4) + code_count(0)
    signs = "".join(
        (
            code_count(2),
            *(code_count(0), code_text("@tag:älv".encode()), code_count(0)),
            *(code_count(9), code_text(b"elv"), "00", code_count(0), code_count(0), one),
            *(code_count(0), code_text(b"ferri"), code_count(1)),
            *(code_count(5), code_text(b"es"), "1", "11", code_count(2), code_count(0), TWO_BLOCKS),
            *(code_count(4), code_text(b"y"), "1", "10", code_count(40), code_count(2)),
            *(code_count(1), code_count(29), code_count(3), code_count(7), code_count(1), TWO_BLOCKS),
        )
    )
    both = Part([5, 9, 5000], [1, 3, 2], [2, 1])
    tag, ferries, ferry = read_shard("@section:a", signs)
    assert (tag.stem, tag.newest, tag.is_word, ferry.is_word) == ("@tag:älv", Part([4], [0], [1]), False, True)
    assert ferries == Entry("@section:a", 1, "ferri", "ferries", True, True, True, 3, (), 0, both)
    older = (Older(1, 30), Older(4, 8))
    assert ferry == Entry("@section:a", 2, "ferri", "ferry", True, True, False, 41, older, 5, both)


@pytest.mark.parametrize("levelled", [True, False])
@pytest.mark.parametrize("articles", [1, 2, 3, 50, 3_000])
def test_what_the_writer_codes_is_read_as_it_was(articles: int, levelled: bool) -> None:
    for below in (articles, articles * 3, 1 << 20):
        written = random_postings(Random(articles), articles, below, levelled)
        blocks = list(make_blocks(written, levelled))
        part = read_part(Bits(code_part(blocks)), levelled)
        assert part == Part(list(written.numbers), list(written.levels), [block.articles for block in blocks])
        if levelled:
            places = read_places(Bits(code_places(blocks)), part)
            assert [(*both, places[both[0]]) for both in zip(*part[:2], strict=True)] == plain(written)
