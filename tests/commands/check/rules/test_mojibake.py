"""Letters read in the wrong encoding, and letters that only look like it."""

import pytest

from newsgen.commands.check.rules.mojibake import find_mangled_text, repaired
from newsgen.errors import Problem
from tests.support.checking import a_pasted_text, a_text

WHY = "Readers stumble over it, and searching for the right word does not find the article."
CONVERT = "Convert the file anew from its source, as UTF-8."


def test_fields_and_the_body_are_told_once_each() -> None:
    text = a_text("Le cafÃ© est fermÃ©.\n\nDemain aussi, Ã  midi.", headline="CafÃ© fermÃ©", tags=("cafÃ©",))
    assert list(find_mangled_text(text)) == [
        Problem("articles/2024/ferry.md", 2, 'has "Ã©", which was probably "é"', WHY, CONVERT),
        Problem("articles/2024/ferry.md", 2, 'has "Ã©", which was probably "é"', WHY, CONVERT),
        Problem("articles/2024/ferry.md", 9, 'has "Ã©", which was probably "é", and 1 more such', WHY, CONVERT),
    ]


def test_a_lost_letter_is_told_with_what_is_around_it() -> None:
    assert list(find_mangled_text(a_pasted_text("All is well.", "Sie k\ufffdnnen alle Antworten lesen."))) == [
        Problem(
            "articles/ferry.txt",
            11,
            'has lost a letter at the sign "\ufffd": "Sie k\ufffdnnen alle Antwo"',
            WHY,
            "Put it in; the text's source may still have it.",
        )
    ]


def test_one_letter_of_another_script_may_be_chance() -> None:
    assert repaired("Ø§") == ""


def test_what_cannot_be_printed_is_told_by_its_number() -> None:
    assert [problem.message for problem in find_mangled_text(a_text("1998\xe2\x80\x932003"))] == [
        r'has "\xe2\x80\x93", which was probably "–"'
    ]


@pytest.mark.parametrize("text", ["é", "’", "“", "ß", "–", "ñ", "€", "لله", "Привет", "漢字"])
def test_text_misread_as_windows_1252_is_read_aright(text: str) -> None:
    misread = "".join(
        bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in text.encode()
    )
    assert repaired(misread) == text


@pytest.mark.parametrize(
    "text",
    [
        "« Le café » est fermé »",
        "MARCHÉ»",
        "é —",
        "Groß\u00a0und klein",
        "Åland",
        "São Paulo",
        "naïve",
        "À\u00a0l’aube",
    ],
)
def test_right_text_is_left_alone(text: str) -> None:
    assert list(find_mangled_text(a_pasted_text(text))) == []
