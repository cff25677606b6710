"""Which articles meet a condition of a query."""

from __future__ import annotations

from collections.abc import Iterable

from newsgen.search.format.postings import HEADLINE_POSITIONS
from newsgen.search.format.shard_reader import FormEntry
from newsgen.search.reader.files.index_files import SearchIndex
from newsgen.search.reader.matching.phrases import find_phrase
from newsgen.search.reader.matching.whole_words import find_authors, find_dated
from newsgen.search.reader.matching.words import Match, match_word, weigh
from newsgen.search.reader.query.words import AuthorCondition, Condition, DateCondition, TextCondition


def find_meeting(index: SearchIndex, condition: Condition, numbers: range) -> set[int]:
    """The articles with these numbers that meet a condition."""
    if isinstance(condition, AuthorCondition):
        return _find_having(index, find_authors(index, condition), numbers)
    if isinstance(condition, DateCondition):
        return _find_having(index, find_dated(index, condition.date), numbers)
    return _find_text(index, condition, numbers)


def _find_text(index: SearchIndex, condition: TextCondition, numbers: range) -> set[int]:
    """The articles that have a word in any of its forms, or a phrase."""
    matches = [match_word(index, word) for word in condition.words]
    if len(matches) > 1:
        return find_phrase(index, matches, numbers, HEADLINE_POSITIONS if condition.in_headline else None)
    if condition.in_headline:
        return _find_in_headline(index, matches[0], numbers)
    return set(weigh(index, matches[0], numbers).weights)


def _find_in_headline(index: SearchIndex, match: Match, numbers: range) -> set[int]:
    """The articles that have a word in the headline; of a form without positions, all."""
    found: set[int] = set()
    for entry in (*match.exact, *(entry for entry, _ in match.variants)):
        having = _find_having(index, [entry], numbers)
        if entry.has_positions:
            positions = index.positions(entry, having)
            having = {number for number in having if positions[number][0] < HEADLINE_POSITIONS}
        found |= having
    return found


def _find_having(index: SearchIndex, entries: Iterable[FormEntry], numbers: range) -> set[int]:
    """The articles that have one of these forms."""
    return {
        number
        for entry in entries
        for part in index.parts(entry, numbers.start, numbers.stop)
        for number in part.numbers
        if number in numbers
    }
