"""Shards, parts and positions are decoded as docs/format/search.md describes them."""

from random import Random

import pytest

from newsgen.search.format.bit_reader import BitReader
from newsgen.search.format.codes import encode_bits, encode_count, encode_far, encode_rice, encode_text, level_codes
from newsgen.search.format.shard_reader import FormEntry, OlderPart, Part, read_part, read_positions, read_shard
from newsgen.search.index.blocks import encode_part, encode_positions, make_blocks
from tests.support.postings import articles_of, random_postings

# Two blocks: the articles 5 and 9 with levels 1 and 3, and 5,000 with level 2.
TWO_BLOCKS = "".join(
    (
        encode_count(1),
        *(encode_far(5), encode_count(1), encode_bits(2, 5), encode_bits(1, 3)),
        *(level_codes(1)[1], encode_rice(3, 2), level_codes(1)[3]),
        *(encode_far(4990), encode_count(0), encode_bits(2, 3)),
    )
)

# The articles of each year: 30 and 11 with a form, none and 43 with any form of its stem.
YEARS = encode_count(2) + encode_bits(3, 5) + encode_rice(30, 3) + encode_rice(11, 3)
STEM_YEARS = encode_count(2) + encode_bits(4, 5) + encode_rice(0, 4) + encode_rice(43, 4)


def test_a_part_is_a_sequence_of_blocks() -> None:
    assert read_part(BitReader(TWO_BLOCKS), has_levels=True) == Part([5, 9, 5000], [1, 3, 2], [2, 1])


def test_without_levels_every_level_is_0() -> None:
    bits = encode_count(0) + encode_far(2) + encode_count(2) + encode_bits(0, 5) + encode_rice(0, 0) + encode_rice(4, 0)
    assert read_part(BitReader(bits), has_levels=False) == Part([2, 3, 8], [0, 0, 0], [3])


def test_positions_belong_to_the_articles_of_each_block() -> None:
    first = (
        encode_bits(2, 4)
        + encode_count(0)
        + encode_rice(7, 2)
        + encode_count(1)
        + encode_rice(0, 2)
        + encode_rice(1, 2)
    )
    second = encode_bits(0, 4) + encode_count(0) + encode_rice(3, 0)
    positions = read_positions(BitReader(first + second), Part([5, 9, 5000], [1, 3, 2], [2, 1]))
    assert positions == {5: [7], 9: [0, 2], 5000: [3]}


def test_a_shard_holds_stems_forms_and_where_their_articles_are() -> None:
    one = encode_count(0) + encode_far(4) + encode_count(0)
    bits = "".join(
        (
            encode_count(2),
            *(encode_count(0), encode_text("@tag:älv".encode()), encode_count(0)),
            *(encode_count(9), encode_text(b"elv"), "00", encode_count(0), encode_count(0), one),
            *(encode_count(0), encode_text(b"ferri"), encode_count(1), STEM_YEARS),
            *(encode_count(5), encode_text(b"es"), "1", "11", encode_count(2), encode_count(0), TWO_BLOCKS),
            *(encode_count(4), encode_text(b"y"), "1", "10", encode_count(40), encode_count(2)),
            *(encode_count(1), encode_count(29), encode_count(3), encode_count(7), encode_count(1), YEARS),
            TWO_BLOCKS,
        )
    )
    both = Part([5, 9, 5000], [1, 3, 2], [2, 1])
    tag, ferries, ferry = read_shard("@section:a", bits)
    assert (tag.stem, tag.newest, tag.is_word, ferry.is_word) == ("@tag:älv", Part([4], [0], [1]), False, True)
    assert ferries == FormEntry("@section:a", 1, "ferri", "ferries", True, True, True, 3, (), 0, both, (), (0, 43))
    older = (OlderPart(1, 30), OlderPart(4, 8))
    assert ferry == FormEntry(
        "@section:a", 2, "ferri", "ferry", True, True, False, 41, older, 5, both, (30, 11), (0, 43)
    )


@pytest.mark.parametrize("has_levels", [True, False])
@pytest.mark.parametrize("articles", [1, 2, 3, 50, 3_000])
def test_encoded_postings_are_decoded_as_they_were(articles: int, has_levels: bool) -> None:
    for below in (articles, articles * 3, 1 << 20):
        written = random_postings(Random(articles), articles, below, has_levels)
        blocks = list(make_blocks(written, has_levels))
        part = read_part(BitReader(encode_part(blocks)), has_levels)
        assert part == Part(list(written.numbers), list(written.levels), [block.articles for block in blocks])
        if has_levels:
            positions = read_positions(BitReader(encode_positions(blocks)), part)
            assert [(*both, positions[both[0]]) for both in zip(*part[:2], strict=True)] == articles_of(written)
