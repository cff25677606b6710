"""Pasted texts that were read without words that may belong to the article."""

import pytest

from newsgen.errors import Finding, Problem
from newsgen.sources.left_out import find_left_out
from newsgen.sources.pasted.account import Account

REASON = "No rule speaks against them, so that a part of the article may be missing."
FIX = (
    "Run newsgen inspect articles/ferry.txt. Save it as .md, with the article alone in it, if they belong to it;"
    " or name them under chrome: in site.yaml."
)


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ((range(7, 8),), "line 7"),
        ((range(7, 10),), "lines 7-9"),
        ((range(7, 8), range(12, 13)), "lines 7 and 12"),
        ((range(7, 10), range(12, 13), range(20, 22)), "lines 7-9, 12 and 20-21"),
        (tuple(range(number, number + 1) for number in range(7, 25, 2)), "lines 7, 9, 11, 13, 15, 17, 19, 21 …"),
    ],
)
def test_words_that_are_left_out_are_found_with_their_lines(lines: tuple[range, ...], named: str) -> None:
    message = f"leaves out 300 of 1,200 words ({named})"
    found = find_left_out(Account(900, 9, 9, 300, lines, 0.2), "articles/ferry.txt")
    assert list(found) == [Finding("left-out", Problem("articles/ferry.txt", 7, message, REASON, FIX))]


def test_few_of_them_are_no_finding() -> None:
    assert list(find_left_out(Account(90, 9, 99, 10, (range(7, 8),), 0.1), "articles/ferry.txt")) == []
