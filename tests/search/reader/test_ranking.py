"""The order of search results."""

from newsgen.search.format.shard_reader import FormEntry, Part
from newsgen.search.reader.matching.words import Match, Weighed
from newsgen.search.reader.query.words import Word
from newsgen.search.reader.ranking import Ranked, boost, choose_close_words, rank, split_common


def a_match(form: str, articles: int, has_positions: bool = True, variants: int = 0) -> Match:
    entry = FormEntry("", 0, form, form, True, has_positions, False, articles, (), 0, Part([], [], []))
    exact = (entry,) if articles else ()
    return Match(Word((form,), (form,)), exact, ((entry, 5),) * variants, articles, 1_000)


THE, FERRY, HARBOUR = a_match("the", 9_000, has_positions=False), a_match("ferry", 2_000), a_match("harbour", 2_001)
SUNK, NOWHERE = a_match("sunk", 0, variants=1), a_match("nowhere", 0)


def test_words_of_more_than_a_fifth_do_not_select_beside_rarer_ones() -> None:
    assert split_common([THE, FERRY, HARBOUR], 10_000) == ([FERRY], [THE, HARBOUR])
    assert split_common([THE, SUNK], 10_000) == ([SUNK], [THE])


def test_if_all_words_are_common_all_select() -> None:
    assert split_common([THE, HARBOUR], 10_000) == ([THE, HARBOUR], [])
    assert split_common([THE, NOWHERE], 10_000) == ([THE], [])
    assert split_common([NOWHERE], 10_000) == ([], [])


def test_words_of_few_articles_select_in_a_small_archive() -> None:
    few, many, rare = a_match("few", 1_000), a_match("many", 1_001), a_match("rare", 1)
    assert split_common([few, many, rare], 1_200) == ([few, rare], [many])


def test_the_order_is_by_words_then_exact_ones_then_weight_then_number() -> None:
    ferry = Weighed({1: 10, 2: 10, 3: 90, 4: 50, 5: 50, 6: 1}, {1, 2, 4, 5})
    sunk = Weighed({1: 10, 2: 30, 3: 90, 6: 1}, {1, 2, 3, 6})
    the = Weighed({4: 5, 7: 900}, {4, 7})
    assert rank([ferry, sunk], [the]) == [
        Ranked(2, 2, 40, 2),
        Ranked(2, 2, 20, 1),
        Ranked(2, 1, 180, 3),
        Ranked(2, 1, 2, 6),
        Ranked(1, 1, 55, 4),
        Ranked(1, 1, 50, 5),
    ]
    assert rank([], [the]) == []


def test_positions_are_read_of_the_rarest_words_with_positions() -> None:
    one, two, three = a_match("one", 8_000), a_match("two", 8_192), a_match("three", 193)
    assert choose_close_words([two, THE, three, one]) == [three, one]
    assert choose_close_words([two, one]) == [two, one]
    assert choose_close_words([a_match("many", 8_193), one]) == []
    assert choose_close_words([THE, one]) == []
    assert choose_close_words([one, SUNK]) == []


def test_close_words_boost_an_article_among_those_with_as_many_of_them() -> None:
    best = [Ranked(2, 2, 50, 9), Ranked(2, 2, 40, 8), Ranked(2, 1, 30, 7)]
    boosted = boost(best, [FERRY, HARBOUR], {9: [[1], [101]], 8: [[5], [4, 6]]})
    assert boosted == [
        Ranked(2, 2, 50 + 4_000 * 2_000 // 120, 9),
        Ranked(2, 2, 40 + 4_000 * 2_000 // 21, 8),
        Ranked(2, 1, 30, 7),
    ]
