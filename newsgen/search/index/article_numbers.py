"""Which articles are searched, under which numbers, and whose number changed."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from newsgen.archive.database import decode_path, encode_path
from newsgen.record.paths import record_path
from newsgen.search.format.numbering import Dated, assign_places, capacity_of, number_all, year_starts
from newsgen.search.index.cards import count_years


class Numbered(NamedTuple):
    """An article that is searched: its year (0: undated), its date, its number, and the digest of its card."""

    year: int
    published: str
    number: int
    shown: bytes


class Listed(NamedTuple):
    """An article that shall be searched: its year (0: undated), its date, and the digest of its card."""

    year: int
    published: str
    shown: bytes


def number_anew(state: sqlite3.Connection) -> None:
    """Number all articles that are listed."""
    rows = state.execute("SELECT path, published, digest FROM articles WHERE position IS NOT NULL").fetchall()
    years: defaultdict[int, list[Dated]] = defaultdict(list)
    for path, published, _ in rows:
        years[_year_of(published)].append((published, _name_of(path), path))
    numbers = dict(number_all(years))
    state.execute("DELETE FROM numbered")
    state.executemany(
        "INSERT INTO numbered VALUES(?, ?, ?, ?, ?)",
        ((path, _year_of(published), published, numbers[path], shown) for path, published, shown in rows),
    )


def listed_of(state: sqlite3.Connection, path: str) -> Listed | None:
    """An article as the archive lists it; None where it does not, or where the article is gone."""
    row = state.execute(
        "SELECT published, digest FROM articles WHERE path = ? AND position IS NOT NULL", (encode_path(path),)
    ).fetchone()
    return Listed(_year_of(row[0]), *row) if row else None


def numbered_of(state: sqlite3.Connection, path: str) -> Numbered | None:
    """What an article was when the index was last changed; None where it was not in it."""
    row = state.execute(
        "SELECT year, published, number, shown FROM numbered WHERE path = ?", (encode_path(path),)
    ).fetchone()
    return Numbered(*row) if row else None


def renumber(
    state: sqlite3.Connection, news: Mapping[str, tuple[Numbered | None, Listed | None]]
) -> dict[str, int] | None:
    """The number of every article whose number is new, where some articles came, went or have another date.

    None where whole years have other numbers, so that all of the index must be made anew.
    """
    moving = {path: new for path, new in news.items() if _dated(new[0]) != _dated(new[1])}
    counts = Counter(count_years(state))
    before = year_starts(counts)
    counts.subtract(old.year for old, _ in moving.values() if old)
    counts.update(new.year for _, new in moving.values() if new)
    starts = year_starts(+counts)
    if any(before.get(year, start) != start for year, start in starts.items()):
        return None
    moved: dict[str, int] = {}
    for year in {either.year for new in moving.values() for either in new if either} & starts.keys():
        rows = state.execute("SELECT path, published, number FROM numbered WHERE year = ?", (year,)).fetchall()
        there = {decode_path(path): (published, number) for path, published, number in rows}
        articles = {path: published for path, (published, _) in there.items() if path not in moving}
        articles |= {path: new.published for path, (_, new) in moving.items() if new and new.year == year}
        dated = ((published, _name_of(encode_path(path)), encode_path(path)) for path, published in articles.items())
        for path, place in assign_places(dated, capacity_of(counts[year])).items():
            name, number = decode_path(path), starts[year] + place
            if name not in there or there[name][1] != number:
                moved[name] = number
    return moved


def _dated(article: Numbered | Listed | None) -> str | None:
    return article.published if article else None


def _name_of(path: str) -> str:
    """The name of an article that a dump gives back too, so that a restored archive has the same numbers."""
    return encode_path(record_path(decode_path(path)))


def _year_of(published: str) -> int:
    return int(published[:4] or 0)
