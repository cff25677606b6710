"""How much words weigh."""

from newsgen.search.index.scoring import IndexRules, level_of


def test_a_word_weighs_more_the_more_often_it_occurs_and_the_shorter_the_article() -> None:
    assert [level_of(times, 200) for times in (1, 2, 3, 5, 9, 100)] == [3, 5, 6, 6, 7, 7]
    assert [level_of(1, words) for words in (20, 100, 400, 1_000, 10_000)] == [6, 5, 2, 0, 0]


def test_facets_and_the_commonest_words_have_no_levels() -> None:
    rules = IndexRules(frozenset(["the"]), positions=True)
    assert [rules.has_levels(term) for term in (("the", "the"), ("@tag:the", "the!"), ("ferri", "ferry"))] == [
        False,
        False,
        True,
    ]
