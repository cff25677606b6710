"""Reading blocks back, to change what is in them."""

from __future__ import annotations

from array import array
from itertools import chain

from newsgen.search.bits import Bits
from newsgen.search.blocks import Block
from newsgen.search.entries import read_articles, read_block_places
from newsgen.search.posting import Postings
from newsgen.search.units import unpack_signs


def read_block(block: Block, has_levels: bool) -> Postings:
    """The postings of a block."""
    numbers, levels = read_articles(Bits(unpack_signs(block.postings)), has_levels, block.first)
    if block.places:
        places = list(read_block_places(Bits(unpack_signs(block.places)), len(numbers)))
    else:
        places = [[] for _ in numbers]
    return Postings(
        array("I", numbers), bytearray(levels), bytearray(map(len, places)), array("I", chain.from_iterable(places))
    )
