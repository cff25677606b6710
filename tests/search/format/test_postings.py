"""Posting lists."""

import random

import pytest

from newsgen.search.format.postings import Postings
from tests.support.postings import articles_of, random_postings


def test_a_slice_has_its_positions() -> None:
    postings = Postings.empty()
    for number, level, positions in ((3, 1, [5]), (8, 2, []), (9, 7, [1, 40])):
        postings.append(number, level, positions)
    assert articles_of(postings) == [(3, 1, [5]), (8, 2, []), (9, 7, [1, 40])]
    assert articles_of(postings.slice(1, 3, [0, 1, 1, 3])) == [(8, 2, []), (9, 7, [1, 40])]


@pytest.mark.parametrize("seed", range(5))
def test_articles_are_removed_and_inserted_with_their_positions(seed: int) -> None:
    choose = random.Random(seed)
    postings = random_postings(choose, 30, 100)
    articles = articles_of(postings)
    for number in choose.sample([number for number, _, _ in articles], 10):
        postings.remove(number)
        articles = [article for article in articles if article[0] != number]
        assert articles_of(postings) == articles
    for number in choose.sample(sorted({*range(120)} - {number for number, _, _ in articles}), 10):
        articles = sorted([*articles, (number, 2, [3, number])])
        postings.insert(number, 2, [3, number])
        assert articles_of(postings) == articles


def test_postings_are_extended() -> None:
    choose = random.Random(1)
    one, other = random_postings(choose, 5, 50), random_postings(choose, 5, 50)
    both = [*articles_of(one), *articles_of(other)]
    one.extend(other)
    assert articles_of(one) == both
