"""What a reference to an article tells, in whatever style it is written."""

from __future__ import annotations

from dataclasses import dataclass

from newsgen.pages.metadata.citations.names import Name
from newsgen.record.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Reference:
    """An article as others cite it. What is not known is empty.

    `paper` is the site's title, `page` the one of the printed paper ("A4", "12-13"), `url` the article's whole address.
    """

    authors: tuple[Name, ...]
    headline: str
    paper: str
    published: PartialDate | None = None
    page: str = ""
    section: str = ""
    language: str = ""
    url: str = ""
