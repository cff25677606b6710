"""Match a word of a query: which articles have it, its weight in each, and how rare it is."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from newsgen.search.format.shard_reader import FormEntry, Part
from newsgen.search.reader.files.index_files import SearchIndex
from newsgen.search.reader.matching.whole_words import find_begun, find_of_year
from newsgen.search.reader.query.words import Word

# Weights are whole numbers, so that the browser and Python add them up alike: a form's rarity is in thousandths, and
# its weight in hundred-thousandths. Another form of a word's stem weighs three tenths of the word itself.
_THOUSAND = 1_000
_EXACT, _VARIANT = 10, 3
# The weight of level 0, and the step from a level to the next, in tenths.
_LEAST, _STEP = 3, 2
# Completions of the word being typed, and shards that are searched for them beside the one where it would be, at most.
_COMPLETIONS, _MORE_SHARDS = 8, 1


# Matches are compared by identity: what they hold may be many articles.
@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """A word of a query and the forms that match it: its own, and variants, each with the rarity of its stem.

    `exact` are its own forms, `articles` is the number of articles that have one of them, and `rarity` their rarity.
    """

    word: Word
    exact: tuple[FormEntry, ...]
    variants: tuple[tuple[FormEntry, int], ...]
    articles: int
    rarity: int

    @property
    def is_known(self) -> bool:
        """Whether any article has it."""
        return bool(self.exact or self.variants)

    @property
    def has_positions(self) -> bool:
        """Whether the positions of all its own forms are known."""
        return bool(self.exact) and all(entry.has_positions for entry in self.exact)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The articles of a word by number: its weight in each, and those that have one of its own forms."""

    weights: dict[int, int] = field(default_factory=dict)
    exact: set[int] = field(default_factory=set)


def match_word(index: SearchIndex, word: Word) -> Match:
    """Find the forms of a word."""
    exact = find_begun(index, word)
    begun = {(entry.stem, entry.form) for entry in exact}
    variants: list[tuple[FormEntry, int]] = []
    for stem in word.stems:
        entries = index.entries(stem)
        rarity = rarity_of(sum(entry.articles for entry in entries), index.root.articles)
        others = [entry for entry in entries if (entry.stem, entry.form) not in begun]
        exact += (entry for entry in others if entry.form in word.forms)
        if not word.quoted:
            variants += ((entry, rarity) for entry in others if entry.form not in word.forms)
    for year in word.years:
        variants += ((entry, rarity_of(entry.articles, index.root.articles)) for entry in find_of_year(index, year))
    articles = min(sum(entry.articles for entry in exact), index.root.articles)
    return Match(word, tuple(exact), tuple(variants), articles, rarity_of(articles, index.root.articles))


def match_unfinished(index: SearchIndex, word: Word) -> Match:
    """Find the forms of a word that is being typed, and longer words that begin with it, unless it is a common one."""
    match = match_word(index, word)
    # What only longer words find would come behind the thousands of articles of its own.
    if any(entry.older for entry in match.exact):
        return match
    known = {(entry.stem, entry.form) for entry, _ in match.variants}
    completions = (found for found in _complete(index, word) if (found[0].stem, found[0].form) not in known)
    return replace(match, variants=(*match.variants, *completions))


def weigh(index: SearchIndex, match: Match, numbers: range) -> Weighed:
    """The articles with these numbers that have a word."""
    return _weigh(match, numbers, lambda entry: index.parts(entry, numbers.start, numbers.stop))


def weigh_newest(match: Match, numbers: range) -> Weighed:
    """The articles with these numbers that have a word, of each form's newest part only."""
    return _weigh(match, numbers, lambda entry: (entry.newest,))


def rarity_of(articles: int, all_articles: int) -> int:
    """The rarity in thousandths of what this many articles have (the idf of BM25)."""
    known = min(articles, all_articles)
    return math.floor(_THOUSAND * math.log(1 + (all_articles - known + 0.5) / (known + 0.5)) + 0.5)


def _weigh(match: Match, numbers: range, parts_of: Callable[[FormEntry], Iterable[Part]]) -> Weighed:
    weighed = Weighed()
    factors = [(entry, match.rarity * _EXACT) for entry in match.exact]
    factors += ((entry, rarity * _VARIANT) for entry, rarity in match.variants)
    for index, (entry, factor) in enumerate(factors):
        is_exact = index < len(match.exact)
        for part in parts_of(entry):
            for number, level in zip(part.numbers, part.levels, strict=True):
                if number in numbers:
                    weight = (_LEAST + _STEP * level) * factor
                    if weight > weighed.weights.get(number, -1):
                        weighed.weights[number] = weight
                    if is_exact:
                        weighed.exact.add(number)
    return weighed


def _complete(index: SearchIndex, word: Word) -> Iterator[tuple[FormEntry, int]]:
    """The commonest words that begin with what is being typed, each with the rarity of its stem."""
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
