"""Edit the blocks of a form: articles go and come, and only the blocks that they concern are encoded again."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence

from newsgen.search.format.bit_reader import BitReader
from newsgen.search.format.files import unpack_bits
from newsgen.search.format.postings import Postings
from newsgen.search.format.shard_reader import read_articles, read_block_positions
from newsgen.search.index.blocks import ALL_NUMBERS, MAX_IN_BLOCK, Block, Range, make_block

# Articles that come, by number, each with its level and positions.
Added = Mapping[int, tuple[int, Sequence[int]]]


def edit_blocks(blocks: Sequence[Block], removed: frozenset[int], added: Added, has_levels: bool) -> list[Block]:
    """The blocks of a form after some articles went and others came; they equal those made of all its articles."""
    return list(_edit(ALL_NUMBERS, blocks, removed, added, has_levels))


def read_block(block: Block, has_levels: bool) -> Postings:
    """The postings of a block."""
    numbers, levels = read_articles(BitReader(unpack_bits(block.postings)), has_levels, block.first)
    counts: list[int] = [0] * len(numbers)
    positions: list[int] = []
    if block.positions:
        counts, positions = read_block_positions(BitReader(unpack_bits(block.positions)), len(numbers))
    return Postings(array("I", numbers), bytearray(levels), bytearray(counts), array("I", positions))


def _edit(
    span: Range, blocks: Sequence[Block], removed: frozenset[int], added: Added, has_levels: bool
) -> Iterator[Block]:
    """The blocks of a range."""
    if not removed and not added:
        # These are the blocks of this range already: the range that it is a half of has too many articles for one.
        yield from blocks
        return
    articles = sum(block.articles for block in blocks) - len(removed) + len(added)
    if not articles:
        return
    if articles <= MAX_IN_BLOCK:
        yield make_block(span, _edited(blocks, removed, added, has_levels), has_levels)
        return
    if len(blocks) == 1 and blocks[0].range == span:
        # The block has become too full: split it as if all its articles were added to none.
        postings = _edited(blocks, removed, added, has_levels)
        blocks, removed = (), frozenset()
        added = {number: (level, positions) for number, level, positions in postings.articles()}
    for half in span.halves():
        end = half.start + (1 << half.width)
        yield from _edit(
            half,
            [block for block in blocks if half.start <= block.range.start < end],
            frozenset(number for number in removed if half.start <= number < end),
            {number: posting for number, posting in added.items() if half.start <= number < end},
            has_levels,
        )


def _edited(blocks: Sequence[Block], removed: frozenset[int], added: Added, has_levels: bool) -> Postings:
    postings = Postings.empty()
    for block in blocks:
        postings.extend(read_block(block, has_levels))
    for number in removed:
        postings.remove(number)
    for number, (level, positions) in added.items():
        postings.insert(number, level, positions)
    return postings
