"""How many articles of each year have a common term: counted from its blocks, and kept up as articles come and go.

Terms with older parts have counts, and so have their stems if these have several forms: then a page can tell the years
of a common word without loading these parts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from newsgen.search.format.bit_reader import BitReader
from newsgen.search.format.files import unpack_bits
from newsgen.search.format.shard_reader import read_articles
from newsgen.search.index.block_table import BlockTable
from newsgen.search.index.scoring import IndexRules, TermKey
from newsgen.search.index.sharding import Form

# Under this form of a stem are the articles that have any of its forms.
ANY_FORM = ""
# The first number of each year.
Starts = Mapping[int, int]
# How many articles of each year come to a term, or go from it.
Changes = Mapping[TermKey, Counter[int]]


def save_year_counts(table: BlockTable, stem: str, forms: Sequence[Form], rules: IndexRules, starts: Starts) -> None:
    """Count the articles of a stem's forms, as far as they are common."""
    counted = _find_counted(forms)
    if not counted:
        return
    having = {
        term[1]: list(_numbers_of(table, term, rules.has_levels(term)))
        for term in (form.term for form in forms)
        if ANY_FORM in counted or term[1] in counted
    }
    if ANY_FORM in counted:
        having[ANY_FORM] = sorted(set[int]().union(*having.values()))
    table.replace_year_counts(stem, {form: _count(having[form], starts) for form in counted})


def update_year_counts(
    table: BlockTable, forms: Mapping[str, Sequence[Form]], changes: Changes, rules: IndexRules, starts: Starts
) -> None:
    """Update the counts of stems, given with their forms after some articles came and went."""
    for stem, of_stem in forms.items():
        counts = table.year_counts(stem, f"{stem}\0")
        counted = _find_counted(of_stem)
        if counted != {form for _, form in counts}:
            table.replace_year_counts(stem, {})
            save_year_counts(table, stem, of_stem, rules, starts)
        elif counts:
            table.replace_year_counts(stem, {form: _add(counts[stem, form], changes[stem, form]) for form in counted})


def _find_counted(forms: Sequence[Form]) -> set[str]:
    """The forms of a stem that have counts: those with older parts, and all together if there are others."""
    common = {form.term[1] for form in forms if len(form.parts) > 1}
    return {*common, ANY_FORM} if common and len(forms) > 1 else common


def _numbers_of(table: BlockTable, term: TermKey, has_levels: bool) -> Iterator[int]:
    for block in table.find(term):
        yield from read_articles(BitReader(unpack_bits(block.postings)), has_levels, block.first)[0]


def _count(numbers: Sequence[int], starts: Starts) -> dict[int, int]:
    """How many of these ascending numbers each year has; none for years without any."""
    firsts = [bisect_left(numbers, start) for start in starts.values()]
    counts = zip(starts, firsts, [*firsts[1:], len(numbers)], strict=True)
    return {year: end - first for year, first, end in counts if end > first}


def _add(counts: Mapping[int, int], change: Counter[int]) -> dict[int, int]:
    sums = {year: counts.get(year, 0) + change[year] for year in {*counts, *change}}
    return {year: number for year, number in sums.items() if number}
