"""Vectors: an article's strongest terms and what each counts."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.text.similarity.vector import SAME, comparing, make_vector, number_of_term, read_vector, shared_weights

TERMS = st.lists(st.sampled_from(["the", "of", "pier", "ferri", "tide", "mill", "1987", "skipper"]), max_size=12)


def weights(terms: list[str]) -> dict[int, int]:
    return dict(zip(*read_vector(make_vector(Counter(terms), "en")), strict=True))


def test_rare_terms_that_come_often_count_most() -> None:
    found = weights(["the", "ullathorp", "ferri", "ferri", "ferri", "was", "were", "said", "1987"])
    terms = ("ferri", "ullathorp", "were", "said", "1987", "was")
    assert list(found) == [number_of_term(term, "en") for term in terms]
    assert list(found.values()) == [201, 134, 45, 45, 45, 30]


def test_the_strongest_forty_terms_are_kept() -> None:
    often, rare = ["said"] * 50, [f"name{number:02}" for number in range(60)]
    numbers, strengths = read_vector(make_vector(Counter([*rare, "the", *often]), "en"))
    assert numbers[0] == number_of_term("name00", "en")
    assert len(numbers) == 40
    assert set(numbers) == {number_of_term(term, "en") for term in rare[:40]}
    assert set(strengths) == {40}


@pytest.mark.parametrize("text", [[], ["the", "the"]])
def test_a_text_without_terms_that_count_is_like_none(text: list[str]) -> None:
    assert make_vector(Counter(text), "en") == b""
    assert (
        comparing(b"")(make_vector(Counter(["pier"]), "en"))
        == comparing(make_vector(Counter(["pier"]), "en"))(b"")
        == 0
    )


def test_the_same_letters_are_another_word_in_another_language() -> None:
    assert number_of_term("pier", "en") == number_of_term("pier", "EN-GB") == 1161898407
    assert number_of_term("pier", "en") != number_of_term("pier", "de") != number_of_term("pier", "")


@given(TERMS, TERMS)
def test_likeness_is_the_cosine_of_the_vectors(one: list[str], other: list[str]) -> None:
    vectors = make_vector(Counter(one), "en"), make_vector(Counter(other), "en")
    likeness = comparing(vectors[0])(vectors[1])
    assert likeness == comparing(vectors[1])(vectors[0]) == sum(shared_weights(*vectors).values())
    assert 0 <= likeness <= SAME * 1.02
    for vector in vectors:
        assert comparing(vector)(vector) == pytest.approx(SAME, rel=0.02) or not vector


def test_of_terms_that_are_level_the_first_come_first() -> None:
    terms = [f"name{number}" for number in range(60)]
    numbers, _ = read_vector(make_vector(Counter(terms[50:52] + terms[50:52] + terms), "en"))
    assert list(numbers) == [number_of_term(term, "en") for term in [*terms[50:52], *terms[:38]]]
