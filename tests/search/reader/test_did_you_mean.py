"""Spelling suggestions: the nearest words of the same shard."""

import pytest

from newsgen.search.format.shard_reader import FormEntry, Part
from newsgen.search.reader.did_you_mean import find_near


def entry(form: str, articles: int = 1, stem: str = "x") -> FormEntry:
    return FormEntry("", 0, stem, form, True, True, False, articles, (), 0, Part([], [], []))


@pytest.mark.parametrize(
    ("typed", "known", "suggested"),
    [
        ("fery", "ferry", ("ferry",)),
        ("feryr", "ferry", ("ferry",)),
        ("ferrry", "ferry", ("ferry",)),
        ("ferri", "ferry", ("ferry",)),
        ("fray", "ferry", ()),
        ("ferrz", "ferrets", ()),
        ("harbuor", "harbour", ("harbour",)),
        ("habrour", "harbour", ("harbour",)),
        ("hrbor", "harbour", ()),
        ("harbrs", "harbour", ()),
        ("hurbur", "harbour", ("harbour",)),
        ("harb", "harbour", ()),
        ("東京部", "東京都", ("東京都",)),
        ("𝒜b", "𝒜c", ("𝒜c",)),
    ],
)
def test_words_with_one_or_two_changed_letters_are_suggested(
    typed: str, known: str, suggested: tuple[str, ...]
) -> None:
    assert find_near([typed], [entry(known)]) == suggested


def test_the_three_nearest_are_suggested_those_of_more_articles_first() -> None:
    entries = [entry("harbours", 9), entry("harbor", 50), entry("harbour", 7), entry("harbout", 7), entry("arbour", 9)]
    assert find_near(["harbous"], entries) == ("harbours", "harbour", "harbout")
    assert find_near(["harbous"], entries[:2]) == ("harbours", "harbor")


def test_facets_are_not_words_and_a_word_is_suggested_once() -> None:
    entries = [entry("ferry", 1, "@tag:ferry"), entry("ferri", 1, "a"), entry("ferri", 2, "b")]
    assert find_near(["ferrr", "ferr"], entries) == ("ferri",)
