"""Letters read in the wrong encoding, and letters that look as if they were."""

import pytest

from newsgen.commands.check.rules.mojibake import find_mojibake, repair
from newsgen.errors import Problem
from tests.support.checking import a_pasted_subject, a_subject

REASON = "Readers stumble over it, and searching for the right word does not find the article."
CONVERT = "Convert the file anew from its source, as UTF-8."


def test_fields_and_the_body_have_one_finding_each() -> None:
    text = a_subject("Le cafÃ© est fermÃ©.\n\nDemain aussi, Ã  midi.", headline="CafÃ© fermÃ©", tags=("cafÃ©",))
    assert list(find_mojibake(text)) == [
        Problem("articles/2024/ferry.md", 2, 'has "Ã©", which was probably "é"', REASON, CONVERT),
        Problem("articles/2024/ferry.md", 2, 'has "Ã©", which was probably "é"', REASON, CONVERT),
        Problem("articles/2024/ferry.md", 9, 'has "Ã©", which was probably "é", and 1 more such', REASON, CONVERT),
    ]


def test_a_lost_letter_is_shown_with_its_surroundings() -> None:
    assert list(find_mojibake(a_pasted_subject("All is well.", "Sie k\ufffdnnen alle Antworten lesen."))) == [
        Problem(
            "articles/ferry.txt",
            11,
            'has lost a letter at the sign "\ufffd": "Sie k\ufffdnnen alle Antwo"',
            REASON,
            "Put it in; the text's source may still have it.",
        )
    ]


def test_one_letter_of_another_script_may_be_coincidence() -> None:
    assert repair("Ø§") == ""


def test_an_unprintable_character_is_shown_by_its_number() -> None:
    assert [problem.message for problem in find_mojibake(a_subject("1998\xe2\x80\x932003"))] == [
        r'has "\xe2\x80\x93", which was probably "–"'
    ]


@pytest.mark.parametrize("text", ["é", "’", "“", "ß", "–", "ñ", "€", "لله", "Привет", "漢字"])
def test_text_misread_as_windows_1252_is_repaired(text: str) -> None:
    misread = "".join(
        bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in text.encode()
    )
    assert repair(misread) == text


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
def test_correct_text_is_left_alone(text: str) -> None:
    assert list(find_mojibake(a_pasted_subject(text))) == []


@pytest.mark.parametrize(
    ("text", "encoding", "codec", "word", "right"),
    [
        ("The café of Zoë Márquez is closed; Núria Peñón keeps the piñata.", "MACINTOSH", "mac_roman", "cafŽ", "café"),
        ("The café of Zoë Márquez is closed; Núria Peñón keeps the piñata.", "CP437", "cp437", "caf‚", "café"),
        ("Паром снова пойдёт с понедельника.", "WINDOWS-1251", "cp1251", "Ïàðîì", "Паром"),
    ],
)
def test_text_of_other_encodings_misread_as_windows_1252_is_found(
    text: str, encoding: str, codec: str, word: str, right: str
) -> None:
    misread = text.encode(codec).decode("cp1252")
    fix = f"Convert the file anew from its source: iconv -f {encoding} -t UTF-8 OLD > NEW"
    message = f'has "{word}", which was probably "{right}" in {encoding}'
    assert list(find_mojibake(a_subject(misread))) == [Problem("articles/2024/ferry.md", 9, message, REASON, fix)]
