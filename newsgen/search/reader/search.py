"""Search in a built site, without a browser: the same files and the same order as on its search page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsgen.search.reader.did_you_mean import suggest_words
from newsgen.search.reader.filters import EVERYTHING, Filters, find_all, find_allowed, find_numbers
from newsgen.search.reader.index_files import SearchCard, SearchIndex
from newsgen.search.reader.matching import Match, match_word, weigh
from newsgen.search.reader.phrases import asked_of_phrase, find_phrase, find_places
from newsgen.search.reader.query import Phrase, Query, Word, parse_query
from newsgen.search.reader.ranking import BOOST, Ranked, boost, choose_close_words, rank, split_common

# Scores are shown as the weights that docs/search.md tells; they are added up in these parts of one.
_PARTS = 100_000


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A search: the query as it is typed, what it is narrowed to, and whether the newest articles come first.

    `typing` says that the last word may still grow.
    """

    query: str
    filters: Filters = EVERYTHING
    by_date: bool = False
    typing: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """An article that was found: what is shown of it, and its score."""

    card: SearchCard
    score: float


@dataclass(frozen=True, slots=True)
class SpellingSuggestion:
    """A word that no article has, and words that some have and that may be meant."""

    word: str
    offered: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchResults:
    """What a search finds: how the query was read, how many articles, the first of them, and what may be meant by words
    that no article has.
    """

    query: Query
    articles: int
    results: tuple[Result, ...]
    guesses: tuple[SpellingSuggestion, ...] = ()


def search_index(folder: Path, wanted: SearchRequest, limit: int = 10) -> SearchResults:
    """Search in the built site of a folder. BuildFailed says that it has no index, or a damaged one."""
    return search(SearchIndex(folder), wanted, limit)


def search(index: SearchIndex, wanted: SearchRequest, limit: int = 10) -> SearchResults:
    """The first results of a search; a limit of 0 gives all."""
    query = parse_query(wanted.query, index.root.languages, wanted.typing)
    asked = dict.fromkeys(word for words in (query.words, *query.phrases) for word in words)
    matches = {word: match_word(index, word, word == query.unfinished) for word in asked}
    asking, common = split_common(_asked_words(query, matches), index.root.articles)
    ranked = _find_ranked(index, query, matches, asking, common, wanted.filters)
    if wanted.by_date:
        ranked.sort(key=lambda found: (found.words, *index.day(found.number), found.number), reverse=True)
    else:
        words = [match for match in matches.values() if match in asking or match in common]
        ranked = _lift_close(index, ranked, len(asking), choose_close_words(words))
    shown = ranked[:limit] if limit else ranked
    results = tuple(Result(index.card(found.number), found.weight / _PARTS) for found in shown)
    return SearchResults(query, len(ranked), results, tuple(_suggest_spelling(index, query, matches)))


def _find_ranked(
    index: SearchIndex,
    query: Query,
    matches: Mapping[Word, Match],
    asking: Sequence[Match],
    common: Sequence[Match],
    filters: Filters,
) -> list[Ranked]:
    """All articles that a query finds, the best first, wherever in them its words stand."""
    numbers = find_numbers(index, filters)
    allowed = find_allowed(index, filters, numbers)
    for phrase in query.phrases:
        having = find_phrase(index, [matches[word] for word in phrase], numbers)
        allowed = having if allowed is None else allowed & having
    if query.words:
        ranked = rank(
            [weigh(index, match, numbers) for match in asking],
            [weigh(index, match, numbers, newest_only=True) for match in common],
        )
    else:
        listed = sorted(_list_all(index, filters, allowed, numbers), reverse=True)
        ranked = [Ranked(0, 0, 0, number) for number in listed]
    barred = set[int]().union(*(_find_barred(index, phrase, numbers) for phrase in query.without))
    return [found for found in ranked if found.number not in barred and (allowed is None or found.number in allowed)]


def _asked_words(query: Query, matches: Mapping[Word, Match]) -> list[Match]:
    """The words that ask for articles: all but those that only take their place in a phrase."""
    phrases = [[matches[word] for word in phrase] for phrase in query.phrases]
    idle = {match for phrase in phrases for match in phrase if match not in asked_of_phrase(phrase)}
    return [matches[word] for word in query.words if not (word.quoted and matches[word] in idle)]


def _find_barred(index: SearchIndex, phrase: Phrase, numbers: range) -> set[int]:
    """The articles that have what is left out: a phrase, or any form of a word."""
    matches = [match_word(index, word) for word in phrase]
    if len(matches) == 1:
        return set(weigh(index, matches[0], numbers).weights)
    return find_phrase(index, matches, numbers)


def _list_all(index: SearchIndex, filters: Filters, allowed: set[int] | None, numbers: range) -> set[int]:
    """What is found where no word is asked for: all that the filters let through, and nothing without a filter."""
    if allowed is None and filters.has_years:
        return find_all(index, numbers)
    return allowed or set()


def _lift_close(index: SearchIndex, ranked: list[Ranked], asking: int, words: Sequence[Match]) -> list[Ranked]:
    """The articles in their order, with the best of those that have all words lifted by how close these stand.

    A single one of them comes first wherever they stand.
    """
    best = [found for found in ranked[:BOOST] if found.words == asking]
    if not words or len(best) < 2:
        return ranked
    numbers = {found.number for found in best}
    places = [find_places(index, match, numbers) for match in words]
    together = set.intersection(*map(set, places))
    lifted = boost(best, words, {number: [word[number] for word in places] for number in together})
    return sorted(lifted, reverse=True) + ranked[len(best) :]


def _suggest_spelling(index: SearchIndex, query: Query, matches: Mapping[Word, Match]) -> Iterable[SpellingSuggestion]:
    """What may be meant by the words that no article has."""
    for word in query.words:
        if not matches[word].is_known:
            shards = dict.fromkeys(map(index.shard_of, word.stems))
            offered = suggest_words(word.forms, (entry for first in shards for entry in index.shard(first)))
            if offered:
                yield SpellingSuggestion(word.forms[0], offered)
