"""Search a built site without a browser: the same files and the same order as on its search page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsgen.search.reader.conditions import find_meeting
from newsgen.search.reader.did_you_mean import SpellingSuggestion, rewrite_query, suggest_words
from newsgen.search.reader.filters import EVERYTHING, Filters, find_all, find_allowed, find_numbers
from newsgen.search.reader.index_files import SearchCard, SearchIndex
from newsgen.search.reader.matching import Match, match_unfinished, match_word, weigh, weigh_newest
from newsgen.search.reader.phrases import find_phrase, find_positions, selecting_words
from newsgen.search.reader.query import Query, parse_query
from newsgen.search.reader.query_words import Phrase, TextCondition, Word
from newsgen.search.reader.ranking import RERANKED, Ranked, boost, choose_close_words, rank, split_common

# The fraction in which weights are added up; scores are given as the weights of docs/format/search.md.
_PARTS = 100_000


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
class Result:
    """An article that was found: its card and its score."""

    card: SearchCard
    score: float


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The parsed query, how many articles were found, the first of them, and suggestions for unknown words.

    `rewritten` are queries with what is suggested in place of the unknown words.
    """

    query: Query
    articles: int
    results: tuple[Result, ...]
    suggestions: tuple[SpellingSuggestion, ...] = ()
    rewritten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Plan:
    """A parsed query with the match of each word; which words select articles, and which only add weight."""

    query: Query
    matches: Mapping[Word, Match]
    selecting: Sequence[Match]
    common: Sequence[Match]


def search_index(folder: Path, request: SearchRequest, limit: int = 10) -> SearchResults:
    """Search the built site in a folder. Raises NewsgenError if it has no index, or a damaged one."""
    return search(SearchIndex(folder), request, limit)


def search(index: SearchIndex, request: SearchRequest, limit: int = 10) -> SearchResults:
    """The first results of a search; a limit of 0 gives all."""
    plan = _plan(index, parse_query(request.query, index.root.languages, request.typing))
    ranked = _find_ranked(index, plan, request.filters)
    if request.by_date:
        ranked.sort(key=lambda found: (found.words, *index.day(found.number), found.number), reverse=True)
    else:
        ranked = _boost_close(index, plan, ranked)
    first = ranked[:limit] if limit else ranked
    results = tuple(Result(index.card(found.number), found.weight / _PARTS) for found in first)
    suggestions = tuple(_suggest_spelling(index, plan))
    unknown = {word.text for word in plan.query.words if not plan.matches[word].is_known}
    rewritten = rewrite_query(index, request.query, unknown, suggestions)
    return SearchResults(plan.query, len(ranked), results, suggestions, tuple(rewritten))


def _plan(index: SearchIndex, query: Query) -> _Plan:
    words = dict.fromkeys(word for words in (query.words, *_find_phrases(query)) for word in words)
    matches = {
        word: match_unfinished(index, word) if word == query.unfinished else match_word(index, word) for word in words
    }
    return _Plan(query, matches, *split_common(_counted_words(query, matches), index.root.articles))


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


def _find_ranked(index: SearchIndex, plan: _Plan, filters: Filters) -> list[Ranked]:
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


def _boost_close(index: SearchIndex, plan: _Plan, ranked: list[Ranked]) -> list[Ranked]:
    """The articles in their order after the best of those that have all words are boosted by the words' proximity.

    A single such article comes first anyway.
    """
    words = choose_close_words([each for each in plan.matches.values() if each in (*plan.selecting, *plan.common)])
    best = [found for found in ranked[:RERANKED] if found.words == len(plan.selecting)]
    if not words or len(best) < 2:
        return ranked
    numbers = {found.number for found in best}
    positions = [find_positions(index, match, numbers) for match in words]
    together = set.intersection(*map(set, positions))
    boosted = boost(best, words, {number: [word[number] for word in positions] for number in together})
    return sorted(boosted, reverse=True) + ranked[len(best) :]


def _suggest_spelling(index: SearchIndex, plan: _Plan) -> Iterable[SpellingSuggestion]:
    """Suggestions for the words that no article has."""
    for word in plan.query.words:
        if not plan.matches[word].is_known and word.text:
            suggested = suggest_words(index, word)
            if suggested:
                yield SpellingSuggestion(word.text, suggested)
