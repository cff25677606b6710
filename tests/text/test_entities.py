"""Entities in plain text."""

import pytest

from newsgen.text.entities import decode_entities, split_outside_entities


@pytest.mark.parametrize(
    ("text", "decoded"),
    [
        ("Fish &amp; chips", "Fish & chips"),
        ("O&#039;Neill &#x2014; caf&eacute;", "O'Neill — café"),
        ("&frac12; &CounterClockwiseContourIntegral;", "½ ∳"),
        ("AT&T; &fish; &", "AT&T; &fish; &"),
        ("a&#10;b&#0;", "a b�"),
        ("&amp;amp;", "&amp;"),
    ],
)
def test_entities_are_replaced(text: str, decoded: str) -> None:
    assert decode_entities(text) == decoded


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a;b", ["a", "b"]),
        ("O&#039;Neill; Haas", ["O&#039;Neill", " Haas"]),
        ("R&amp;D;caf&eacute;;x", ["R&amp;D", "caf&eacute;", "x"]),
        ("R&D;x", ["R&D", "x"]),
        ("", [""]),
    ],
)
def test_a_semicolon_of_an_entity_separates_nothing(text: str, parts: list[str]) -> None:
    assert split_outside_entities(text, ";") == parts
