"""What a text at the place of a field says of it, and whether that is what is known of the page."""

from __future__ import annotations

import re
from typing import Any

from newsgen.importers.html.page.declared import DeclaredPage
from newsgen.importers.html.page.fields.letters import letters_of
from newsgen.importers.html.page.reading import PageReading
from newsgen.record.dates import PartialDate
from newsgen.sources.dates.declared_dates import read_declared_date
from newsgen.sources.dates.written_dates import find_date
from newsgen.sources.pasted.author_names import names_after_by
from newsgen.sources.pasted.authors.name_list import split_names

FIELDS = ("headline", "dek", "byline", "section", "published")
_LONGEST = {"headline": 300, "dek": 600, "byline": 160, "section": 60, "published": 160}
# A part of a title with fewer letters may be the name of a section.
_LEAST_TITLE = 14
_BY = re.compile(
    r"^\s*+(?:(?:(?:words|text|story|written|reported|posted|published)\s*+)?(?:by|von|par|por|di|door|av|af)\b\s*+:?|author\s*+:|autor\s*+:)\s*+",
    re.I,
)
# What follows names on their line.
_AFTER_NAMES = re.compile(r"\s*(?:[|•·–—]|,?\s+(?:on|am|le|el)\s+(?=\d|\w+ \d)|,?\s*(?=\d{1,2}[./ ])).*$", re.DOTALL)


def read_field(name: str, text: str, day_first: bool | None, language: str) -> Any:
    """The value of a field that a text at its place shows, None if it shows none."""
    if not text or len(text) > _LONGEST[name]:
        return None
    if name == "published":
        return _date_in(text, day_first, language)
    if name == "byline":
        return _names_in(text)
    return " ".join(text.split())


def is_shown(name: str, reading: PageReading, text: str, day_first: bool | None, language: str) -> bool:
    """Whether a text shows the value that was read for a field."""
    known = getattr(reading, name)
    if len(text) > _LONGEST[name]:
        return False
    if name == "headline":
        return _is_title(letters_of(text), reading)
    if not known:
        return False
    if name == "published":
        found = _date_in(text, day_first, language)
        return found is not None and str(found)[:10] == str(known)[:10]
    here = letters_of(text)
    if name == "byline":
        return all(letters_of(person) in here for person in known)
    return here == letters_of(known)


def _is_title(here: str, reading: PageReading) -> bool:
    """Whether letters are what a page calls itself, or the part of its title that is not the site's name."""
    declared = reading.declared
    if here in {letters_of(text) for text in (reading.headline, *declared.headlines) if text}:
        return bool(here)
    return len(here) >= _LEAST_TITLE and here in letters_of(declared.title) and here != letters_of(declared.site)


def is_declared(name: str, reading: PageReading) -> bool:
    """Whether the page declares the value that was read for a field."""
    declared: DeclaredPage = reading.declared
    value = getattr(reading, name)
    if name == "published":
        return any(_day_of(text) == str(value)[:10] for text in declared.published)
    if name == "byline":
        keys = {letters_of(person) for person in value}
        return any(keys & {letters_of(person) for person in names} for names in declared.bylines)
    texts = {"headline": declared.headlines, "dek": declared.deks, "section": declared.sections}[name]
    return letters_of(value) in {letters_of(text) for text in texts}


def _date_in(text: str, day_first: bool | None, language: str) -> PartialDate | None:
    found = find_date(text, day_first, language)
    if found is None:
        try:
            found = read_declared_date(text)
        except ValueError:
            return None
    return found if 1600 < found.year < 2200 else None


def _day_of(text: str) -> str:
    try:
        return str(read_declared_date(text))[:10]
    except ValueError:
        return ""


def _names_in(text: str) -> tuple[str, ...] | None:
    bare = _AFTER_NAMES.sub("", _BY.sub("", " ".join(text.split())))
    named = names_after_by(text) or bare
    names = tuple(name for name in split_names(named) if 1 < len(name) < 60 and not any(map(str.isdigit, name)))
    return names or None
