"""How many articles of each year a search for one word or one name finds, as the index tells without their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from newsgen.search.format.shard_reader import FormEntry
from newsgen.search.reader.files.index_files import SearchIndex
from newsgen.search.reader.finding import SearchPlan
from newsgen.search.reader.matching.filters import Filters


def find_known_years(index: SearchIndex, plan: SearchPlan, filters: Filters) -> dict[int, int] | None:
    """How many articles a search finds of each year; None if the index does not have these counts.

    It has them for a common word with all forms of its stem, for one form, and for a name.
    """
    query = plan.query
    if query.required or query.excluded or query.barred or any(len(phrase) > 1 for phrase in query.phrases):
        return None
    if not query.words and len(filters.stems) == 1:
        return _count(index, index.entries(filters.stems[0]))
    if filters.stems or len(plan.selecting) != 1:
        return None
    (match,) = plan.selecting
    if any(phrase != (match.word,) for phrase in query.phrases):
        return None
    return _count(index, [*match.exact, *(entry for entry, _ in match.variants)])


def _count(index: SearchIndex, entries: Sequence[FormEntry]) -> dict[int, int] | None:
    """The counts of the articles that have one of some forms."""
    # A form that stands for all articles of a year has no stem.
    stemmed = {(entry.stem, entry.form): entry for entry in entries if entry.stem}
    counts = _counts_of(index, stemmed)
    if not counts:
        return None
    found = {year.year: count for year, count in zip(index.root.years, counts, strict=False)}
    for entry in entries:
        if not entry.stem:
            found[index.year_of(entry.newest.numbers[0]).year] = entry.articles
    return {year: count for year, count in sorted(found.items()) if count}


def _counts_of(index: SearchIndex, entries: dict[tuple[str, str], FormEntry]) -> tuple[int, ...]:
    if len(entries) == 1:
        (entry,) = entries.values()
        return entry.years
    stems = {stem for stem, _ in entries}
    if len(stems) != 1:
        return ()
    family = index.entries(stems.pop())
    is_whole = all((entry.stem, entry.form) in entries for entry in family)
    return family[0].stem_years if is_whole else ()
