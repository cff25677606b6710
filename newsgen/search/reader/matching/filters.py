"""Filters of a search: section, author, tag, other groups, language, and years."""

from __future__ import annotations

from dataclasses import dataclass

from newsgen.archive.memberships import normalised_name
from newsgen.search.reader.files.index_files import SearchIndex


@dataclass(frozen=True, slots=True)
class Filters:
    """What articles must have; names in any spelling, "" and 0 for no filter. `groups` are kinds of listings and names.

    With a filter by years, articles without a date are left out.
    """

    section: str = ""
    author: str = ""
    tag: str = ""
    language: str = ""
    first_year: int = 0
    last_year: int = 0
    groups: tuple[tuple[str, str], ...] = ()

    @property
    def stems(self) -> tuple[str, ...]:
        """The stems of the names in the index."""
        kinds = (("section", self.section), ("author", self.author), ("tag", self.tag), *self.groups)
        named = tuple(f"@{kind}:{normalised_name(name)}" for kind, name in kinds if name)
        return (*named, f"@language:{self.language.lower()}") if self.language else named

    @property
    def has_years(self) -> bool:
        """Whether there is a filter by years."""
        return bool(self.first_year or self.last_year)


EVERYTHING = Filters()


def find_numbers(index: SearchIndex, filters: Filters) -> range:
    """The numbers of the years that pass the filters."""
    years = [
        year
        for year in index.root.years
        if not filters.has_years or (year.year and filters.first_year <= year.year <= (filters.last_year or year.year))
    ]
    return range(years[0].start, years[-1].end) if years else range(0)


def find_allowed(index: SearchIndex, filters: Filters, numbers: range) -> set[int] | None:
    """The articles with these numbers that pass the filters by name; None if there are no such filters."""
    allowed: set[int] | None = None
    for stem in filters.stems:
        named = find_articles(index, stem, numbers)
        allowed = named if allowed is None else allowed & named
    return allowed


def find_all(index: SearchIndex, numbers: range) -> set[int]:
    """All articles with these numbers that have a section or a language; others are found by their words only."""
    stems = [f"@section:{key}" for key, _ in index.root.sections]
    stems += (f"@language:{code.lower()}" for code in index.root.languages)
    return set[int]().union(*(find_articles(index, stem, numbers) for stem in stems))


def find_articles(index: SearchIndex, stem: str, numbers: range) -> set[int]:
    """The articles with these numbers that have a form of a stem."""
    return {
        number
        for entry in index.entries(stem)
        for part in index.parts(entry, numbers.start, numbers.stop)
        for number in part.numbers
        if number in numbers
    }
