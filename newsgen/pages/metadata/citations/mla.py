"""MLA style, ninth edition: an article in a newspaper."""

from __future__ import annotations

from newsgen.pages.metadata.citations.names import Name
from newsgen.pages.metadata.citations.reference import Reference
from newsgen.pages.metadata.citations.wording import (
    MONTHS,
    end_sentence,
    format_paper,
    format_text,
    format_url,
    page_range,
    quote_headline,
)
from newsgen.record.dates import PartialDate

# Months of more than four letters are cut to three, September to four.
_MONTHS = ["Sept." if name == "September" else name if len(name) <= 4 else f"{name[:3]}." for name in MONTHS]


def cite_mla(reference: Reference) -> str:
    """The reference as HTML; an unknown date is left out."""
    parts = [format_paper(reference.paper)]
    if reference.published:
        parts.append(_write_date(reference.published))
    if reference.page:
        first, last = page_range(reference.page)
        parts.append(format_text(f"pp. {first}-{last}" if last else f"p. {first}"))
    if reference.url:
        parts.append(format_url(reference.url))
    entry = f"{quote_headline(reference.headline)} {', '.join(parts)}."
    return f"{format_text(end_sentence(_list_authors(reference.authors)))} {entry}" if reference.authors else entry


def _list_authors(names: tuple[Name, ...]) -> str:
    first, *others = names
    if len(others) > 1:
        return f"{first.inverted}, et al."
    # A comma ends an inverted name.
    return f"{first.inverted}{',' if first.family else ''} and {others[0].whole}" if others else first.inverted


def _write_date(date: PartialDate) -> str:
    if not date.month:
        return str(date.year)
    month = f"{_MONTHS[date.month - 1]} {date.year}"
    return f"{date.day} {month}" if date.day else month
