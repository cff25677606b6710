"""The nearest earlier articles: copies and others."""

from collections import Counter
from collections.abc import Sequence

import pytest

from newsgen.text.similarity.nearest import TOP_TERMS, Neighbour, find_nearest, top_terms
from newsgen.text.similarity.passages import sample_sentences
from newsgen.text.similarity.vector import MAX_SIMILARITY, compare_with, make_vector

FERRY = "skipper moorings gangway pier berth harbourmaster timetable".split()
# Words of another topic: a text with fewer of them is nearer to the ferry.
FAR = "sluice millstone granary orchard blossom cider turnout".split()


def words(shared: int) -> list[str]:
    return [*FERRY[:shared], *FAR[shared:]]


def nearest_to_first(texts: Sequence[Sequence[str]], most: int = 5, samples: Sequence[str] = ()) -> list[Neighbour]:
    """The nearest to the first text among the others, all in one window with it."""
    vectors = [make_vector(Counter(text), "en") for text in texts]
    sentences = [sample_sentences(sample) for sample in samples or map(str, range(len(texts)))]
    others = range(1, len(texts))
    return find_nearest(0, [others], vectors.__getitem__, sentences.__getitem__, most)


def similarity(one: Sequence[str], other: Sequence[str]) -> int:
    return compare_with(make_vector(Counter(one), "en"))(make_vector(Counter(other), "en"))


def test_the_nearest_come_first_up_to_the_wanted_number() -> None:
    texts = [FERRY, words(4), words(6), words(5)]
    nearest = [Neighbour(number, similarity(FERRY, texts[number]), is_copy=False) for number in (2, 3, 1)]
    assert nearest_to_first(texts) == nearest
    assert nearest_to_first(texts, most=2) == nearest[:2]


def test_distant_articles_are_left_out() -> None:
    assert nearest_to_first([FERRY, words(0), words(1), words(3)]) == []
    # A few shared terms are chance, however much they weigh.
    assert similarity(FERRY[:3], FERRY[:3]) == pytest.approx(MAX_SIMILARITY, rel=0.02)
    assert nearest_to_first([FERRY[:3], FERRY[:3]]) == []


def test_a_copy_has_the_same_sentences_and_not_only_the_same_words() -> None:
    texts = [FERRY, FERRY, FERRY, words(5)]
    samples = ["One. Two.", "One. Three. Five.", "One. Two. Four.", "Six."]
    assert nearest_to_first(texts, samples=samples) == [
        Neighbour(2, similarity(FERRY, FERRY), is_copy=True),
        Neighbour(1, similarity(FERRY, FERRY), is_copy=False),
        Neighbour(3, similarity(FERRY, words(5)), is_copy=False),
    ]


def test_several_copies_of_another_article_are_represented_by_one() -> None:
    texts, samples = [FERRY, words(5), words(6), words(6), words(5)], ["0.", "1.", "2.", "2.", "3."]
    assert [near.article for near in nearest_to_first(texts, samples=samples)] == [2, 1, 4]


def test_candidates_that_share_most_terms_are_compared() -> None:
    texts = [FERRY, *([words(4)] * 30), words(6)]
    vectors = [make_vector(Counter(text), "en") for text in texts]
    numbers = {number: index for index, number in enumerate(top_terms(vectors[0]))}
    windows: list[list[int]] = [[] for _ in numbers]
    for article, vector in enumerate(vectors[1:], 1):
        for number in top_terms(vector):
            if number in numbers:
                windows[numbers[number]].append(article)
    nearest = find_nearest(0, windows, vectors.__getitem__, lambda article: sample_sentences(str(article)), 3)
    assert [near.article for near in nearest] == [31, 1, 2]


def test_candidates_are_found_by_the_strongest_terms() -> None:
    vector = make_vector(Counter(["ferri", *FERRY, *FAR]), "en")
    assert len(top_terms(vector)) == TOP_TERMS < len(FERRY) + len(FAR) + 1
