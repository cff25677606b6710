"""Vectors: an article's strongest terms and their weights."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.text.similarity.vector import (
    MAX_SIMILARITY,
    compare_with,
    make_vector,
    read_vector,
    shared_weights,
    term_number,
)

TERMS = st.lists(st.sampled_from(["the", "of", "pier", "ferri", "tide", "mill", "1987", "skipper"]), max_size=12)


def weights(terms: list[str]) -> dict[int, int]:
    return dict(zip(*read_vector(make_vector(Counter(terms), "en")), strict=True))


def test_rare_and_frequent_terms_weigh_most() -> None:
    weight_of = weights(["the", "ullathorp", "ferri", "ferri", "ferri", "was", "were", "said", "1987"])
    terms = ("ferri", "ullathorp", "were", "said", "1987", "was")
    assert list(weight_of) == [term_number(term, "en") for term in terms]
    assert list(weight_of.values()) == [201, 134, 45, 45, 45, 30]


def test_the_strongest_forty_terms_are_kept() -> None:
    often, rare = ["said"] * 50, [f"name{number:02}" for number in range(60)]
    numbers, strengths = read_vector(make_vector(Counter([*rare, "the", *often]), "en"))
    assert numbers[0] == term_number("name00", "en")
    assert len(numbers) == 40
    assert set(numbers) == {term_number(term, "en") for term in rare[:40]}
    assert set(strengths) == {40}


@pytest.mark.parametrize("text", [[], ["the", "the"]])
def test_a_text_of_common_words_is_similar_to_none(text: list[str]) -> None:
    assert make_vector(Counter(text), "en") == b""
    assert (
        compare_with(b"")(make_vector(Counter(["pier"]), "en"))
        == compare_with(make_vector(Counter(["pier"]), "en"))(b"")
        == 0
    )


def test_the_same_letters_are_different_terms_in_two_languages() -> None:
    assert term_number("pier", "en") == term_number("pier", "EN-GB") == 1161898407
    assert term_number("pier", "en") != term_number("pier", "de") != term_number("pier", "")


@given(TERMS, TERMS)
def test_similarity_is_the_cosine_of_the_vectors(one: list[str], other: list[str]) -> None:
    vectors = make_vector(Counter(one), "en"), make_vector(Counter(other), "en")
    similarity = compare_with(vectors[0])(vectors[1])
    assert similarity == compare_with(vectors[1])(vectors[0]) == sum(shared_weights(*vectors).values())
    assert 0 <= similarity <= MAX_SIMILARITY * 1.02
    for vector in vectors:
        assert compare_with(vector)(vector) == pytest.approx(MAX_SIMILARITY, rel=0.02) or not vector


def test_equal_terms_come_in_the_order_of_the_text() -> None:
    terms = [f"name{number}" for number in range(60)]
    numbers, _ = read_vector(make_vector(Counter(terms[50:52] + terms[50:52] + terms), "en"))
    assert list(numbers) == [term_number(term, "en") for term in [*terms[50:52], *terms[:38]]]
