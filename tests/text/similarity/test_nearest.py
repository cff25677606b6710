"""The nearest of earlier articles: copies and others."""

from collections import Counter
from collections.abc import Sequence

import pytest

from newsgen.text.similarity.nearest import STRONGEST, Neighbour, find_nearest, top_terms
from newsgen.text.similarity.passages import sample_sentences
from newsgen.text.similarity.vector import SAME, comparing, make_vector

FERRY = "skipper moorings gangway pier berth harbourmaster timetable".split()
# What is far from the ferry is nearer the higher the share of its words.
FAR = "sluice millstone granary orchard blossom cider turnout".split()


def words(shared: int) -> list[str]:
    return [*FERRY[:shared], *FAR[shared:]]


def found(texts: Sequence[Sequence[str]], most: int = 5, samples: Sequence[str] = ()) -> list[Neighbour]:
    """What is near the first text among the others, all of which share a window with it."""
    vectors = [make_vector(Counter(text), "en") for text in texts]
    sentences = [sample_sentences(sample) for sample in samples or map(str, range(len(texts)))]
    others = range(1, len(texts))
    return find_nearest(0, [others], vectors.__getitem__, sentences.__getitem__, most)


def likeness(one: Sequence[str], other: Sequence[str]) -> int:
    return comparing(make_vector(Counter(one), "en"))(make_vector(Counter(other), "en"))


def test_the_nearest_come_first_and_no_more_than_are_wanted() -> None:
    texts = [FERRY, words(4), words(6), words(5)]
    nearest = [Neighbour(number, likeness(FERRY, texts[number]), is_copy=False) for number in (2, 3, 1)]
    assert found(texts) == nearest
    assert found(texts, most=2) == nearest[:2]


def test_nothing_is_suggested_that_is_not_near() -> None:
    assert found([FERRY, words(0), words(1), words(3)]) == []
    # Few shared terms are chance, however much they count.
    assert likeness(FERRY[:3], FERRY[:3]) == pytest.approx(SAME, rel=0.02)
    assert found([FERRY[:3], FERRY[:3]]) == []


def test_the_same_text_is_a_copy_and_the_same_words_in_other_sentences_are_not() -> None:
    texts = [FERRY, FERRY, FERRY, words(5)]
    samples = ["One. Two.", "One. Three. Five.", "One. Two. Four.", "Six."]
    assert found(texts, samples=samples) == [
        Neighbour(2, likeness(FERRY, FERRY), is_copy=True),
        Neighbour(1, likeness(FERRY, FERRY), is_copy=False),
        Neighbour(3, likeness(FERRY, words(5)), is_copy=False),
    ]


def test_one_of_several_copies_of_another_article_stands_for_all() -> None:
    texts, samples = [FERRY, words(5), words(6), words(6), words(5)], ["0.", "1.", "2.", "2.", "3."]
    assert [near.article for near in found(texts, samples=samples)] == [2, 1, 4]


def test_those_that_share_most_terms_are_compared() -> None:
    texts = [FERRY, *([words(4)] * 30), words(6)]
    vectors = [make_vector(Counter(text), "en") for text in texts]
    numbers = {number: place for place, number in enumerate(top_terms(vectors[0]))}
    windows: list[list[int]] = [[] for _ in numbers]
    for article, vector in enumerate(vectors[1:], 1):
        for number in top_terms(vector):
            if number in numbers:
                windows[numbers[number]].append(article)
    nearest = find_nearest(0, windows, vectors.__getitem__, lambda article: sample_sentences(str(article)), 3)
    assert [near.article for near in nearest] == [31, 1, 2]


def test_an_article_is_looked_for_by_its_strongest_terms() -> None:
    vector = make_vector(Counter(["ferri", *FERRY, *FAR]), "en")
    assert len(top_terms(vector)) == STRONGEST < len(FERRY) + len(FAR) + 1
