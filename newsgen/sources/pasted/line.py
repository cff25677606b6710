"""The lines of a pasted text, and the label that says what a line is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from newsgen.text.entities import decode_entities
from newsgen.text.line_ends import split_rows

Role = Literal[
    "section", "kicker", "headline", "dek", "byline", "date", "caption", "credit", "tags",
    "body", "subhead", "quote", "item", "verse", "table", "related", "correction", "note", "chrome",
    # Of exports, whose labels name more.
    "dateline", "print page", "publication", "language", "rights", "extra",
]  # fmt: skip
# The rule of a line that continues the byline above it.
ANOTHER_NAME = "another name of the byline"
# The rule of the line below a lone "By".
BELOW_LONE_BY = "stands below the word for writers"
# The rule of a line among the first of the body that may name the authors.
AMONG_PARAGRAPHS = "names below the headline"
# The rule of a line that continues the correction or note above it.
NOTE_CONTINUES = "continues the note above"
# The rule of a line that other texts of the folder have too.
RECURS = "recurs in the folder"
# The rules of a line that is left out because nothing is known of it.
ABOVE_ARTICLE = "above the article"
BELOW_ARTICLE = "below the article"
DEFAULT_RULES = frozenset((ABOVE_ARTICLE, BELOW_ARTICLE))
# The rule of a line below the body that says nothing of what stands below it.
DATE_OR_NUMBER = "date or number below the article"
# White space of all scripts, and the invisible marks of direction and joining that browsers copy.
_OUTER = (
    " \t\f\v\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2060"
    "\u2066\u2067\u2068\u2069\u3000\ufeff"
)
_INDENT = re.compile(r"[ \t\u00a0\u3000]*")
_TAB = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its number, its text without outer white space, and the number of blank lines above.

    `indent` counts the columns before the text. A line that was joined of several ends on the line `last` of the file;
    0 stands for its own number.
    """

    number: int
    text: str
    gap: int
    indent: int = 0
    last: int = 0

    @property
    def numbers(self) -> range:
        """The lines of the file that it is made of."""
        return range(self.number, max(self.number, self.last) + 1)


class Label(NamedTuple):
    """What a line is, the rule that decided it, and how certain that is (0 to 1)."""

    role: Role
    rule: str
    confidence: float = 1.0


def find_role(role: Role, labels: Sequence[Label]) -> int:
    """The index of the first line with a role, or -1."""
    return next((index for index, label in enumerate(labels) if label.role == role), -1)


def split_lines(text: str, first_number: int) -> list[Line]:
    """The physical lines of a text that are not blank, without entities.

    `first_number` is the number of its first line in the file.
    """
    lines = []
    gap = 0
    for number, raw in split_rows(text, first_number):
        bare = decode_entities(raw).strip() if raw else ""
        if not bare.isascii() and not (bare[0].isprintable() and bare[-1].isprintable()):
            bare = bare.strip(_OUTER) or bare
        if bare:
            lines.append(Line(number, bare, gap, _indent_of(raw) if raw[0] in " \t\u00a0\u3000" else 0))
            gap = 0
        else:
            gap += 1
    return lines


def _indent_of(raw: str) -> int:
    found = _INDENT.match(raw)
    return len(found[0].expandtabs(_TAB)) if found else 0
