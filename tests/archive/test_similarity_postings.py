"""Postings: which articles have a term among their strongest, in the archive's order."""

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence

from newsgen.archive.similarity_postings import Postings, pack_postings
from newsgen.text.similarity.nearest import WINDOW, top_terms
from newsgen.text.similarity.vector import make_vector

PIER, MILL = (make_vector(Counter([word]), "en") for word in ("pier", "mill"))
BOTH = make_vector(Counter(["pier", "mill"]), "en")


def make_postings(articles: Mapping[int, Sequence[int]]) -> Postings:
    """The postings of terms, whose articles are in the order of their numbers."""
    packed = {term: pack_postings(numbers) for term, numbers in articles.items()}
    return Postings(lambda term: packed.get(term, b""), lambda number: f"{number:04}")


def changes(postings: Postings) -> dict[int, list[int]]:
    return {term: list(array("I", articles)) for term, articles in postings.changes()}


def test_articles_are_inserted_in_the_archives_order_and_removed() -> None:
    (pier,), (mill,) = top_terms(PIER), top_terms(MILL)
    postings = make_postings({})
    assert changes(postings) == {}
    for article, vector in ((3, PIER), (1, BOTH), (4, MILL), (2, BOTH)):
        postings.insert(vector, article, f"{article:04}")
    assert changes(postings) == {pier: [1, 2, 3], mill: [1, 2, 4]}
    postings = make_postings(changes(postings))
    for article, vector in ((1, BOTH), (2, BOTH), (3, PIER)):
        postings.remove(vector, article)
    assert changes(postings) == {pier: [], mill: [4]}
    assert dict(postings.changes())[pier] == b""


def test_the_articles_before_and_after_one_are_found_term_by_term() -> None:
    (pier,), (mill,) = top_terms(PIER), top_terms(MILL)
    postings = make_postings({pier: [1, 2, 3], mill: [2, 5]})
    assert [list(window) for window in postings.before(PIER, "0003")] == [[2, 1]]
    assert postings.after(BOTH, 2) == {3, 5}
    assert postings.after(PIER, 3) == set()
    assert changes(postings) == {}


def test_only_a_window_of_a_long_list_is_looked_at() -> None:
    postings = make_postings(dict.fromkeys(top_terms(PIER), range(1, WINDOW + 3)))
    (window,) = postings.before(PIER, f"{WINDOW + 2:04}")
    assert list(window) == list(range(WINDOW + 1, 1, -1))
    assert postings.after(PIER, 1) == set(range(2, WINDOW + 2))
