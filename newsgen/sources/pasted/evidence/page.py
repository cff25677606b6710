"""The parts of a text with which its lines are compared when what speaks for them is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsgen.sources.pasted.line import Label, Line, find_role

_BODY = frozenset(("body", "subhead", "quote", "item", "verse"))
_SURROUNDINGS = frozenset(("chrome", "related"))
_SHORT_LINE = 90


class Page(NamedTuple):
    """A text's headline, its paragraphs and its short lines with their numbers.

    `headline` is the index of the headline (-1: none), `start` that of the body's first line, `end` that of the line
    after its last. A text that `is_plain` has none of the lines that surround an article on a web page.
    """

    headline: int
    start: int
    end: int
    title: str
    paragraphs: str
    short: Sequence[tuple[int, str]]
    is_plain: bool


def page_of(lines: Sequence[Line], labels: Sequence[Label]) -> Page:
    """The parts of a labelled text."""
    headline = find_role("headline", labels)
    body = [index for index, label in enumerate(labels) if label.role in _BODY]
    return Page(
        headline,
        body[0] if body else len(lines),
        body[-1] + 1 if body else len(lines),
        lines[headline].text if headline >= 0 else "",
        "\n".join([lines[index].text for index in body if len(lines[index].text) > _SHORT_LINE]),
        [(line.number, line.text) for line in lines if len(line.text) <= _SHORT_LINE],
        not any(label.role in _SURROUNDINGS for label in labels),
    )
