"""Texts of articles share files by their numbers."""

import bz2
import json

from newsgen.search.index.texts import encode_texts, text_numbers
from newsgen.search.index.word_table import IndexedText, NumberedArticle, NumberTable, WordTable
from tests.support.state import open_state


def test_sixteen_numbers_share_a_file() -> None:
    state = open_state()
    words, numbers = WordTable(state), NumberTable(state)
    words.save((path, IndexedText(b"", "", f"Text of\n{path}".encode())) for path in ("a", "b", "c"))
    numbers.save((path, NumberedArticle("2004", number, b"")) for path, number in (("a", 31), ("b", 16), ("c", 32)))
    words.accept_all()
    bits = encode_texts(numbers, 1)
    size = int(bits[:32], 2)
    content = int(bits[32:], 2).to_bytes(size, "big")
    assert json.loads(bz2.decompress(content)) == [[0, "Text of\nb"], [15, "Text of\na"]]
    assert text_numbers(1) == range(16, 32)
