"""What became of a thing that an importer found: one line of the account that every import ends with."""

from __future__ import annotations

from typing import Literal, NamedTuple

Outcome = Literal["taken", "kept raw", "left out"]


class Entry(NamedTuple):
    """A thing of a source, by its kind and name ("shortcode", "gallery"), what became of it, and why.

    `example` is a place or a piece of the source that shows it.
    """

    kind: str
    name: str
    outcome: Outcome
    reason: str = ""
    example: str = ""
