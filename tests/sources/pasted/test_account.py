"""What became of the words of a pasted text."""

import pytest

from newsgen.sources.pasted import Hints, read_pasted
from newsgen.sources.pasted.account import Account, account_for, count_words
from newsgen.sources.pasted.line import DEFAULT_RULES, Label, Line

ABOVE, BELOW = sorted(DEFAULT_RULES)
HEADLINE = Label("headline", "best line above the body")
BODY = Label("body", "paragraph")
LOST_ABOVE, LOST_BELOW = Label("chrome", ABOVE), Label("chrome", BELOW)
NAMED = Label("chrome", "words for share")
NUMBER = Label("chrome", "date or number below the article")
SENTENCE = "The ferry came back to the quay on Tuesday."
FRAGMENT = "Salt, pitch and a rope"


def account(*rows: tuple[str, Label]) -> Account:
    """The account of lines from 1 on, without blank ones between."""
    lines = [Line(number, text, 0) for number, (text, _) in enumerate(rows, 1)]
    return account_for(lines, [label for _, label in rows])


def test_every_word_is_counted_once() -> None:
    found = account(
        ("Harbour", Label("section", "first line above the headline")),
        ("Ferry returns", HEADLINE),
        ("By Ada Quill", Label("byline", "begins with the word for writers")),
        (SENTENCE, BODY),
        ("Timetable", Label("subhead", "short line above a paragraph")),
        (SENTENCE, BODY),
        ("A row of gulls", LOST_BELOW),
        ("Share this", NAMED),
        ("The mill is closed", Label("related", "listed under a heading for related articles")),
        ("Tide tables and more", LOST_BELOW),
    )
    assert found == Account(19, 10, 6, 4, (range(7, 8),), 1 / 20, around=3)


@pytest.mark.parametrize(
    ("rows", "left_out"),
    [
        ([("Menu of the day", LOST_ABOVE), ("Ferry", HEADLINE), (SENTENCE, BODY)], 0),
        ([("Ferry", HEADLINE), (FRAGMENT, LOST_ABOVE), (SENTENCE, BODY)], 5),
        ([("Ferry", HEADLINE), (SENTENCE, BODY), (FRAGMENT, LOST_BELOW)], 5),
        ([("Ferry", HEADLINE), (SENTENCE, BODY), ("12.", NUMBER), (FRAGMENT, LOST_BELOW)], 5),
        ([("Ferry", HEADLINE), (SENTENCE, BODY), ("Share", NAMED), (FRAGMENT, LOST_BELOW)], 0),
        ([("Ferry", HEADLINE), (SENTENCE, BODY), (FRAGMENT, NAMED)], 0),
        ([("Ferry", HEADLINE), (FRAGMENT, LOST_BELOW), ("Share", NAMED), (FRAGMENT, LOST_BELOW)], 5),
        ([(FRAGMENT, LOST_ABOVE), ("Share", NAMED), (SENTENCE, LOST_ABOVE), (SENTENCE, BODY)], 9),
        ([(FRAGMENT, LOST_ABOVE), (SENTENCE, LOST_BELOW)], 14),
        ([], 0),
    ],
    ids=[
        *("above the headline", "below the headline", "below the body", "below a number", "below a sign of the end"),
        *("named", "without a body", "without a headline", "without both", "without lines"),
    ],
)
def test_words_are_left_out_between_the_headline_and_the_end_of_the_article(
    rows: list[tuple[str, Label]], left_out: int
) -> None:
    assert account(*rows).left_out == left_out


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        (SENTENCE, 9.0),
        (FRAGMENT, 1.25),
        ("Gone at last.", 0.75),
        ("salt " * 33 + "salty", 34.0),
        ("salt " * 32 + "salt", 8.25),
    ],
    ids=["sentence", "fragment", "short sentence", "as long as a paragraph", "shorter than that"],
)
def test_what_reads_like_no_sentence_counts_a_quarter(text: str, weight: float) -> None:
    found = account(("Ferry", HEADLINE), (SENTENCE, BODY), (text, LOST_BELOW))
    assert found.doubt == pytest.approx(weight / (9 + weight))


@pytest.mark.parametrize(("bodies", "is_doubtful"), [(9, False), (8, True)])
def test_more_than_a_tenth_is_in_doubt(bodies: int, is_doubtful: bool) -> None:
    rows = [("Ferry", HEADLINE), *[(SENTENCE, BODY)] * bodies, (SENTENCE, LOST_BELOW)]
    assert account(*rows).is_doubtful is is_doubtful


def test_a_text_without_a_body_is_in_doubt_if_it_has_words() -> None:
    assert account(("Ferry", HEADLINE), (FRAGMENT, LOST_BELOW)).doubt == 1
    assert account(("Ferry", HEADLINE)).doubt == 0


def test_lines_that_blank_ones_part_are_one_range() -> None:
    lines = [Line(1, "Ferry", 0), Line(3, FRAGMENT, 1, last=4), Line(6, FRAGMENT, 1), Line(8, SENTENCE, 1)]
    lines += [Line(9, FRAGMENT, 0)]
    labels = [HEADLINE, LOST_ABOVE, LOST_ABOVE, BODY, LOST_BELOW]
    assert account_for(lines, labels).lines == (range(3, 7), range(9, 10))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry is back", 4),
        ("港町の船が", 2.0),
        ("ferry 港町の船が", 3.0),
        ("เรือกลับมา", 4.0),
        ("عادت العبّارة", 2),
        ("", 0),
    ],
)
def test_words_are_counted_in_any_script(text: str, words: float) -> None:
    assert count_words(text) == words


def test_a_line_that_site_yaml_names_is_left_out_for_a_reason() -> None:
    body = "".join(f"{SENTENCE} Number {number} of her passengers was a horse.\n\n" for number in range(6))
    buttons = "Share\n\nComments\n\nRelated articles\n"
    text = f"Ferry returns to the quay\n\n{body}{FRAGMENT}\n\n{buttons}"
    assert read_pasted(text, 1, "ferry.txt").account[3] == 5
    hints = Hints(chrome=frozenset((FRAGMENT.casefold(),)))
    assert read_pasted(text, 1, "ferry.txt", hints).account[2:4] == (9, 0)
