"""Readers' comments on an article: kept with it as data, and shown below it where the site or the article says so."""

from __future__ import annotations

from dataclasses import dataclass

from newsgen.record.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that was public: plain text, with an empty line between its paragraphs.

    `id` is its own among the comments of its article, and `parent` the `id` of the comment that it answers, or "". A
    name or a date that is not known is empty. It has neither an address of e-mail nor one of a computer.
    """

    id: str
    author: str
    date: PartialDate | None
    text: str
    parent: str = ""
