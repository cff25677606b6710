"""Postings: which articles have a term among their strongest, in the archive's order."""

import sqlite3
from array import array
from collections import Counter

from newsgen.archive.similarity_postings import Postings, put_all
from newsgen.text.similarity.nearest import WINDOW, top_terms
from newsgen.text.similarity.vector import make_vector
from tests.support.records import open_index

PIER, MILL = (make_vector(Counter([word]), "en") for word in ("pier", "mill"))
BOTH = make_vector(Counter(["pier", "mill"]), "en")


def an_index(articles: int) -> sqlite3.Connection:
    """An index of articles that stand in the order of their numbers."""
    state = open_index()
    rows = ((number, f"{number:04}") for number in range(1, articles + 1))
    state.executemany("INSERT INTO articles(id, position) VALUES(?, ?)", rows)
    return state


def rows(state: sqlite3.Connection) -> dict[int, list[int]]:
    return {term: list(array("I", articles)) for term, articles in state.execute("SELECT * FROM postings")}


def test_articles_are_put_in_the_archives_order_and_taken_out() -> None:
    state = an_index(4)
    (pier,), (mill,) = top_terms(PIER), top_terms(MILL)
    postings = Postings(state)
    for article, vector in ((3, PIER), (1, BOTH), (4, MILL), (2, BOTH)):
        postings.put(vector, article, f"{article:04}")
    assert rows(state) == {}
    postings.save()
    assert rows(state) == {pier: [1, 2, 3], mill: [1, 2, 4]}
    postings = Postings(state)
    for article, vector in ((1, BOTH), (2, BOTH), (3, PIER)):
        postings.take(vector, article)
    postings.save()
    assert rows(state) == {mill: [4]}


def test_what_stands_before_and_after_an_article_is_found_term_by_term() -> None:
    state = an_index(5)
    (pier,), (mill,) = top_terms(PIER), top_terms(MILL)
    put_all(state, {pier: [1, 2, 3], mill: [2, 5]})
    postings = Postings(state)
    windows = [list(window) for window in postings.before(PIER, "0003")]
    assert windows == [[2, 1]]
    assert postings.after(BOTH, 2) == {3, 5}
    assert postings.after(PIER, 3) == set()


def test_a_term_is_followed_only_so_far() -> None:
    state = an_index(WINDOW + 2)
    put_all(state, dict.fromkeys(top_terms(PIER), range(1, WINDOW + 3)))
    postings = Postings(state)
    (window,) = postings.before(PIER, f"{WINDOW + 2:04}")
    assert list(window) == list(range(WINDOW + 1, 1, -1))
    assert postings.after(PIER, 1) == set(range(2, WINDOW + 2))


def test_putting_all_replaces_what_was_there() -> None:
    state = an_index(2)
    put_all(state, {7: [1]})
    put_all(state, {8: [2, 1]})
    assert rows(state) == {8: [2, 1]}
