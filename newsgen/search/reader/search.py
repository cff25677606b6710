"""Search a built site without a browser: the same files and the same order as on its search page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from newsgen.search.reader.did_you_mean import SpellingSuggestion, rewrite_query, suggest_words
from newsgen.search.reader.files.index_files import SearchCard, SearchIndex
from newsgen.search.reader.finding import SearchPlan, SearchRequest, find_ranked, plan_search
from newsgen.search.reader.highlight import Piece
from newsgen.search.reader.matching.phrases import find_positions
from newsgen.search.reader.passages import find_passage
from newsgen.search.reader.query.query import Query, parse_query
from newsgen.search.reader.ranking import RERANKED, Ranked, boost, choose_close_words

# The fraction in which weights are added up; scores are given as the weights of docs/format/search.md.
_PARTS = 100_000


@dataclass(frozen=True, slots=True)
class Result:
    """An article that was found: its card, its score, and the passage where the words stand.

    The passage is in pieces, each with whether it is marked; there are none without a word, or a text in the index.
    """

    card: SearchCard
    score: float
    passage: tuple[Piece, ...] = ()


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


def search_index(folder: Path, request: SearchRequest, limit: int = 10) -> SearchResults:
    """Search the built site in a folder. Raises NewsgenError if it has no index, or a damaged one."""
    return search(SearchIndex(folder), request, limit)


def search(index: SearchIndex, request: SearchRequest, limit: int = 10) -> SearchResults:
    """The first results of a search; a limit of 0 gives all."""
    plan = plan_search(index, parse_query(request.query, index.root.languages, request.typing))
    ranked = find_ranked(index, plan, request.filters)
    if request.by_date:
        ranked.sort(key=lambda found: (found.words, *index.day(found.number), found.number), reverse=True)
    else:
        ranked = _boost_close(index, plan, ranked)
    first = ranked[:limit] if limit else ranked
    results = tuple(_make_result(index, found, plan.query) for found in first)
    suggestions = tuple(_suggest_spelling(index, plan))
    unknown = {word.text for word in plan.query.words if not plan.matches[word].is_known}
    rewritten = rewrite_query(index, request.query, unknown, suggestions)
    return SearchResults(plan.query, len(ranked), results, suggestions, tuple(rewritten))


def _make_result(index: SearchIndex, found: Ranked, query: Query) -> Result:
    card = index.card(found.number)
    passage = find_passage(index.text(found.number), card.language, query) if query.words else []
    return Result(card, found.weight / _PARTS, tuple(passage))


def _boost_close(index: SearchIndex, plan: SearchPlan, ranked: list[Ranked]) -> list[Ranked]:
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


def _suggest_spelling(index: SearchIndex, plan: SearchPlan) -> Iterable[SpellingSuggestion]:
    """Suggestions for the words that no article has."""
    for word in plan.query.words:
        if not plan.matches[word].is_known and word.text:
            suggested = suggest_words(index, word)
            if suggested:
                yield SpellingSuggestion(word.text, suggested)
