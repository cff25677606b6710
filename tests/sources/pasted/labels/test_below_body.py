from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.sources.pasted.labels.below_body import label_below_body
from newsgen.sources.pasted.line import Label, split_lines
from newsgen.sources.pasted.line_features import features_of

FULL = [("By Nadia Sorrenby", Label("byline", "given")), ("12 March 2019", Label("date", "given"))]


def roles(text: str, above: Sequence[tuple[str, Label]] = FULL) -> list[str]:
    """The roles of the lines below a body, when the lines of `above` are above it."""
    lines = split_lines(text, 1)
    labels = [label for _, label in above]
    below = label_below_body(
        lines, [features_of(line.text) for line in lines], labels, [features_of(line) for line, _ in above]
    )
    return [label.role for label in below]


@pytest.mark.parametrize(
    ("heading", "link"),
    [
        ("Related Articles", "Council backs flood wall by four votes"),
        ("Mehr zum Thema", "Rat stimmt für den Deich am Salzkai"),
        ("À lire également", "Le conseil vote la digue du quai"),
        ("関連記事", "港町の議会が堤防を承認した"),
        ("مقالات ذات صلة", "المجلس يقر جدار الفيضان عند الرصيف"),
    ],
)
def test_links_under_a_heading_for_related_articles_are_related(heading: str, link: str) -> None:
    assert roles(f"{heading}\n{link}\n12 March 2019\n{link}") == ["chrome", "related", "chrome", "related"]


def test_a_list_ends_at_the_next_heading() -> None:
    text = "Related Articles\nCouncil backs flood wall by four votes\n3 comments\nI saw the ferry come in on Tuesday"
    assert roles(text) == ["chrome", "related", "chrome", "chrome"]


def test_a_line_too_short_for_a_link_ends_a_list() -> None:
    text = "Related Articles\nThe vote\nCouncil backs flood wall by four votes"
    assert roles(text) == ["chrome", "chrome", "chrome"]


def test_topics_are_tags_until_a_blank_line() -> None:
    assert roles("Topics\nferry\nSalt Quay\n\nTide tables") == ["chrome", "tags", "tags", "chrome"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Tagged: ferry, quay", "tags"),
        ("Filed under: Sport", "section"),
        ("Read more: The vote", "related"),
        ("3 comments", "chrome"),
        ("© 2019 The Courant", "chrome"),
        ("Tide tables", "chrome"),
        ("1.", "chrome"),
    ],
)
def test_phrases_decide_the_role_of_a_line_below_the_body(line: str, role: str) -> None:
    assert roles(line) == [role]


@pytest.mark.parametrize(
    "line", ["Nadia Sorrenby", "Nadia Sorrenby and Maren Tolliver", "Reporting by Nadia Sorrenby", "AFP"]
)
def test_a_signature_counts_if_there_is_no_byline_above(line: str) -> None:
    assert roles(line, FULL[1:]) == ["byline"]
    assert "byline" not in roles(line)


@pytest.mark.parametrize(
    "heading", ["About the author", "Written on 27 March by", "Über die Autorin", "Über den Autor"]
)
def test_a_box_about_the_author_names_them(heading: str) -> None:
    assert roles(f"{heading}\nNadia Sorrenby", FULL[1:]) == ["chrome", "byline"]
    assert "byline" not in roles(f"{heading}\nNadia Sorrenby")


def test_a_name_further_down_is_not_a_signature() -> None:
    assert roles("Tide tables\nNadia Sorrenby", FULL[1:]) == ["chrome", "chrome"]


@pytest.mark.parametrize("line", ["12 March 2019", "Published 12 March 2019", "12. März 2019", "2019年3月12日"])
def test_a_date_counts_if_there_is_none_above(line: str) -> None:
    assert roles(line, FULL[:1]) == ["date"]
    assert roles(line) == ["chrome"]


def test_a_byline_above_may_hold_the_date() -> None:
    assert roles("13 March 2019", [("By Nadia Sorrenby | 12 March 2019", Label("byline", "given"))]) == ["chrome"]


def test_a_date_further_down_is_not_the_articles() -> None:
    assert roles("Share\nTide tables\nMost read\nThe vote\n12 March 2019", FULL[:1])[-1] == "chrome"


@given(st.text(), st.booleans())
def test_every_line_below_gets_a_label_and_no_text_raises(text: str, full: bool) -> None:
    assert len(roles(text, FULL if full else [])) == len(split_lines(text, 1))
