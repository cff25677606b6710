"""Which earlier articles are nearest to one: those that it is another publication of, and those that it follows.

Only articles that share one of the strongest terms come into question, and of each term those that had it last before:
a term that half the archive shares tells little, and must not cost a look at half the archive.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, compress, islice
from operator import itemgetter
from typing import NamedTuple

from newsgen.text.similarity.passages import shared_passages
from newsgen.text.similarity.vector import SAME, Compare, comparing, read_vector

# How many of an article's terms it is looked for by, and how many articles are looked at of each: more of either finds
# hardly any that are nearer. Measured on Reuters-21578 (benchmarks/README.md).
STRONGEST = 12
WINDOW = 100
# Of those, the ones that share most terms are compared.
_COMPARED = 24
# From this likeness on something is told of the same matter: of Reuters' pairs three in four share a topic there.
_RELATED = SAME // 5
# Two texts of a line may be like each other by a word or two that they share.
_FEWEST = 4
# One text was published twice where the vectors are as like as this and half of the sentences are the same.
_COPY = SAME * 9 // 10
_SAME_SENTENCES = 0.5
_LIKENESS = itemgetter(0)
# Finds an article's vector or sample.
Look = Callable[[int], bytes]


class Neighbour(NamedTuple):
    """An article near another, how like it is (at most SAME), and whether it is the same text."""

    article: int
    likeness: int
    is_copy: bool


def top_terms(vector: bytes) -> tuple[int, ...]:
    """The numbers of the terms by which an article is looked for."""
    return read_vector(vector)[0][:STRONGEST]


def find_nearest(
    article: int, windows: Iterable[Sequence[int]], vector_of: Look, sample_of: Look, most: int
) -> list[Neighbour]:
    """The nearest of earlier articles: first at most `most` copies, then as many others, the nearest first.

    `windows` has for each of the strongest terms the articles that had it last, the latest first. Of several that are
    equally near the first to be met is nearest. Of articles that are copies of each other the nearest stands for all.
    """
    compare = comparing(vector_of(article))
    compared = [(compare(vector_of(other)), other) for other in _sharing_most(Counter(chain.from_iterable(windows)))]
    related = sorted([pair for pair in compared if pair[0] >= _RELATED], key=_LIKENESS, reverse=True)
    ours = frozenset(read_vector(vector_of(article))[0])
    copies: list[Neighbour] = []
    others: list[Neighbour] = []
    chosen: list[tuple[int, Compare]] = []
    for likeness, other in related:
        if likeness >= _COPY and _share_sentences(article, other, sample_of):
            copies.append(Neighbour(other, likeness, is_copy=True))
        elif len(others) < most:
            vector = vector_of(other)
            if len(ours.intersection(read_vector(vector)[0])) < _FEWEST:
                continue
            if not any(near(vector) >= _COPY and _share_sentences(one, other, sample_of) for one, near in chosen):
                others.append(Neighbour(other, likeness, is_copy=False))
                chosen.append((other, comparing(vector)))
    return [*copies[:most], *others]


def _sharing_most(shared: Counter[int]) -> list[int]:
    """The articles to compare, those first that share more."""
    if len(shared) <= _COMPARED:
        return list(shared)
    # No article shares more terms than a byte can hold, and to search bytes takes a fraction of the time of sorting.
    counts = bytes(shared.values())
    least, above = max(counts), 0
    while (level := counts.count(least)) + above < _COMPARED:
        above += level
        least -= 1
    is_above = counts.translate(bytes(least + 1) + b"\1" * (255 - least))
    is_level = counts.translate(bytes(least) + b"\1" + bytes(255 - least))
    return [*compress(shared, is_above), *islice(compress(shared, is_level), _COMPARED - above)]


def _share_sentences(one: int, other: int, sample_of: Look) -> bool:
    return shared_passages(sample_of(one), sample_of(other)) >= _SAME_SENTENCES
