"""Which languages have a stemmer."""

import Stemmer

from newsgen.text.language.stemmers import ALGORITHMS, find_stemmer, stemmer_code


def test_every_algorithm_of_snowball_is_used() -> None:
    assert {*ALGORITHMS.values(), "porter", "dutch_porter"} == set(Stemmer.algorithms())


def test_a_stemmer_is_found_by_any_tag_of_its_language() -> None:
    for tag, word, stem in [("en-GB", "ferries", "ferri"), ("PT-br", "notícias", "notíc"), ("nn", "båtene", "båt")]:
        stemmer = find_stemmer(tag)
        assert stemmer
        assert stemmer(word) == stem
    assert find_stemmer("ja") is None
    assert find_stemmer("") is None


def test_a_stemmer_has_the_code_of_its_language() -> None:
    assert [stemmer_code(tag) for tag in ("en-GB", "nb", "NN-no", "ja", "")] == ["en", "no", "no", "", ""]
