import pytest

from newsgen.sources.pasted import read_pasted

BODY = """The ferry came back to the Salt Quay on Tuesday, four months after it was sold to the neighbours.

It carried eleven cars, a horse box and the island's only postman, who had come over to see his sister in the harbour.

“I had stopped looking,” said Lowenna Hext, who has run the ticket office on the quay since the autumn of 1994."""
MENU = "The Courant\n\nSubscribe\nSign in\n\nNews\nSport\nWeather\nHarbour\nContact us\n\n"
HEADLINE = "Ferry returns to the Salt Quay"
BELOW = "Related stories\n\nAll rights reserved\n\nPrivacy policy"


def section_of(text: str) -> object:
    fields = read_pasted(text, 1, "page.txt").fields
    return fields["section"].value if "section" in fields else None


@pytest.mark.parametrize(
    "above",
    [
        "Home > Harbour",
        "Home\n\nHarbour",
        "You are here:\n\nHome > News > Harbour",
        f"Home Harbour {HEADLINE}",
        f"HomeNewsHarbour{HEADLINE}",
    ],
)
def test_the_path_above_the_headline_of_a_whole_page_names_the_section(above: str) -> None:
    text = f"{MENU}{above}\n\n{HEADLINE}\n\nBy Ada Quill\n\n12 March 2019\n\n{BODY}\n\n{BELOW}"
    assert section_of(text) == ("Harbour",)


def test_the_last_entry_of_a_menu_is_not_the_section() -> None:
    assert section_of(f"{MENU}{HEADLINE}\n\nBy Ada Quill\n\n12 March 2019\n\n{BODY}\n\n{BELOW}") is None


@pytest.mark.parametrize("section", ["Harbour", "Sport", "Порт", "ميناء", "港町"])
def test_a_text_that_begins_with_its_section(section: str) -> None:
    assert section_of(f"{section}\n\n{HEADLINE}\n\n12 March 2019\n\n{BODY}") == (section,)


def test_the_line_says_how_certain_its_section_is() -> None:
    read = read_pasted(f"{MENU}Home > Harbour\n\n{HEADLINE}\n\n12 March 2019\n\n{BODY}\n\n{BELOW}", 1, "page.txt")
    label = next(label for label in read.labels if label.role == "section")
    assert 0.5 <= label.confidence <= 1
    assert label.rule == "breadcrumb above the headline"
