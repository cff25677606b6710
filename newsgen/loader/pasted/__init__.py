"""Pages pasted out of a browser: text of which nobody says what is headline, what is body and what is menu."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from newsgen.article import Block
from newsgen.loader.fields import Found
from newsgen.loader.pasted.gather import gather_body, gather_fields
from newsgen.loader.pasted.label import label_lines
from newsgen.loader.pasted.line import Label, Line, split_lines


class Reading(NamedTuple):
    """How a text was read: a label for every line that is not blank, and what they add up to."""

    lines: tuple[Line, ...]
    labels: tuple[Label, ...]
    fields: Mapping[str, Found]
    body: tuple[Block, ...]


def read_pasted(text: str, first_line: int, shown: str, has_headline: bool = False) -> Reading:
    """Read a pasted page. `first_line` is the text's first line in its file, and `shown` how messages name that file.

    `has_headline` tells that front matter or the metadata table names the headline, so that the text may lack it.
    """
    lines = split_lines(text, first_line)
    labels = label_lines(lines, has_headline)
    return Reading(tuple(lines), tuple(labels), gather_fields(lines, labels, shown), gather_body(lines, labels))
