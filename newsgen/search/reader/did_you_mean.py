"""Spelling suggestions: words for one that is in no article, and queries for one with such words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from newsgen.search.format.shard_reader import FormEntry
from newsgen.search.reader.files.index_files import SearchIndex
from newsgen.search.reader.matching.words import match_word
from newsgen.search.reader.query.pieces import divide_words
from newsgen.search.reader.query.words import Word

# Suggestions for one word, at most.
_LIMIT = 3
# A word of up to this many letters may differ in one from the intended word, a longer one in two.
_SHORT = 5
# A word of up to this many letters may be two words, each of at least so many letters.
_LONGEST_PAIR, _LEAST_OF_PAIR = 24, 3
# What stands between blanks and quotation marks, without the signs before it.
_CHUNK = re.compile(r'(?P<sign>-?(?:headline:)?)(?P<text>[^\s"“”„]+)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SpellingSuggestion:
    """A word that no article has, and similar words that some have, or the two words that it consists of."""

    word: str
    suggested: tuple[str, ...]


def suggest_words(index: SearchIndex, word: Word) -> tuple[str, ...]:
    """What may be meant by a word that no article has."""
    shards = dict.fromkeys(map(index.shard_of, word.stems))
    near = find_near(word.forms, (entry for first in shards for entry in index.shard(first)))
    return near or tuple(_split_word(index, word.text))


def rewrite_query(
    index: SearchIndex, text: str, unknown: Collection[str], suggestions: Sequence[SpellingSuggestion]
) -> list[str]:
    """Queries that may be meant, at most three, given the words that no article has and the suggestions for them.

    Two words that are one come first; then the first suggestions of all words make a query, the second ones another.
    """
    ranks = range(max((len(each.suggested) for each in suggestions), default=0))
    queries = [*islice(_join_words(index, text, unknown), 1)]
    queries += (_replace_words(index, text, suggestions, rank) for rank in ranks)
    return [query for query in dict.fromkeys(queries) if query != text][:_LIMIT]


def find_near(forms: Sequence[str], entries: Iterable[FormEntry]) -> tuple[str, ...]:
    """The forms of the index nearest to those of a word; among equally near ones, those of more articles first."""
    articles: dict[str, int] = {}
    for entry in entries:
        if entry.is_word:
            articles[entry.form] = max(entry.articles, articles.get(entry.form, 0))
    near = []
    for form in forms:
        limit = 1 if len(form) <= _SHORT else 2
        for known in articles:
            # Most words are ruled out by their lengths alone.
            distance = _distance(form, known) if abs(len(known) - len(form)) <= limit else limit + 1
            if distance <= limit:
                near.append((distance, -articles[known], known))
    suggestions = dict.fromkeys(known for _, _, known in sorted(near))
    return tuple(suggestions)[:_LIMIT]


def _split_word(index: SearchIndex, text: str) -> list[str]:
    """The two words of the archive that a word consists of: of all pairs the one whose rarer word is the commonest."""
    pairs: list[tuple[int, str]] = []
    if len(text) <= _LONGEST_PAIR:
        for end in range(_LEAST_OF_PAIR, len(text) - _LEAST_OF_PAIR + 1):
            articles = min(_count_articles(index, text[:end]), _count_articles(index, text[end:]))
            if articles:
                pairs.append((articles, f"{text[:end]} {text[end:]}"))
    # The first of equally common ones.
    return [max(pairs, key=lambda pair: pair[0])[1]] if pairs else []


def _count_articles(index: SearchIndex, text: str) -> int:
    """How many articles have a word as it is; 0 if the text is not one word."""
    words = divide_words(text, index.root.languages, quoted=True)
    return match_word(index, words[0]).articles if len(words) == 1 else 0


def _join_words(index: SearchIndex, text: str, unknown: Collection[str]) -> Iterator[str]:
    """The query with two words as one that the archive has, of which one at least is in no article."""
    for one, other in pairwise(_CHUNK.finditer(text)):
        if one["sign"] or other["sign"] or not text[one.end() : other.start()].isspace():
            continue
        words = [divide_words(chunk["text"], index.root.languages) for chunk in (one, other)]
        if any(len(found) != 1 for found in words) or not any(found[0].text in unknown for found in words):
            continue
        joined = words[0][0].text + words[1][0].text
        if _count_articles(index, joined):
            yield f"{text[: one.start()]}{joined}{text[other.end() :]}"


def _replace_words(index: SearchIndex, text: str, suggestions: Sequence[SpellingSuggestion], rank: int) -> str:
    """The query with the suggestion of a rank for each unknown word; the first one where there are not so many."""
    suggested = {each.word: (*each.suggested[rank : rank + 1], each.suggested[0])[0] for each in suggestions}

    def replace(chunk: re.Match[str]) -> str:
        words = divide_words(chunk["text"], index.root.languages)
        meant = suggested.get(words[0].text) if len(words) == 1 else None
        return chunk[0] if meant is None else chunk["sign"] + meant

    return _CHUNK.sub(replace, text)


def _distance(one: str, other: str) -> int:
    """The number of letters to add, omit, change or swap with their neighbour that turns one word into another.

    No letter is edited twice ("optimal string alignment").
    """
    previous: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before_previous, previous = previous, row
        row = [i]
        for j, other_letter in enumerate(other, 1):
            cost = min(previous[j] + 1, row[-1] + 1, previous[j - 1] + (letter != other_letter))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == other_letter:
                cost = min(cost, before_previous[j - 2] + 1)
            row.append(cost)
    return row[-1]
