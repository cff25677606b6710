"""APA style, seventh edition: a newspaper article as in section 10.1, example 16."""

from __future__ import annotations

import re
from functools import lru_cache

from newsgen.pages.metadata.citations.names import Name, is_latin
from newsgen.pages.metadata.citations.reference import Reference
from newsgen.pages.metadata.citations.wording import (
    MONTHS,
    end_sentence,
    format_paper,
    format_text,
    format_url,
    page_range,
)
from newsgen.record.dates import PartialDate

# Of more than 20 authors the first 19 and the last are named (section 9.8).
_MOST, _FIRST = 20, 19
_PARTS = re.compile(r"[^\s.]+\.?")


def cite_apa(reference: Reference) -> str:
    """The reference as HTML; only the paper's name is in italics."""
    headline = format_text(end_sentence(reference.headline))
    date = _write_date(reference.published)
    if reference.authors:
        authors = format_text(end_sentence(_list_authors([_format_author(name) for name in reference.authors])))
        begin = f"{authors} ({date}). {headline}"
    else:
        begin = f"{headline} ({date})."
    first, last = page_range(reference.page)
    page = format_text(f", {first}–{last}" if last else f", {first}") if first else ""
    end = f" {format_url(reference.url)}" if reference.url else ""
    return f"{begin} {format_paper(reference.paper)}{page}.{end}"


@lru_cache(maxsize=20_000)
def _format_author(name: Name) -> str:
    """A person's family name and initials; given names in other scripts are written out."""
    if not name.family or not is_latin(name.given):
        return name.inverted
    inverted = f"{name.family}, {shorten(name.given)}"
    return f"{inverted}, {name.suffix}" if name.suffix else inverted


def shorten(given: str) -> str:
    """Given names as initials: "Jean-Paul Marie" is "J.-P. M."."""
    return " ".join(
        "-".join(f"{part[0].upper()}." for part in word.split("-") if part[:1].isalpha())
        for word in _PARTS.findall(given)
        if any(map(str.isalpha, word))
    )


def _list_authors(names: list[str]) -> str:
    if len(names) > _MOST:
        return f"{', '.join(names[:_FIRST])}, . . . {names[-1]}"
    *others, last = names
    if not others:
        return last
    # A comma comes before the "&" if it ends an inverted name.
    comma = "" if len(names) == 2 and "," not in others[0] and "،" not in others[0] else ","
    return f"{', '.join(others)}{comma} & {last}"


def _write_date(date: PartialDate | None) -> str:
    if not date:
        return "n.d."
    if not date.month:
        return str(date.year)
    month = f"{date.year}, {MONTHS[date.month - 1]}"
    return f"{month} {date.day}" if date.day else month
