import pytest

from newsgen.sources.pasted import read_pasted
from tests.support.pasted_tops import BODY, HEADLINE

DEK = "The boat carried eleven cars and a postman, four months after it was sold to a company abroad"


def dek(top: str) -> str:
    fields = read_pasted(f"{top}\n\n{BODY}", 1, "a.txt").fields
    return str(fields["dek"].value) if "dek" in fields else ""


@pytest.mark.parametrize("below", ["By Ada Quill\n12 March 2019", "12 March 2019", ""])
def test_a_long_line_below_the_headline_is_the_dek(below: str) -> None:
    assert dek(f"{HEADLINE}\n\n{DEK}\n\n{below}") == DEK


@pytest.mark.parametrize("below", ["By Ada Quill\n12 March 2019", "12 March 2019"])
def test_a_sentence_above_the_fields_is_the_dek(below: str) -> None:
    assert dek(f"{HEADLINE}\n\n{DEK}.\n\n{below}") == DEK + "."


@pytest.mark.parametrize(
    "line",
    [
        "For €0.99 you may buy this article",
        "In partnership with The Harbour Commission",
        "Unexpected turn in harbour case",
    ],
)
def test_offers_and_headings_of_other_articles_are_no_dek(line: str) -> None:
    assert dek(f"{HEADLINE}\n\nShare\n\n{line}\n\nBy Ada Quill\n\n12 March 2019") == ""


def test_a_sentence_that_is_no_dek_opens_the_article() -> None:
    opening = "REBECCA Hext is the keeper of the ticket office on the island quay."
    reading = read_pasted(f"{HEADLINE}\n\nBy Ada Quill\n12 March 2019\n\n{opening}\n\n{BODY}", 1, "a.txt")
    assert opening in [block.text for block in reading.body] or reading.fields["dek"].value == opening
