import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.sources.pasted.body_span import Span
from newsgen.sources.pasted.labels.body import label_body
from newsgen.sources.pasted.line import split_lines
from newsgen.sources.pasted.line_features import features_of

FIRST = "The ferry came back to the Salt Quay on Tuesday, four months after it was sold."
SECOND = "It carried eleven cars, a horse box and the island's only postman, who had come to see his sister."
LEAD = [FIRST, SECOND, FIRST, SECOND]


def roles(*rows: str) -> list[str]:
    """The roles of the lines of a body that is the whole text."""
    lines = split_lines("\n".join(rows), 1)
    return [
        label.role for label in label_body(lines, [features_of(line.text) for line in lines], Span(0, len(lines)), -1)
    ]


def test_paragraphs_are_body() -> None:
    assert roles(*LEAD) == ["body"] * 4


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("A crowd on the quay", "subhead"),
        ("Ein Gedränge am Kai", "subhead"),
        ("Толпа на пристани", "subhead"),
        ("It rained on the quay.", "body"),
        ("• a horse box", "item"),
        ("– ein Pferdewagen", "item"),
        ("* a horse box", "item"),
        ("Read more: Council backs flood wall", "related"),
        ("Advertisement", "chrome"),
        ("Share", "chrome"),
        ("Photograph: Pru Dunmore", "credit"),
        ("The boat at the quay. Photo: Courant", "caption"),
        ("12 March 2019", "date"),
    ],
)
def test_a_line_between_paragraphs_has_its_own_role(line: str, role: str) -> None:
    assert roles(*LEAD, line, FIRST) == ["body"] * 4 + [role, "body"]


def test_a_line_above_a_credit_is_its_caption() -> None:
    rows = roles(*LEAD, "The boat at the quay", "Photograph: Pru Dunmore", FIRST)
    assert rows[4:] == ["caption", "credit", "body"]


def test_a_byline_is_found_only_in_the_opening() -> None:
    assert roles("By Nadia Sorrenby", *LEAD) == ["byline", *["body"] * 4]
    assert roles(*LEAD, "By Nadia Sorrenby", FIRST)[4] == "byline"
    assert "byline" not in roles(*LEAD, *LEAD, *LEAD, "By Nadia Sorrenby", FIRST)
    assert "byline" not in roles(*LEAD, "By the old sea wall", FIRST)


def test_a_short_line_at_the_end_is_not_a_subhead() -> None:
    assert roles(*LEAD, "A crowd on the quay")[-1] == "body"


@pytest.mark.parametrize("heading", ["Related Articles", "Mehr zum Thema", "関連記事"])
def test_links_under_a_heading_are_related_until_the_next_paragraph(heading: str) -> None:
    rows = roles(
        *LEAD, heading, "Council backs flood wall by four votes", "The vote", FIRST, "A crowd on the quay", SECOND
    )
    assert rows[4:] == ["chrome", "related", "chrome", "body", "subhead", "body"]


def test_the_text_of_a_box_is_chrome() -> None:
    rows = roles(*LEAD, "Advertisement", "News of the harbour in your letter box.", "Subscribe", FIRST)
    assert rows[4:] == ["chrome", "chrome", "chrome", "body"]


@given(st.text(), st.integers(0, 30), st.integers(0, 30), st.integers(-1, 30))
def test_every_line_of_the_body_gets_a_label_and_no_text_raises(text: str, start: int, end: int, headline: int) -> None:
    lines = split_lines(text, 1)
    start, end = min(start, len(lines)), min(max(start, end), len(lines))
    labels = label_body(lines, [features_of(line.text) for line in lines], Span(start, end), min(headline, start - 1))
    assert len(labels) == end - start
