"""The lines that news agencies put around a story are not its headline, and are no part of its body."""

import pytest

from newsgen.sources.pasted import read_pasted
from newsgen.sources.pasted.wire_lines import is_wire_line, without_note_to_editors
from tests.support.pasted_tops import BODY

HEADLINE = "Ferry returns to the Salt Quay after eleven years"


@pytest.mark.parametrize(
    "line",
    [
        "BC-EU--Salt Quay Ferry, 2nd Ld-Writethru,210",
        "AM-Salt Quay-Ferry, Bjt, 0540",
        "BC-FBN--Rovers-Town,1st Ld-Writethru, 420",
        "Eds: Updates with vote. With photos.",
        "(Editors: adds quotes)",
        "AP Photo LON101, LON102",
        "LN-WF-05-06-14 2112GMT",
        "061512 MAY 14",
    ],
)
def test_slugs_notes_to_editors_and_ends_of_transmission_are_the_agencys(line: str) -> None:
    assert is_wire_line(line)


@pytest.mark.parametrize(
    "line",
    [
        HEADLINE,
        "US-China trade talks resume, 12 years on",
        "BC-born pianist wins prize in Ostend, 2014 and 2015. It was her third.",
        "AP Photo agency marks a century. Its first picture was of a ferry.",
        "Edsel owners meet",
        "150 MAY 14",
    ],
)
def test_other_lines_are_not(line: str) -> None:
    assert not is_wire_line(line)


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        (f"{HEADLINE} (Eds: updates with vote, adds quotes)", HEADLINE),
        (f"{HEADLINE} (again)", f"{HEADLINE} (again)"),
        (HEADLINE, HEADLINE),
    ],
)
def test_a_note_behind_the_headline_is_no_part_of_it(headline: str, expected: str) -> None:
    assert without_note_to_editors(headline) == expected


def test_a_story_of_an_agency_is_read_without_its_lines() -> None:
    head = f"BC-EU--Salt Quay Ferry, 2nd Ld-Writethru,210\n{HEADLINE}\nEds: Updates with vote.\nBy ADA QUILL"
    pasted = read_pasted(f"{head}\n\n{BODY}\n\nLN-WF-05-06-14 2112GMT\n", 1, "a.txt")
    assert (pasted.fields["headline"].value, pasted.fields["byline"].value) == (HEADLINE, ("ADA QUILL",))
    assert [block.text for block in pasted.body] == [line for line in BODY.split("\n") if line]
