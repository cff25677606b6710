"""From an article's words to its postings."""

from newsgen.search.article_words import ArticleWords
from newsgen.search.index.scoring import IndexRules, PostingLists, level_of
from tests.support.postings import plain

WORDS = ArticleWords(
    language="en",
    headline=["ferries", "the"],
    dek=[],
    names=["ada"],
    text=[["the", "ferry", "ferries"], ["café", "cafe"]],
    filed=(("@author:ada", "Ada"),),
)


def test_each_form_is_filed_once_under_its_stem() -> None:
    filings = PostingLists(IndexRules(frozenset(["the"]), places=True))
    filings.file(7, WORDS)
    assert {filed: plain(postings) for filed, postings in filings.items()} == {
        ("ferri", "ferries"): [(7, level_of(4.0, 8), [0, 17])],
        ("the", "the"): [(7, 0, [])],
        ("ada", "ada"): [(7, level_of(1.5, 8), [8])],
        ("ferri", "ferry"): [(7, level_of(1, 8), [16])],
        # Two spellings of one form.
        ("cafe", "cafe"): [(7, level_of(2, 8), [24, 25])],
        ("@author:ada", "Ada"): [(7, 0, [])],
    }


def test_articles_follow_each_other_in_whatever_language_they_are() -> None:
    filings = PostingLists(IndexRules(frozenset(), places=True))
    for number, language in enumerate(("en", "fr", "en")):
        filings.file(number, WORDS._replace(language=language))
    assert [number for number, *_ in plain(filings["ferri", "ferries"])] == [0, 2]
    assert [number for number, *_ in plain(filings["@author:ada", "Ada"])] == [0, 1, 2]


def test_without_positions_none_has_any() -> None:
    filings = PostingLists(IndexRules(frozenset(), places=False))
    filings.file(0, WORDS)
    assert not any(places for postings in filings.values() for _, _, places in plain(postings))


def test_of_a_word_that_is_there_too_often_only_the_first_positions_are_kept() -> None:
    filings = PostingLists(IndexRules(frozenset(), places=True))
    filings.file(0, WORDS._replace(headline=[], names=[], text=[["ha"] * 1_000]))
    assert plain(filings["ha", "ha"]) == [(0, 7, list(range(255)))]


def test_a_word_weighs_more_the_oftener_it_is_there_and_the_shorter_the_article_is() -> None:
    assert [level_of(times, 200) for times in (1, 2, 3, 5, 9, 100)] == [3, 5, 6, 6, 7, 7]
    assert [level_of(1, words) for words in (20, 100, 400, 1_000, 10_000)] == [6, 5, 2, 0, 0]


def test_names_and_the_commonest_words_have_no_levels() -> None:
    rules = IndexRules(frozenset(["the"]), places=True)
    assert [rules.has_levels(filed) for filed in (("the", "the"), ("@tag:the", "the!"), ("ferri", "ferry"))] == [
        False,
        False,
        True,
    ]
