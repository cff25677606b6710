"""The Chicago Manual of Style, eighteenth edition: a bibliography entry for a newspaper article.

It gives no page: the editions of a paper differ in them.
"""

from __future__ import annotations

from newsgen.pages.metadata.citations.names import Name
from newsgen.pages.metadata.citations.reference import Reference
from newsgen.pages.metadata.citations.wording import (
    MONTHS,
    end_sentence,
    format_paper,
    format_text,
    format_url,
    quote_headline,
)
from newsgen.record.dates import PartialDate

# Of more than six authors the first three are named.
_MOST, _FIRST = 6, 3


def cite_chicago(reference: Reference) -> str:
    """The reference as HTML."""
    date = end_sentence(_write_date(reference.published))
    entry = f"{quote_headline(reference.headline)} {format_paper(reference.paper)}, {date}"
    if reference.url:
        entry = f"{entry} {format_url(reference.url)}."
    return f"{format_text(end_sentence(_list_authors(reference.authors)))} {entry}" if reference.authors else entry


def _list_authors(names: tuple[Name, ...]) -> str:
    listed = [names[0].inverted, *(name.whole for name in names[1:])]
    if len(names) > _MOST:
        return f"{', '.join(listed[:_FIRST])}, et al."
    *others, last = listed
    # A comma ends an inverted name, and a list.
    comma = "," if names[0].family or len(names) > 2 else ""
    return f"{', '.join(others)}{comma} and {last}" if others else last


def _write_date(date: PartialDate | None) -> str:
    if not date:
        return "n.d."
    if not date.month:
        return str(date.year)
    month = MONTHS[date.month - 1]
    return f"{month} {date.day}, {date.year}" if date.day else f"{month} {date.year}"
