"""From an article's words to its postings."""

from newsgen.search.filing import Rules, file_words, level_of
from newsgen.search.words import Words

WORDS = Words(
    language="en",
    headline=["ferries", "the"],
    dek=[],
    names=["ada"],
    text=[["the", "ferry", "ferries"], ["café", "cafe"]],
    filed=(("@author:ada", "Ada"),),
)


def test_each_form_is_filed_once_under_its_stem() -> None:
    assert file_words(WORDS, Rules(frozenset(["the"]), places=True)) == [
        (("ferri", "ferries"), level_of(4.0, 8), [0, 17]),
        (("the", "the"), 0, ()),
        (("ada", "ada"), level_of(1.5, 8), [8]),
        (("ferri", "ferry"), level_of(1, 8), [16]),
        # Two spellings of one form.
        (("cafe", "cafe"), level_of(2, 8), [24, 25]),
        (("@author:ada", "Ada"), 0, ()),
    ]


def test_without_positions_none_has_any() -> None:
    assert all(not places for _, _, places in file_words(WORDS, Rules(frozenset(), places=False)))


def test_a_word_weighs_more_the_oftener_it_is_there_and_the_shorter_the_article_is() -> None:
    assert [level_of(times, 200) for times in (1, 2, 3, 5, 9, 100)] == [3, 5, 6, 6, 7, 7]
    assert [level_of(1, words) for words in (20, 100, 400, 1_000, 10_000)] == [6, 5, 2, 0, 0]


def test_names_and_the_commonest_words_have_no_levels() -> None:
    rules = Rules(frozenset(["the"]), places=True)
    assert [rules.has_levels(filed) for filed in (("the", "the"), ("@tag:the", "the!"), ("ferri", "ferry"))] == [
        False,
        False,
        True,
    ]
