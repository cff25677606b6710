"""The texts of articles for the passages of results, 8 numbers a file."""

from __future__ import annotations

import json
import zlib

from newsgen.search.format.codes import encode_bits
from newsgen.search.format.files import TEXT_WIDTH, bits_of_bytes
from newsgen.search.index.word_table import NumberTable

# The next level takes a third longer for a fiftieth less.
_LEVEL = 4


def encode_texts(numbers: NumberTable, index: int) -> str:
    """The bits of a file of texts."""
    in_file = text_numbers(index)
    texts = [[number - in_file.start, text.decode()] for number, text in numbers.texts(in_file)]
    content = json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode()
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = deflate.compress(content) + deflate.flush()
    return encode_bits(len(packed), 32) + bits_of_bytes(packed)


def text_numbers(index: int) -> range:
    """The numbers of the articles whose texts a file holds."""
    return range(index << TEXT_WIDTH, index + 1 << TEXT_WIDTH)
