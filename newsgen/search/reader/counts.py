"""How many articles a search finds by year, and by section, author, tag and other names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.memberships import normalised_name
from newsgen.search.format.shard_reader import FormEntry
from newsgen.search.reader.files.index_files import SearchIndex
from newsgen.search.reader.finding import SearchRequest, find_ranked, plan_search
from newsgen.search.reader.known_years import find_known_years
from newsgen.search.reader.matching.filters import Filters
from newsgen.search.reader.query.query import parse_query


class NameCount(NamedTuple):
    """A name in the spelling of the most articles, and how many of those found have it."""

    name: str
    articles: int


def count_hits(folder: Path, request: SearchRequest, kind: str) -> list[NameCount]:
    """How many articles of the built site in a folder a search finds of each "year", or of each name of another kind.

    Years come in order, undated articles first, under "".
    """
    index = SearchIndex(folder)
    if kind != "year":
        return count_by_name(index, request, kind)
    return [NameCount(str(year or ""), articles) for year, articles in count_by_year(index, request).items()]


def find_hits(index: SearchIndex, request: SearchRequest) -> list[int]:
    """The numbers of the articles that a search tells of: those with all its words, or else all that it finds."""
    plan = plan_search(index, parse_query(request.query, index.root.languages, request.typing))
    ranked = find_ranked(index, plan, request.filters)
    whole = [found.number for found in ranked if found.words == len(plan.selecting)]
    return sorted(whole or [found.number for found in ranked])


def count_by_year(index: SearchIndex, request: SearchRequest) -> dict[int, int]:
    """How many articles a search finds of each year, whatever years it asks for; undated ones count to the year 0."""
    every_year = replace(request, filters=replace(request.filters, first_year=0, last_year=0))
    plan = plan_search(index, parse_query(request.query, index.root.languages, request.typing))
    known = find_known_years(index, plan, every_year.filters)
    if known is not None:
        return known
    counts = Counter(index.year_of(number).year for number in find_hits(index, every_year))
    return dict(sorted(counts.items()))


def count_by_name(index: SearchIndex, request: SearchRequest, kind: str, beginning: str = "") -> list[NameCount]:
    """How many articles a search finds of each name of a kind that begins so, whatever name of this kind it asks for.

    Names without any are left out; the others come with the most articles first.
    """
    hits = set(find_hits(index, replace(request, filters=_without(request.filters, kind))))
    prefix = f"@{kind}:"
    names: dict[str, list[FormEntry]] = {}
    for first in index.shards_from(prefix + normalised_name(beginning), len(index.root.shards)):
        for entry in index.shard(first):
            if entry.stem.startswith(prefix + normalised_name(beginning)):
                names.setdefault(entry.stem, []).append(entry)
    counts = [NameCount(_commonest(entries), _count(index, entries, hits)) for entries in names.values()]
    return sorted((each for each in counts if each.articles), key=lambda each: (-each.articles, each.name))


def _without(filters: Filters, kind: str) -> Filters:
    """The filters without that of a kind."""
    return replace(
        filters,
        section="" if kind == "section" else filters.section,
        author="" if kind == "author" else filters.author,
        tag="" if kind == "tag" else filters.tag,
        language="" if kind == "language" else filters.language,
        groups=tuple(group for group in filters.groups if group[0] != kind),
    )


def _commonest(entries: Collection[FormEntry]) -> str:
    return min(entries, key=lambda entry: (-entry.articles, entry.form)).form


def _count(index: SearchIndex, entries: Collection[FormEntry], hits: Collection[int]) -> int:
    having = {number for entry in entries for part in index.parts(entry) for number in part.numbers}
    return sum(1 for number in having if number in hits)
