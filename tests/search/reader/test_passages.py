"""The passage of a result shows where the words of the query stand."""

import pytest

from newsgen.search.reader.passages import find_passage
from newsgen.search.reader.query.query import parse_query

LONG = "All the boats of the town lay in the mud and nobody came to look at them for days. " * 3
TEXT = "\n".join(
    [
        f"{LONG}The harbour was deep. {LONG}",
        f"The last boat of the ferry. {LONG}Nobody saw the last ferry leave the old harbour that night. {LONG}",
        "Ferries returned.",
    ]
)


def passage(text: str, query: str, language: str = "en") -> str:
    pieces = find_passage(text, language, parse_query(query, [language]))
    return "".join(f"[{piece}]" if is_marked else piece for piece, is_marked in pieces)


def test_most_words_come_before_earlier_ones_and_neighbours_before_others() -> None:
    assert "[harbour] was deep" in passage(TEXT, "harbour")
    assert "saw the [last] [ferry] leave the old [harbour] that [night]. " in passage(TEXT, "last ferry harbour night")
    assert "saw the [last] [ferry] leave" in passage(TEXT, '"last ferry"')
    assert passage(TEXT, "xyzzy") == ""
    assert passage("", "ferry") == ""


@pytest.mark.parametrize(
    ("query", "found"),
    [("returned", "Ferries [returned]."), ('"ferries"', "[Ferries] returned."), ("retur*", "Ferries [returned].")],
)
def test_words_are_marked_in_every_form(query: str, found: str) -> None:
    assert passage(TEXT, query) == found


def test_a_passage_begins_and_ends_with_whole_words_and_tells_what_is_cut() -> None:
    found = passage(TEXT, "deep")
    assert (found[0], found[-1]) == ("…", "…")
    plain = found.strip("…").replace("[", "").replace("]", "")
    assert 150 <= len(plain) <= 180
    assert f" {plain} " in f" {TEXT} "


@pytest.mark.parametrize("letter", ["京", "\U00020000"])
def test_texts_without_blanks_are_cut_between_letters(letter: str) -> None:
    found = passage(f"{letter * 300}東都{letter * 300}", "東都", "ja")
    assert found == f"…{letter * 59}[東都]{letter * 119}…"


def test_a_sentence_comes_before_a_heading_that_has_as_many_words() -> None:
    text = f"Harbour grant\n{LONG}\nThe council agreed on Tuesday to ask for the harbour grant once more in the spring."
    assert passage(text, "harbour") == text.split("\n")[2].replace("harbour", "[harbour]")
    assert passage("Harbour grant\nA harbour.", "harbour") == "[Harbour] grant"
