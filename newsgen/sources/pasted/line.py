"""The lines of a pasted text, and the label that says what a line is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "section", "kicker", "headline", "dek", "byline", "date", "caption", "credit", "tags",
    "body", "subhead", "quote", "item", "related", "chrome",
    # Of exports, whose labels name more.
    "dateline", "print page", "language", "rights", "correction", "extra",
]  # fmt: skip
# The rule of a line that continues the byline above it.
ANOTHER_NAME = "another name of the byline"
# White space of all scripts, and the invisible marks of direction and joining that browsers copy.
_OUTER = (
    " \t\f\v\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2060"
    "\u2066\u2067\u2068\u2069\u3000\ufeff"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its number, its text without outer white space, and the number of blank lines above."""

    number: int
    text: str
    gap: int


@dataclass(frozen=True, slots=True)
class Label:
    """What a line is, the rule that decided it, and how certain that is (0 to 1)."""

    role: Role
    rule: str
    confidence: float = 1.0


def split_lines(text: str, first_number: int) -> list[Line]:
    """The lines of a text that are not blank. `first_number` is the number of its first line in the file."""
    lines = []
    gap = 0
    for number, row in enumerate(text.split("\n"), first_number):
        bare = row.strip()
        if bare and not (bare[0].isprintable() and bare[-1].isprintable()):
            bare = row.strip(_OUTER) or bare
        if bare:
            lines.append(Line(number, bare, gap))
            gap = 0
        else:
            gap += 1
    return lines
