"""The words of a query are marked in every form in which they are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.search.reader.highlight import mark_words
from newsgen.search.reader.query.query import parse_query


def marked(text: str, language: str, query: str) -> str:
    pieces = mark_words(text, language, parse_query(query, [language]))
    return "".join(f"[{piece}]" if is_marked else piece for piece, is_marked in pieces)


@pytest.mark.parametrize(
    ("text", "language", "query", "found"),
    [
        ("The Ferries’ return: a ferry!", "en", "ferry", "The [Ferries’] return: a [ferry]!"),
        ("The ferries return", "en", '"ferry return"', "The ferries [return]"),
        ("ferry-boats", "en", "ferry", "[ferry]-boats"),
        ("“ferry”…", "en", "ferry", "“[ferry]”…"),
        ("Ferry", "en", "-ferry", "Ferry"),
        ("Ferry", "en", "", "Ferry"),
        ("", "en", "ferry", ""),
        ("De l’école", "fr", "ecoles", "De [l’école]"),
        ("وصلت المدينة", "ar", "مدينة", "وصلت [المدينة]"),
        ("東京都の京都", "ja", "京都", "東[京都]の[京都]"),
        ("cafe\u0301s", "fr", "café", "[cafe\u0301s]"),
    ],
)
def test_words_are_marked(text: str, language: str, query: str, found: str) -> None:
    assert marked(text, language, query) == found


@given(st.text(st.sampled_from("ab ’'-東京都\u0301\n“")), st.text(st.sampled_from("ab 東京都")))
def test_the_pieces_are_the_whole_text(text: str, query: str) -> None:
    pieces = mark_words(text, "ja", parse_query(query, ["ja"]))
    assert "".join(piece for piece, _ in pieces) == text
