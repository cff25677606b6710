"""Choose the earlier articles most similar to one: other publications of its text, and coverage that it follows.

Only articles that share one of the strongest terms are candidates, and for each term only the latest: a term that half
the archive shares says little, and must not cost a look at half the archive.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, compress, islice
from operator import itemgetter
from typing import NamedTuple

from newsgen.text.similarity.passages import shared_passages
from newsgen.text.similarity.vector import MAX_SIMILARITY, Compare, compare_with, read_vector

# How many of an article's terms yield candidates, and how many candidates each: more of either finds hardly any that
# are nearer. Measured on Reuters-21578 (benchmarks/README.md).
TOP_TERMS = 12
WINDOW = 100
# The candidates that share most terms are compared.
_MAX_COMPARED = 24
# From this similarity on articles are related: of such pairs in Reuters-21578, three in four share a topic.
_RELATED = MAX_SIMILARITY // 5
# Two texts of one line may be similar by a word or two that they share.
_MIN_SHARED_TERMS = 4
# An article is a copy of another where their vectors are this similar and half of their sentences are equal.
_COPY = MAX_SIMILARITY * 9 // 10
_COPY_SENTENCES = 0.5
_SIMILARITY = itemgetter(0)
# Looks up an article's vector or sample.
Lookup = Callable[[int], bytes]


class Neighbour(NamedTuple):
    """An article near another, their similarity (at most about MAX_SIMILARITY), and whether it is the same text."""

    article: int
    similarity: int
    is_copy: bool


def top_terms(vector: bytes) -> tuple[int, ...]:
    """The numbers of the terms by which candidates for an article are found."""
    return read_vector(vector)[0][:TOP_TERMS]


def find_nearest(
    article: int, windows: Iterable[Sequence[int]], vector_of: Lookup, sample_of: Lookup, limit: int
) -> list[Neighbour]:
    """The nearest earlier articles: at most `limit` copies, then at most as many others, the nearest first.

    `windows` contains for each of the top terms the latest articles with it, the latest first. Among equally near
    articles the one found first comes first. Articles that are copies of each other are represented by the nearest.
    """
    compare = compare_with(vector_of(article))
    compared = [(compare(vector_of(other)), other) for other in _most_shared(Counter(chain.from_iterable(windows)))]
    related = sorted([pair for pair in compared if pair[0] >= _RELATED], key=_SIMILARITY, reverse=True)
    ours = frozenset(read_vector(vector_of(article))[0])
    copies: list[Neighbour] = []
    others: list[Neighbour] = []
    chosen: list[tuple[int, Compare]] = []
    for similarity, other in related:
        if similarity >= _COPY and _share_sentences(article, other, sample_of):
            copies.append(Neighbour(other, similarity, is_copy=True))
        elif len(others) < limit:
            vector = vector_of(other)
            if len(ours.intersection(read_vector(vector)[0])) < _MIN_SHARED_TERMS:
                continue
            if not any(like(vector) >= _COPY and _share_sentences(one, other, sample_of) for one, like in chosen):
                others.append(Neighbour(other, similarity, is_copy=False))
                chosen.append((other, compare_with(vector)))
    return [*copies[:limit], *others]


def _most_shared(shared: Counter[int]) -> list[int]:
    """The candidates to compare, those that share more terms first."""
    if len(shared) <= _MAX_COMPARED:
        return list(shared)
    # A count of shared terms fits into a byte, and searching bytes takes a fraction of the time of sorting.
    counts = bytes(shared.values())
    least, above = max(counts), 0
    while (level := counts.count(least)) + above < _MAX_COMPARED:
        above += level
        least -= 1
    is_above = counts.translate(bytes(least + 1) + b"\1" * (255 - least))
    is_level = counts.translate(bytes(least) + b"\1" + bytes(255 - least))
    return [*compress(shared, is_above), *islice(compress(shared, is_level), _MAX_COMPARED - above)]


def _share_sentences(one: int, other: int, sample_of: Lookup) -> bool:
    return shared_passages(sample_of(one), sample_of(other)) >= _COPY_SENTENCES
