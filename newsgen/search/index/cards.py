"""What the search page shows of an article, 32 numbers a file, and on which day each article of a year came."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator

from newsgen.search.format.codes import code_bits
from newsgen.search.format.files import CARD_WIDTH, DAY_WIDTH, address_of, signs_of_bytes
from newsgen.search.format.numbering import capacity_of, year_starts


def code_cards(state: sqlite3.Connection, place: int) -> str:
    """The bits of a file of cards."""
    start = place << CARD_WIDTH
    rows = state.execute(
        "SELECT n.number - ?, a.href, a.headline, a.published, a.section, a.language, w.excerpt FROM numbered n"
        " JOIN articles a ON a.path = n.path JOIN words w ON w.path = n.path WHERE n.number >= ? AND n.number < ?"
        " ORDER BY n.number",
        (start, start, start + (1 << CARD_WIDTH)),
    )
    cards = [
        [number, _shorten(href, headline), headline, published[:10], *rest]
        for number, href, headline, published, *rest in rows
    ]
    text = json.dumps(cards, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    content = deflate.compress(text) + deflate.flush()
    return code_bits(len(content), 32) + signs_of_bytes(content)


def _shorten(href: str, headline: str) -> str:
    """The address of a card; the headline's words take a fifth of all bytes of cards where they stand there twice."""
    return href.replace(address_of(headline) or " ", " ", 1)


def code_dates(state: sqlite3.Connection, year: int) -> str:
    """The bits of the days of a year's articles."""
    start, days = _year_of(state, year)
    rows = state.execute(
        "SELECT n.number, strftime('%j', substr(a.published, 1, 10)) FROM numbered n JOIN articles a ON a.path = n.path"
        " WHERE n.year = ? AND length(a.published) >= 10",
        (year,),
    )
    for number, day in rows:
        days[number - start] = int(day or 0)
    return "".join(code_bits(day, DAY_WIDTH) for day in days)


def count_years(state: sqlite3.Connection) -> dict[int, int]:
    """How many articles each year has that are searched; the undated are of the year 0."""
    return dict(state.execute("SELECT year, COUNT(*) FROM numbered GROUP BY year ORDER BY year"))


def all_places(state: sqlite3.Connection) -> Iterator[int]:
    """The files of cards that there are."""
    rows = state.execute(f"SELECT DISTINCT number >> {CARD_WIDTH} FROM numbered ORDER BY 1")
    return (place for (place,) in rows)


def has_cards(state: sqlite3.Connection, place: int) -> bool:
    """Whether there is a file of cards."""
    start = place << CARD_WIDTH
    bounds = start, start + (1 << CARD_WIDTH)
    return bool(state.execute("SELECT 1 FROM numbered WHERE number >= ? AND number < ? LIMIT 1", bounds).fetchone())


def _year_of(state: sqlite3.Connection, year: int) -> tuple[int, list[int]]:
    counts = count_years(state)
    return year_starts(counts)[year], [0] * capacity_of(counts[year])
