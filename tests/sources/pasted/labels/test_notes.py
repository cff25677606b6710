from typing import Any

import pytest

from newsgen.record.article import Correction
from newsgen.record.dates import PartialDate
from newsgen.sources.pasted import PastedText, read_pasted

TOP = "Sea wall will be mended, council says\n\nBy Ada Quill\n4 February 2014\n\n"
BODY = [
    "The council of Sorrel voted on Monday night to mend the sea wall, and ended nine years of argument about money.",
    "“We have waited,” said Lowenna Hext, who runs the ticket office on the Salt Quay. “The sea has not.”",
    "The wall will cost four million. Work begins in spring and will last for two winters, the engineer said.",
    "Opponents said that the money would be better spent on pumps, and the harbour company will study the vote.",
]
SIXTH = PartialDate(2014, 2, 6)
COST = "The cost of the wall is four million, not forty."


def read(head: list[str], foot: list[str]) -> PastedText:
    return read_pasted(TOP + "\n\n".join([*head, *BODY, *foot]), 1, "a.txt")


def value_of(pasted: PastedText, name: str) -> Any:
    return pasted.fields[name].value if name in pasted.fields else None


@pytest.mark.parametrize(
    ("lines", "correction"),
    [
        ([f"Correction: {COST}"], Correction(COST)),
        ([f"CORRECTION — {COST}"], Correction(COST)),
        ([f"(Correction: {COST})"], Correction(COST)),
        ([f"Correction, Feb. 6, 2014: {COST}"], Correction(COST, SIXTH)),
        ([f"Correction (6 February 2014): {COST}"], Correction(COST, SIXTH)),
        ([f"Correction made on 6 February 2014: {COST}"], Correction(COST, SIXTH)),
        (["Correction: February 6, 2014", COST], Correction(COST, SIXTH)),
        (["Correction", COST], Correction(COST)),
        (
            ["Correction: February 6, 2014", f"An earlier version of this article was wrong. {COST}"],
            Correction(f"An earlier version of this article was wrong. {COST}", SIXTH),
        ),
        (
            ["• This article was amended on 6 February 2014 to correct the cost."],
            Correction("This article was amended on 6 February 2014 to correct the cost.", SIXTH),
        ),
        (
            ["An earlier version of this story, of 4 February 2014, misstated the cost."],
            Correction("An earlier version of this story, of 4 February 2014, misstated the cost."),
        ),
        (["Correction Appended"], Correction("Correction Appended")),
    ],
)
def test_a_correction_at_the_head_or_foot_is_a_field_with_its_date(lines: list[str], correction: Correction) -> None:
    for pasted in (read(lines, []), read([], lines)):
        assert value_of(pasted, "corrections") == (correction,)
        assert [block.text for block in pasted.body] == BODY
        assert value_of(pasted, "byline") == ("Ada Quill",)
        assert value_of(pasted, "published") == PartialDate(2014, 2, 4)


@pytest.mark.parametrize(
    "line",
    [
        *("Berichtigung: {}", "Korrektur: {}", "Richtigstellung: {}", "Rectificatif : {}", "Erratum: {}"),
        *(
            "Fe de errores: {}",
            "Rectificación: {}",
            "Errata corrige: {}",
            "Rettifica: {}",
            "Errata: {}",
            "Correção: {}",
        ),
        *("Rectificatie: {}", "Correctie: {}", "Rettelse: {}", "Rättelse: {}", "Oikaisu: {}", "Sprostowanie: {}"),
        *("Oprava: {}", "Helyesbítés: {}", "Erată: {}", "Поправка: {}", "Исправление: {}", "Уточнення: {}"),
        *("Διόρθωση: {}", "Düzeltme: {}", "تصحيح: {}", "اصلاحیه: {}", "תיקון: {}", "भूल सुधार: {}", "Ralat: {}"),
        *("Đính chính: {}", "แก้ไข: {}", "訂正：{}", "바로잡습니다: {}", "更正：{}"),
    ],
)
def test_corrections_are_known_in_every_language(line: str) -> None:
    assert value_of(read([], [line.format(COST)]), "corrections") == (Correction(COST),)


@pytest.mark.parametrize(
    ("lines", "notice"),
    [
        (["Editor's note: The writer sits on the council."], "Editor's note: The writer sits on the council."),
        (["Editor’s Note", "The writer sits on the council."], "Editor’s Note: The writer sits on the council."),
        (["Anmerkung der Redaktion: Der Autor sitzt im Rat."], "Anmerkung der Redaktion: Der Autor sitzt im Rat."),
        (["Note de la rédaction : L'auteur est élu."], "Note de la rédaction : L'auteur est élu."),
        (["Nota del editor: El autor es concejal."], "Nota del editor: El autor es concejal."),
    ],
)
def test_a_note_of_the_editors_is_the_notice(lines: list[str], notice: str) -> None:
    for pasted in (read(lines, []), read([], lines)):
        assert value_of(pasted, "notice") == notice
        assert [block.text for block in pasted.body] == BODY


@pytest.mark.parametrize(
    "line",
    [
        "Editor's note: the mayor's phone was off for most of the week, and she did not see the messages.",
        "Correction: the mayor said that there were five gates, and not six, in the plan of the company.",
        "Korrektur: fünf Tore.",
    ],
)
def test_a_note_among_the_paragraphs_is_a_paragraph(line: str) -> None:
    pasted = read_pasted(TOP + "\n\n".join([*BODY[:2], line, *BODY[2:]]), 1, "a.txt")
    assert [block.text for block in pasted.body] == [*BODY[:2], line, *BODY[2:]]
    assert not {"corrections", "notice"} & set(pasted.fields)


@pytest.mark.parametrize(
    "foot",
    [
        ["Corrections", "Privacy", "© 2014 The Courant"],
        ["Corrections?", "Report a correction or typo"],
        ["Corrections: If you find an error, please write to us."],
        ["Comments", "Correction: I live in Sorrel and it is five million."],
    ],
)
def test_buttons_and_the_words_of_readers_are_no_corrections(foot: list[str]) -> None:
    pasted = read([], foot)
    assert "corrections" not in pasted.fields
    assert [block.text for block in pasted.body] == BODY


def test_the_text_of_a_correction_may_stand_above_its_date() -> None:
    text = "An article on Tuesday about the wall misstated its cost. It is four million, not forty."
    pasted = read(["Correction Appended"], [text, "Correction: February 6, 2014, Thursday"])
    assert value_of(pasted, "corrections") == (Correction(text, SIXTH),)
    assert [block.text for block in pasted.body] == BODY


def test_several_corrections_are_kept_apart() -> None:
    pasted = read([], [f"Correction: {COST}", "Clarification: The vote was open."])
    assert value_of(pasted, "corrections") == (Correction(COST), Correction("The vote was open."))


@pytest.mark.parametrize(
    "credit",
    [
        "(Reporting by Ada Quill in Sorrel; Additional reporting by Bo Fenn; Editing by Lowenna Hext)",
        "Reporting by Ada Quill; editing by Lowenna Hext",
        "Additional reporting by Bo Fenn.",
        "With files from The Canadian Press",
        "Mit Material von dpa",
        "Con información de Bo Fenn",
    ],
)
def test_credits_at_the_foot_are_the_last_paragraph(credit: str) -> None:
    pasted = read([], [credit, "Related Articles", "Swans return to the mill pond"])
    assert [block.text for block in pasted.body] == [*BODY, credit]
    assert value_of(pasted, "byline") == ("Ada Quill",)


def test_versions_of_other_things_are_no_corrections() -> None:
    last = "An earlier version of the bill would have cost the town ten million, and it failed by one vote."
    pasted = read([], [last])
    assert [block.text for block in pasted.body] == [*BODY, last]
