"""Which articles have a phrase: all its words one behind the other."""

from __future__ import annotations

from collections.abc import Sequence

from newsgen.search.reader.index_files import SearchIndex
from newsgen.search.reader.matching import Match, weigh
from newsgen.search.reader.proximity import has_phrase


def asked_of_phrase(phrase: Sequence[Match]) -> list[Match]:
    """The words of a phrase that count: those with positions, or where none has any, all.

    The others only take their place.
    """
    return [match for match in phrase if match.is_placed] or list(phrase)


def find_phrase(index: SearchIndex, phrase: Sequence[Match], numbers: range) -> set[int]:
    """The articles with these numbers that have a phrase; where no word has positions, those that have all of them."""
    if not all(match.exact for match in phrase):
        return set()
    asked = asked_of_phrase(phrase)
    together = set.intersection(*(weigh(index, match, numbers).exact for match in asked))
    places = [find_places(index, match, together) if match.is_placed else None for match in phrase]
    return {
        number for number in together if has_phrase([None if word is None else word.get(number, ()) for word in places])
    }


def find_places(index: SearchIndex, match: Match, numbers: set[int]) -> dict[int, Sequence[int]]:
    """Where a word stands in those of these articles in which that is known."""
    found: dict[int, Sequence[int]] = {}
    for entry in match.exact:
        if entry.placed:
            for number, places in index.places(entry, numbers).items():
                found[number] = sorted({*found[number], *places}) if number in found else places
    return found
