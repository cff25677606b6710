"""Random postings for the tests."""

import random

from newsgen.search.format.postings import Postings

Plain = list[tuple[int, int, list[int]]]


def random_postings(choose: random.Random, articles: int, below: int, has_levels: bool = True) -> Postings:
    postings = Postings.empty()
    for number in sorted(choose.sample(range(below), articles)):
        count = choose.choice((1, 1, 1, 2, 5)) if has_levels else 0
        places = sorted(choose.sample(range(choose.choice((30, 900, 70_000))), count))
        postings.append(number, choose.choice((1, 1, 1, 2, 3, 0, 7)) if has_levels else 0, places)
    return postings


def plain(postings: Postings) -> Plain:
    return [(number, level, list(places)) for number, level, places in postings.each()]
