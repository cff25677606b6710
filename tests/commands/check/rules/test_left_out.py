"""Pasted texts that were read without words that may belong to the article."""

import pytest

from newsgen.commands.check.rules.left_out import find_left_out
from newsgen.errors import Problem
from newsgen.sources.pasted.account import Account
from tests.support.checking import a_pasted_subject

REASON = "No rule speaks against them, so that a part of the article may be missing."
FIX = (
    "Run newsgen inspect articles/ferry.txt. Save it as .md, with the article alone in it, if they belong to it;"
    " or name them under chrome: in site.yaml."
)


def problems_of(account: Account | None) -> list[Problem]:
    return list(find_left_out(a_pasted_subject("Water.")._replace(account=account)))


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
    assert problems_of(Account(900, 9, 9, 300, lines, 0.2)) == [Problem("articles/ferry.txt", 7, message, REASON, FIX)]


@pytest.mark.parametrize("account", [None, Account(90, 9, 99, 10, (range(7, 8),), 0.1)])
def test_few_of_them_and_texts_that_are_not_pasted_are_no_finding(account: Account | None) -> None:
    assert problems_of(account) == []
