"""Readings are compared with the truth field by field, and bodies by their words."""

import pytest

from benchmarks.reading.readings import Reading, read_first_line, read_with_newsgen
from benchmarks.reading.scores import Truth, accept, people_of, score, summarise

TRUTH = Truth(
    accept(
        {
            "headline": ["Ferry returns to the Salt Quay"],
            "published": ["2019-03-12T08:00:00Z"],
            "byline": ["Ada Quill and Bo Fenn"],
            "section": [""],
        }
    ),
    "The ferry came back on Tuesday.",
)


@pytest.mark.parametrize(
    ("reading", "verdicts"),
    [
        (
            Reading("FERRY returns to the Salt Quay!", published="2019-03-12", byline=("Bo Fenn", "Ada Quill")),
            {"headline": "right", "published": "right", "byline": "right"},
        ),
        (
            Reading("Ferry returns", published="2019-03-13", byline=("Ada Quill",)),
            {"headline": "wrong", "published": "wrong", "byline": "wrong"},
        ),
        (Reading(), {"headline": "blank", "published": "blank", "byline": "blank"}),
    ],
)
def test_a_field_is_right_wrong_or_blank_where_the_truth_has_it(reading: Reading, verdicts: dict[str, str]) -> None:
    assert score(reading, TRUTH).verdicts == verdicts


@pytest.mark.parametrize(
    ("body", "recall", "precision", "is_lost"),
    [
        (("The ferry came back on Tuesday.",), 1.0, 1.0, False),
        (("The ferry came",), 0.5, 1.0, False),
        (("The ferry", "sank in the night"), 2 / 6, 2 / 6, True),
        ((), 0.0, 0.0, True),
    ],
)
def test_a_body_is_compared_by_its_words(body: tuple[str, ...], recall: float, precision: float, is_lost: bool) -> None:
    found = score(Reading(body=body), TRUTH)
    assert (found.recall, found.precision, found.is_lost) == (recall, precision, is_lost)


def test_letters_of_scripts_without_spaces_are_words() -> None:
    assert score(Reading(body=("渡し船",)), Truth({}, "渡し船が戻った")).recall == pytest.approx(3 / 7)


def test_the_order_of_people_makes_no_difference() -> None:
    assert people_of("Ada Quill, Bo Fenn & Cy Marl") == people_of(["Cy Marl", "Bo Fenn", "Ada Quill"])


def test_a_summary_has_a_row_for_each_field_that_is_asked() -> None:
    right = score(Reading("Ferry returns to the Salt Quay", body=("The ferry came back on Tuesday.",)), TRUTH)
    assert summarise([right, score(Reading("Another"), TRUTH)]).splitlines() == [
        "2 pages",
        "            asked  right  wrong  blank",
        "headline        2   50.0   50.0    0.0",
        "published       2    0.0    0.0  100.0",
        "byline          2    0.0    0.0  100.0",
        "body: recall 50.0, precision 50.0, F1 50.0, lost 50.0",
    ]


def test_the_simplest_reader_takes_the_first_line_for_the_headline() -> None:
    assert read_first_line("\n Menu \n\nOne.\nTwo.") == Reading("Menu", body=("One.", "Two."))
    assert read_first_line("") == Reading()


def test_newsgen_reads_the_fields_of_a_text() -> None:
    paragraph = "The ferry came back to the quay with eleven cars, a horse box and the island's only postman."
    text = f"Harbour\nFerry returns to the Salt Quay\nBy Ada Quill\n12 March 2019\n\n{paragraph}\n\n{paragraph} Again."
    assert read_with_newsgen(text) == Reading(
        "Ferry returns to the Salt Quay",
        "Harbour",
        "",
        "2019-03-12",
        ("Ada Quill",),
        (paragraph, f"{paragraph} Again."),
    )
