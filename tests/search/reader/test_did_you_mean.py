"""What was probably meant: the nearest words of the same shard."""

import pytest

from newsgen.search.format.shard_reader import Entry, Part
from newsgen.search.reader.did_you_mean import suggest_words


def entry(form: str, articles: int = 1, stem: str = "x") -> Entry:
    return Entry("", 0, stem, form, True, True, False, articles, (), 0, Part([], [], []))


@pytest.mark.parametrize(
    ("typed", "known", "offered"),
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
def test_words_of_one_or_two_changed_letters_are_offered(typed: str, known: str, offered: tuple[str, ...]) -> None:
    assert suggest_words([typed], [entry(known)]) == offered


def test_the_nearest_come_first_then_those_of_more_articles_three_at_most() -> None:
    entries = [entry("harbours", 9), entry("harbor", 50), entry("harbour", 7), entry("harbout", 7), entry("arbour", 9)]
    assert suggest_words(["harbous"], entries) == ("harbours", "harbour", "harbout")
    assert suggest_words(["harbous"], entries[:2]) == ("harbours", "harbor")


def test_names_are_no_words_and_a_word_is_offered_once() -> None:
    entries = [entry("ferry", 1, "@tag:ferry"), entry("ferri", 1, "a"), entry("ferri", 2, "b")]
    assert suggest_words(["ferrr", "ferr"], entries) == ("ferri",)
