"""Random postings for the tests."""

import random

from newsgen.search.format.postings import Postings

# Number, level and positions of each article.
Articles = list[tuple[int, int, list[int]]]


def random_postings(choose: random.Random, articles: int, below: int, has_levels: bool = True) -> Postings:
    postings = Postings.empty()
    for number in sorted(choose.sample(range(below), articles)):
        count = choose.choice((1, 1, 1, 2, 5)) if has_levels else 0
        positions = sorted(choose.sample(range(choose.choice((30, 900, 70_000))), count))
        postings.append(number, choose.choice((1, 1, 1, 2, 3, 0, 7)) if has_levels else 0, positions)
    return postings


def articles_of(postings: Postings) -> Articles:
    return [(number, level, list(positions)) for number, level, positions in postings.articles()]
