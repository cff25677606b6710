"""A reference to an article, before it is written in a style."""

from __future__ import annotations

from dataclasses import dataclass

from newsgen.pages.metadata.citations.names import Name
from newsgen.record.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Reference:
    """An article as others cite it. Unknown values are empty.

    `paper` is the newspaper, the site's title where an article names none; `page` is that of the printed paper ("A4",
    "12-13"), and `url` the article's absolute URL.
    """

    authors: tuple[Name, ...]
    headline: str
    paper: str
    published: PartialDate | None = None
    page: str = ""
    section: str = ""
    language: str = ""
    url: str = ""
