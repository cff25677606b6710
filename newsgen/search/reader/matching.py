"""Which articles have a word of a query, how much it weighs there, and in how many articles it is at all."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from newsgen.search.format.shard_reader import Entry, Part
from newsgen.search.reader.index_files import SearchIndex
from newsgen.search.reader.query import Word

# Weights are whole numbers, so that the browser and Python add them up alike: a form's rarity counts thousandths, and
# its weight hundred-thousandths. Another form of a word's stem is worth three tenths of the word itself.
_THOUSAND = 1_000
_EXACT, _VARIANT = 10, 3
# The weight of level 0, and the step from a level to the next, in tenths.
_LEAST, _STEP = 3, 2
# What is being typed stands for so many longer words, from the shard where it would be and at most so many more.
_COMPLETIONS, _MORE_SHARDS = 8, 1


# A match is compared as the one that it is: what it holds may be many articles.
@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """A word of a query and the forms that it is found in: its own, and others, each with the rarity of its stem.

    `exact` holds its own forms, `articles` says how many articles have one of them, and `rarity` how rare that is.
    """

    word: Word
    exact: tuple[Entry, ...]
    variants: tuple[tuple[Entry, int], ...]
    articles: int
    rarity: int

    @property
    def is_known(self) -> bool:
        """Whether any article has it."""
        return bool(self.exact or self.variants)

    @property
    def is_placed(self) -> bool:
        """Whether it is known where it stands."""
        return bool(self.exact) and all(entry.placed for entry in self.exact)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The articles of a word by their numbers: its weight in each, and those that have the word itself."""

    weights: dict[int, int] = field(default_factory=dict)
    exact: set[int] = field(default_factory=set)


def match_word(index: SearchIndex, word: Word, unfinished: bool = False) -> Match:
    """Find the forms of a word; with `unfinished` also longer words that begin with it."""
    exact: list[Entry] = []
    variants: list[tuple[Entry, int]] = []
    for stem in word.stems:
        entries = index.entries(stem)
        rarity = rarity_of(sum(entry.articles for entry in entries), index.root.articles)
        exact += (entry for entry in entries if entry.form in word.forms)
        if not word.quoted:
            variants += ((entry, rarity) for entry in entries if entry.form not in word.forms)
    if unfinished:
        known = {(entry.stem, entry.form) for entry, _ in variants}
        variants += (found for found in _complete(index, word) if (found[0].stem, found[0].form) not in known)
    articles = min(sum(entry.articles for entry in exact), index.root.articles)
    return Match(word, tuple(exact), tuple(variants), articles, rarity_of(articles, index.root.articles))


def weigh(index: SearchIndex, match: Match, numbers: range, newest_only: bool = False) -> Weighed:
    """The articles with these numbers that have a word; with `newest_only` those of each form's newest part."""
    weighed = Weighed()
    factors = [(entry, match.rarity * _EXACT) for entry in match.exact]
    factors += ((entry, rarity * _VARIANT) for entry, rarity in match.variants)
    for place, (entry, factor) in enumerate(factors):
        parts: Iterable[Part] = [entry.newest] if newest_only else index.parts(entry, numbers.start, numbers.stop)
        for part in parts:
            for number, level in zip(part.numbers, part.levels, strict=True):
                if number in numbers:
                    weight = (_LEAST + _STEP * level) * factor
                    if weight > weighed.weights.get(number, -1):
                        weighed.weights[number] = weight
                    if place < len(match.exact):
                        weighed.exact.add(number)
    return weighed


def rarity_of(articles: int, all_articles: int) -> int:
    """How much it tells to have what so many articles have, in thousandths (the idf of BM25)."""
    known = min(articles, all_articles)
    return math.floor(_THOUSAND * math.log(1 + (all_articles - known + 0.5) / (known + 0.5)) + 0.5)


def _complete(index: SearchIndex, word: Word) -> Iterator[tuple[Entry, int]]:
    """The commonest words that begin with what is typed, each with the rarity of its stem."""
    found = {
        (entry.stem, entry.form): entry
        for beginning in word.forms
        for first in index.shards_from(beginning, _MORE_SHARDS)
        for entry in index.shard(first)
        if entry.is_word and entry.form.startswith(beginning) and entry.form not in word.forms
    }
    commonest = sorted(found.values(), key=lambda entry: (-entry.articles, entry.form, entry.stem))
    for entry in commonest[:_COMPLETIONS]:
        family = index.entries(entry.stem)
        yield entry, rarity_of(sum(other.articles for other in family), index.root.articles)
