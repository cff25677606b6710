"""A line of pasted text and the role that it turns out to have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "section", "kicker", "headline", "dek", "byline", "date", "caption", "credit", "tags",
    "body", "subhead", "quote", "item", "related", "chrome",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its number in the file, its text without outer white space, blank lines before it."""

    number: int
    text: str
    gap: int


@dataclass(frozen=True, slots=True)
class Label:
    """What a line is, and the rule that says so."""

    role: Role
    rule: str


def split_lines(text: str, first_number: int) -> list[Line]:
    """The lines that are not blank. `first_number` is the number of the text's first line in its file."""
    lines = []
    gap = 0
    for number, row in enumerate(text.split("\n"), first_number):
        bare = row.strip(" \t\f\v\u00a0\u3000\ufeff\u200b\u200e\u200f")
        if bare:
            lines.append(Line(number, bare, gap))
            gap = 0
        else:
            gap += 1
    return lines
