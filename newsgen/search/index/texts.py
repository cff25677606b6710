"""The texts of articles for the passages of results, 16 numbers a file."""

from __future__ import annotations

import bz2
import json

from newsgen.search.format.codes import encode_bits
from newsgen.search.format.files import TEXT_WIDTH, bits_of_bytes
from newsgen.search.index.word_table import NumberTable


def encode_texts(numbers: NumberTable, index: int) -> str:
    """The bits of a file of texts."""
    in_file = text_numbers(index)
    texts = [[number - in_file.start, text.decode()] for number, text in numbers.texts(in_file)]
    content = json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode()
    packed = bz2.compress(content)
    return encode_bits(len(packed), 32) + bits_of_bytes(packed)


def text_numbers(index: int) -> range:
    """The numbers of the articles whose texts a file holds."""
    return range(index << TEXT_WIDTH, index + 1 << TEXT_WIDTH)
