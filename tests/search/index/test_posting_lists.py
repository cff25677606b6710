"""From the words of articles to postings."""

from newsgen.search.article_words import ArticleWords
from newsgen.search.index.posting_lists import PostingLists
from newsgen.search.index.scoring import IndexRules, level_of
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
    assert {term: articles_of(postings) for term, postings in lists.postings()} == {
        ("ferri", "ferries"): [(7, level_of(4.0, 8), [0, 49])],
        ("the", "the"): [(7, 0, [])],
        ("ada", "ada"): [(7, level_of(1.5, 8), [40])],
        ("ferri", "ferry"): [(7, level_of(1, 8), [48])],
        # Two spellings of one form.
        ("cafe", "cafe"): [(7, level_of(2, 8), [56, 57])],
        ("@author:ada", "Ada"): [(7, 0, [])],
    }


def test_articles_in_several_languages_share_lists() -> None:
    lists = PostingLists(IndexRules(frozenset(), positions=True))
    for number, language in enumerate(("en", "fr", "en")):
        lists.add(number, WORDS._replace(language=language))
    found = dict(lists.postings())
    assert [number for number, *_ in articles_of(found["ferri", "ferries"])] == [0, 2]
    assert [number for number, *_ in articles_of(found["@author:ada", "Ada"])] == [0, 1, 2]


def test_positions_can_be_left_out() -> None:
    lists = PostingLists(IndexRules(frozenset(), positions=False))
    lists.add(0, WORDS)
    assert not any(positions for _, postings in lists.postings() for _, _, positions in articles_of(postings))


def test_only_the_first_positions_of_a_frequent_word_are_kept() -> None:
    lists = PostingLists(IndexRules(frozenset(), positions=True))
    lists.add(0, WORDS._replace(headline=[], names=[], text=[["ha"] * 1_000]))
    lists.add(1, WORDS._replace(headline=[], names=[], text=[["ha", "ha", "ho"]]))
    assert articles_of(dict(lists.postings())["ha", "ha"]) == [
        (0, 7, list(range(40, 295))),
        (1, level_of(2, 3), [40, 41]),
    ]


def test_the_highest_numbers_have_postings_too() -> None:
    lists = PostingLists(IndexRules(frozenset(), positions=True))
    lists.add(2**32 - 1, WORDS)
    assert articles_of(dict(lists.postings())["ada", "ada"]) == [(2**32 - 1, level_of(1.5, 8), [40])]
