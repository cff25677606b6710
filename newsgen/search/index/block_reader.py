"""Reading blocks back, to change what is in them."""

from __future__ import annotations

from array import array

from newsgen.search.format.bit_reader import Bits
from newsgen.search.format.files import unpack_signs
from newsgen.search.format.postings import Postings
from newsgen.search.format.shard_reader import read_articles, read_block_places
from newsgen.search.index.blocks import Block


def read_block(block: Block, has_levels: bool) -> Postings:
    """The postings of a block."""
    numbers, levels = read_articles(Bits(unpack_signs(block.postings)), has_levels, block.first)
    counts: list[int] = [0] * len(numbers)
    places: list[int] = []
    if block.places:
        counts, places = read_block_places(Bits(unpack_signs(block.places)), len(numbers))
    return Postings(array("I", numbers), bytearray(levels), bytearray(counts), array("I", places))
