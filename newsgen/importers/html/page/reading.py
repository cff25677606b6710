"""What is read of one page: its fields, its body, and what became of every other text of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from newsgen.importers.html.page.declared import DeclaredPage
from newsgen.record.comment import Comment
from newsgen.record.dates import PartialDate


class Evidence(NamedTuple):
    """Why a field has its value: the rule that gave it, and the place of the element that shows it, "" if none does.

    A place is that of `place_of`.
    """

    field: str
    value: str
    rule: str
    place: str = ""


class LeftOut(NamedTuple):
    """What one rule left out of the page as no part of its article: blocks, words, and the first text as an example."""

    rule: str
    blocks: int
    words: int
    example: str


@dataclass(frozen=True, slots=True)
class PageReading:
    """What was read of a page; a field that the page does not show is empty.

    `body_html` is the HTML of the body alone, for `newsgen.text.html_markdown`; "" if the page has none. `comments` are
    those of readers in the order of the page; where markup tells neither their writers nor their days, the texts alone.
    """

    declared: DeclaredPage
    headline: str = ""
    dek: str = ""
    byline: tuple[str, ...] = ()
    section: str = ""
    published: PartialDate | None = None
    updated: PartialDate | None = None
    tags: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    body_html: str = ""
    chrome: tuple[LeftOut, ...] = ()
    evidence: tuple[Evidence, ...] = ()
