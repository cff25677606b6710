"""Changing the blocks of a form: articles go and come, and only the blocks that they touch are made anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newsgen.search.format.postings import Postings
from newsgen.search.index.block_reader import read_block
from newsgen.search.index.blocks import ALL, MOST_IN_BLOCK, Block, Range, make_block

# An article that comes, by its number: its level and its positions.
Coming = Mapping[int, tuple[int, Sequence[int]]]


def edit_blocks(blocks: Sequence[Block], gone: frozenset[int], coming: Coming, has_levels: bool) -> list[Block]:
    """The blocks of a form after the articles of some numbers went and others came; they are those of all its articles,
    made at once.
    """
    return list(_settle(ALL, blocks, gone, coming, has_levels))


def _settle(
    span: Range, blocks: Sequence[Block], gone: frozenset[int], coming: Coming, has_levels: bool
) -> Iterator[Block]:
    if not gone and not coming:
        # They are the blocks of this range already: what it is a half of has too many articles for one block.
        yield from blocks
        return
    articles = sum(block.articles for block in blocks) - len(gone) + len(coming)
    if not articles:
        return
    if articles <= MOST_IN_BLOCK:
        yield make_block(span, _edited(blocks, gone, coming, has_levels), has_levels)
        return
    if len(blocks) == 1 and blocks[0].range == span:
        # It has become too full.
        postings = _edited(blocks, gone, coming, has_levels)
        everything = {number: (level, places) for number, level, places in postings.each()}
        blocks, gone, coming = (), frozenset(), everything
    for half in span.halves():
        end = half.start + (1 << half.width)
        yield from _settle(
            half,
            [block for block in blocks if half.start <= block.range.start < end],
            frozenset(number for number in gone if half.start <= number < end),
            {number: found for number, found in coming.items() if half.start <= number < end},
            has_levels,
        )


def _edited(blocks: Sequence[Block], gone: frozenset[int], coming: Coming, has_levels: bool) -> Postings:
    postings = Postings.empty()
    for block in blocks:
        postings.extend(read_block(block, has_levels))
    for number in gone:
        postings.remove(number)
    for number, (level, places) in coming.items():
        postings.insert(number, level, places)
    return postings
