import textwrap

import pytest

from newsgen.sources.exports.rows import group_paragraphs, join_rows, split_rows

PARAGRAPHS = [
    "The chain ferry returned to the quay on Tuesday morning after ten years in the yard, and several hundred people "
    "watched it cross the river below the bridge.",
    "Nobody was late.",
    "The school band played on the upper deck until the rain came, and the goat of the shop at the landing stage had "
    "to be led away by two men and a child.",
]


def paragraphs(text: str) -> list[str]:
    rows = split_rows(text, 1)
    return [join_rows(group, text) for group in group_paragraphs(rows)]


@pytest.mark.parametrize("width", [40, 60, 72, 76, 80, 95])
@pytest.mark.parametrize(("between", "indent"), [("\n\n", ""), ("\n", "   ")])
def test_wrapped_rows_are_joined_to_paragraphs(width: int, between: str, indent: str) -> None:
    text = between.join(textwrap.fill(text, width, initial_indent=indent) for text in PARAGRAPHS)
    assert paragraphs(text) == PARAGRAPHS


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_rows_that_are_paragraphs_stay(between: str) -> None:
    assert paragraphs(between.join(PARAGRAPHS)) == PARAGRAPHS


def test_verses_stay_among_wrapped_rows() -> None:
    verse = ["The river is wide", "and the ferry is late,", "the goat has a ticket,", "the skipper must wait."]
    text = "\n\n".join([textwrap.fill(PARAGRAPHS[0], 70), "\n".join(verse), textwrap.fill(PARAGRAPHS[2], 70)])
    assert paragraphs(text) == [PARAGRAPHS[0], *verse, PARAGRAPHS[2]]


@pytest.mark.parametrize(
    ("rows", "known", "joined"),
    [
        ("twenty-\nsix goats", "", "twenty-six goats"),
        ("the Finan-\nzierung", "Die Finanzierung steht.", "the Finanzierung"),
        ("the ferry -\nonce more", "", "the ferry - once more"),
    ],
)
def test_a_hyphen_at_the_end_of_a_row_stays_unless_the_text_has_the_word_without(
    rows: str, known: str, joined: str
) -> None:
    assert join_rows(split_rows(rows, 1), known) == joined
