"""Which articles have a phrase: all its words one after another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newsgen.search.reader.files.index_files import SearchIndex
from newsgen.search.reader.matching.proximity import has_phrase
from newsgen.search.reader.matching.words import Match, weigh


def selecting_words(phrase: Sequence[Match]) -> list[Match]:
    """The words of a phrase that select articles: those with positions, or all if none has any.

    The others only take a position.
    """
    return [match for match in phrase if match.has_positions] or list(phrase)


def find_phrase(index: SearchIndex, phrase: Sequence[Match], numbers: range, end: int | None = None) -> set[int]:
    """The articles with these numbers that have a phrase, at positions before `end` if that is given; if no word has
    positions, those that have all its words.
    """
    if not all(match.exact for match in phrase):
        return set()
    together = set.intersection(*(weigh(index, match, numbers).exact for match in selecting_words(phrase)))
    found = [find_positions(index, match, together) if match.has_positions else None for match in phrase]
    return {
        number
        for number in together
        if has_phrase([None if word is None else _before(end, word.get(number, ())) for word in found])
    }


def _before(end: int | None, positions: Sequence[int]) -> Sequence[int]:
    return positions if end is None else positions[: bisect_left(positions, end)]


def find_positions(index: SearchIndex, match: Match, numbers: set[int]) -> dict[int, Sequence[int]]:
    """The positions of a word in those of these articles in which they are known."""
    found: dict[int, Sequence[int]] = {}
    for entry in match.exact:
        if entry.has_positions:
            for number, positions in index.positions(entry, numbers).items():
                found[number] = sorted({*found[number], *positions}) if number in found else positions
    return found
