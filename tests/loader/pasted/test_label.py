import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.loader.pasted.label import label_lines
from newsgen.loader.pasted.line import split_lines

PARAGRAPHS = """The ferry came back to the Salt Quay on Tuesday, four months after it was sold.

It carried eleven cars, a horse box and the island's only postman, who had come over to see his sister.

“I had stopped looking,” said Lowenna Hext, who has run the ticket office since the autumn of 1994."""


def roles(text: str, has_headline: bool = False) -> dict[str, str]:
    """The first words of each line and its role."""
    lines = split_lines(text, 1)
    labels = label_lines(lines, has_headline)
    return {line.text[:24].strip(): label.role for line, label in zip(lines, labels, strict=True)}


def test_section_headline_and_dek_stand_above_the_body() -> None:
    text = f"Harbour\n\nFerry returns to the Salt Quay\n\nThe boat that was sold is home again\n\n{PARAGRAPHS}"
    assert list(roles(text).values()) == ["section", "headline", "dek", "body", "body", "body"]


def test_a_breadcrumb_is_the_section_and_a_short_line_below_it_the_kicker() -> None:
    top = "Home > News > Harbour\nFERRY RESCUE\nFerry returns to the Salt Quay after four months\n"
    text = f"{top}By Maren Tolliver\n12 March 2019\n{PARAGRAPHS}"
    assert list(roles(text).values())[:5] == ["section", "kicker", "headline", "byline", "date"]


def test_menus_above_a_breadcrumb_are_chrome() -> None:
    menus = "Subscribe\nSign in\nNews\nSport\nRovers win again in the rain\n\n"
    text = f"{menus}Home / Harbour\nFerry returns to the Salt Quay\n{PARAGRAPHS}"
    assert list(roles(text).values())[:7] == ["chrome"] * 5 + ["section", "headline"]


def test_what_stands_inside_the_body_is_told_apart() -> None:
    first, *others = PARAGRAPHS.split("\n\n")
    text = "\n\n".join(
        [
            "Ferry returns to the Salt Quay",
            first,
            "A crowd on the quay",
            others[0],
            "Read more: Council backs flood wall",
            "Advertisement",
            "• a horse box",
            "The boat at the quay\nPhotograph: Pru Dunmore",
            others[1],
        ]
    )
    assert roles(text) == {
        "Ferry returns to the Sal": "headline",
        "The ferry came back to t": "body",
        "A crowd on the quay": "subhead",
        "It carried eleven cars,": "body",
        "Read more: Council backs": "related",
        "Advertisement": "chrome",
        "• a horse box": "item",
        "The boat at the quay": "caption",
        "Photograph: Pru Dunmore": "credit",
        "“I had stopped looking,”": "body",
    }


def test_the_tail_holds_related_links_and_topics() -> None:
    topics = "Topics\nferry\nSalt Quay\n\nRelated Articles\nCouncil backs flood wall by four votes\n\n"
    text = f"Ferry returns to the Salt Quay\n{PARAGRAPHS}\n\n{topics}Most read\n1 Tide tables\n© 2019 The Courant"
    assert list(roles(text).values())[4:] == [
        "chrome",
        "tags",
        "tags",
        "chrome",
        "related",
        "chrome",
        "chrome",
        "chrome",
    ]


def test_with_a_headline_declared_the_text_begins_with_its_body() -> None:
    assert list(roles(PARAGRAPHS, has_headline=True).values()) == ["body", "body", "body"]


@pytest.mark.parametrize("has_headline", [True, False])
@given(text=st.text(alphabet=st.characters(codec="utf-8")))
def test_every_line_gets_one_label_and_no_text_raises(has_headline: bool, text: str) -> None:
    lines = split_lines(text, 1)
    labels = label_lines(lines, has_headline)
    assert len(labels) == len(lines)
    assert all(label.rule for label in labels)
