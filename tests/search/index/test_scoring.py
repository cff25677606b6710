"""From an article's words to its postings."""

from newsgen.search.article_words import ArticleWords
from newsgen.search.index.scoring import IndexRules, PostingLists, level_of
from tests.support.postings import articles_of

WORDS = ArticleWords(
    language="en",
    headline=["ferries", "the"],
    dek=[],
    names=["ada"],
    text=[["the", "ferry", "ferries"], ["café", "cafe"]],
    facets=(("@author:ada", "Ada"),),
)


def test_an_article_is_added_once_to_each_of_its_terms() -> None:
    lists = PostingLists(IndexRules(frozenset(["the"]), positions=True))
    lists.add(7, WORDS)
    assert {term: articles_of(postings) for term, postings in lists.items()} == {
        ("ferri", "ferries"): [(7, level_of(4.0, 8), [0, 17])],
        ("the", "the"): [(7, 0, [])],
        ("ada", "ada"): [(7, level_of(1.5, 8), [8])],
        ("ferri", "ferry"): [(7, level_of(1, 8), [16])],
        # Two spellings of one form.
        ("cafe", "cafe"): [(7, level_of(2, 8), [24, 25])],
        ("@author:ada", "Ada"): [(7, 0, [])],
    }


def test_articles_in_several_languages_share_lists() -> None:
    lists = PostingLists(IndexRules(frozenset(), positions=True))
    for number, language in enumerate(("en", "fr", "en")):
        lists.add(number, WORDS._replace(language=language))
    assert [number for number, *_ in articles_of(lists["ferri", "ferries"])] == [0, 2]
    assert [number for number, *_ in articles_of(lists["@author:ada", "Ada"])] == [0, 1, 2]


def test_positions_can_be_left_out() -> None:
    lists = PostingLists(IndexRules(frozenset(), positions=False))
    lists.add(0, WORDS)
    assert not any(positions for postings in lists.values() for _, _, positions in articles_of(postings))


def test_only_the_first_positions_of_a_frequent_word_are_kept() -> None:
    lists = PostingLists(IndexRules(frozenset(), positions=True))
    lists.add(0, WORDS._replace(headline=[], names=[], text=[["ha"] * 1_000]))
    assert articles_of(lists["ha", "ha"]) == [(0, 7, list(range(255)))]


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
