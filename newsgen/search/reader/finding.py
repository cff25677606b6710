"""Find the articles of a search: plan what is read for a query, and rank the articles that it finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsgen.search.reader.files.index_files import SearchIndex
from newsgen.search.reader.matching.conditions import find_meeting
from newsgen.search.reader.matching.filters import EVERYTHING, Filters, find_all, find_allowed, find_numbers
from newsgen.search.reader.matching.phrases import find_phrase, selecting_words
from newsgen.search.reader.matching.words import Match, match_unfinished, match_word, weigh, weigh_newest
from newsgen.search.reader.query.query import Query
from newsgen.search.reader.query.words import Phrase, TextCondition, Word
from newsgen.search.reader.ranking import Ranked, rank, split_common


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A search: the query as it is typed, the filters, and whether the newest articles come first.

    `typing` says that the last word may be unfinished.
    """

    query: str
    filters: Filters = EVERYTHING
    by_date: bool = False
    typing: bool = False


@dataclass(frozen=True, slots=True)
class SearchPlan:
    """A parsed query with the match of each word; which words select articles, and which only add weight."""

    query: Query
    matches: Mapping[Word, Match]
    selecting: Sequence[Match]
    common: Sequence[Match]


def plan_search(index: SearchIndex, query: Query) -> SearchPlan:
    """Find what the words of a query match."""
    words = dict.fromkeys(word for words in (query.words, *_find_phrases(query)) for word in words)
    matches = {
        word: match_unfinished(index, word) if word == query.unfinished else match_word(index, word) for word in words
    }
    return SearchPlan(query, matches, *split_common(_counted_words(query, matches), index.root.articles))


def _counted_words(query: Query, matches: Mapping[Word, Match]) -> list[Match]:
    """The words that count: all but those that only take a position in a phrase."""
    phrases = [[matches[word] for word in phrase] for phrase in _find_phrases(query)]
    idle = {match for phrase in phrases for match in phrase if match not in selecting_words(phrase)}
    return [matches[word] for word in query.words if not (word.quoted and matches[word] in idle)]


def _find_phrases(query: Query) -> list[Phrase]:
    """The phrases of a query, also those of headlines, without alternatives."""
    required = [group[0] for group in query.required if len(group) == 1]
    return [
        *query.phrases,
        *(each.words for each in required if isinstance(each, TextCondition) and len(each.words) > 1),
    ]


def find_ranked(index: SearchIndex, plan: SearchPlan, filters: Filters) -> list[Ranked]:
    """All articles that a query finds, the best first, regardless of proximity."""
    numbers = find_numbers(index, filters)
    allowed = find_allowed(index, filters, numbers)
    for phrase in plan.query.phrases:
        having = find_phrase(index, [plan.matches[word] for word in phrase], numbers)
        allowed = having if allowed is None else allowed & having
    for group in plan.query.required:
        meeting = set[int]().union(*(find_meeting(index, condition, numbers) for condition in group))
        allowed = meeting if allowed is None else allowed & meeting
    if plan.query.words:
        ranked = rank(
            [weigh(index, match, numbers) for match in plan.selecting],
            [weigh_newest(match, numbers) for match in plan.common],
        )
    else:
        listed = sorted(_list_all(index, filters, allowed, numbers), reverse=True)
        ranked = [Ranked(0, 0, 0, number) for number in listed]
    excluded = set[int]().union(
        *(
            find_meeting(index, condition, numbers)
            for condition in (*map(TextCondition, plan.query.excluded), *plan.query.barred)
        )
    )
    return [found for found in ranked if found.number not in excluded and (allowed is None or found.number in allowed)]


def _list_all(index: SearchIndex, filters: Filters, allowed: set[int] | None, numbers: range) -> set[int]:
    """What a search without words finds: all articles that pass the filters, and none without a filter."""
    if allowed is None and filters.has_years:
        return find_all(index, numbers)
    return allowed or set()
