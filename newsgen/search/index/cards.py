"""Result cards, 32 numbers a file, and the dates of the articles of each year."""

from __future__ import annotations

import json
import zlib

from newsgen.search.format.codes import encode_bits
from newsgen.search.format.dates import code_of_date
from newsgen.search.format.files import CARD_WIDTH, DATE_WIDTH, bits_of_bytes, slug_of_headline
from newsgen.search.format.numbering import capacity_of, year_starts
from newsgen.search.index.word_table import NumberTable


def encode_cards(numbers: NumberTable, index: int) -> str:
    """The bits of a file of cards."""
    in_file = card_numbers(index)
    cards = [
        [number - in_file.start, _shorten(href, headline), headline, published[:10], *rest]
        for number, href, headline, published, *rest in numbers.cards(in_file)
    ]
    text = json.dumps(cards, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    content = deflate.compress(text) + deflate.flush()
    return encode_bits(len(content), 32) + bits_of_bytes(content)


def card_numbers(index: int) -> range:
    """The numbers of the articles whose cards a file holds."""
    return range(index << CARD_WIDTH, index + 1 << CARD_WIDTH)


def encode_dates(numbers: NumberTable, year: int) -> str:
    """The bits of the dates of a year's articles."""
    counts = numbers.count_by_year()
    start = year_starts(counts)[year]
    codes = [0] * capacity_of(counts[year])
    for number, published in numbers.dates(year):
        codes[number - start] = code_of_date(published)
    return "".join(encode_bits(code, DATE_WIDTH) for code in codes)


def _shorten(href: str, headline: str) -> str:
    """The address of a card without the headline's words, which would take a fifth of all bytes of cards."""
    return href.replace(slug_of_headline(headline) or " ", " ", 1)
