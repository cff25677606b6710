"""Update blocks, shards and files for articles whose words or number changed."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from types import MappingProxyType
from typing import NamedTuple
from zlib import crc32

from newsgen.search.article_words import unpack_words
from newsgen.search.index.block_edits import edit_blocks
from newsgen.search.index.block_table import BlockSize, BlockTable, FileRecord
from newsgen.search.index.blocks import split_parts
from newsgen.search.index.posting_lists import PostingLists
from newsgen.search.index.scoring import IndexRules, TermKey
from newsgen.search.index.sharding import File, Form, begins_shard, name_shard, plan_shard
from newsgen.search.index.year_counts import ANY_FORM, Starts, save_year_counts, update_year_counts

# Shards that are planned before their files are saved.
_BATCH = 100


class WordsChange(NamedTuple):
    """An article's number, packed words and year before and now; a number is None if it was, or is, not searched."""

    number_before: int | None
    number: int | None
    words_before: bytes
    words: bytes
    year_before: int = 0
    year: int = 0


class TermEdit(NamedTuple):
    """What changes in a term: the numbers of articles that go, and of those that come with level and positions."""

    removed: set[int]
    added: dict[int, tuple[int, Sequence[int]]]


class TermEdits(NamedTuple):
    """What changes in each term, and how many articles of each year come to it or go, also to any form of its stem."""

    terms: Mapping[TermKey, TermEdit]
    years: Mapping[TermKey, Counter[int]]


def update_blocks(
    table: BlockTable, changes: Iterable[WordsChange], rules: IndexRules, starts: Starts = MappingProxyType({0: 0})
) -> set[str]:
    """Update blocks, shards and files; the names of all files whose content may have changed, or that came or went.

    `starts` are the first numbers of the years after the changes.
    """
    edits, years = _find_edits(changes, rules)
    for term, edit in edits.items():
        blocks = edit_blocks(table.find(term), frozenset(edit.removed), edit.added, rules.has_levels(term))
        table.replace(term, blocks)
    forms = {stem: _forms(stem, table.sizes_of(stem)) for stem in sorted({stem for stem, _ in edits})}
    update_year_counts(table, forms, years, rules, starts)
    numbers = {term: edit.removed | edit.added.keys() for term, edit in edits.items()}
    return _update_files(table, numbers, forms, rules.scale)


def plan_all(table: BlockTable, rules: IndexRules, starts: Starts = MappingProxyType({0: 0})) -> None:
    """Determine from all blocks where shards begin, which files there are, and the counts by year.

    All are empty before. `starts` are the first numbers of the years.
    """
    scale = rules.scale
    shards: list[tuple[str, list[Form]]] = [("", [])]
    for stem, sizes in table.sizes_between("", None):
        forms = _forms(stem, sizes)
        save_year_counts(table, stem, forms, rules, starts)
        if begins_shard(stem, forms, scale):
            shards.append((stem, []))
        shards[-1][1].extend(forms)
        if len(shards) > _BATCH:
            _add_shards(table, shards[:-1], scale)
            del shards[:-1]
    _add_shards(table, shards, scale)


def end_of(first: str, starts: Sequence[str]) -> str | None:
    """The stem at which the shard after one begins; None behind the last."""
    index = bisect_right(starts, first)
    return starts[index] if index < len(starts) else None


def _add_shards(table: BlockTable, shards: Iterable[tuple[str, list[Form]]], scale: int) -> None:
    for first, forms in shards:
        if first:
            table.add_shard(first)
        table.add_files(first, map(_record, plan_shard(first, forms, scale)))


def _find_edits(changes: Iterable[WordsChange], rules: IndexRules) -> TermEdits:
    edits: defaultdict[TermKey, TermEdit] = defaultdict(lambda: TermEdit(set(), {}))
    years: defaultdict[TermKey, Counter[int]] = defaultdict(Counter)
    for change in changes:
        before = _postings(change.words_before, rules) if change.number_before is not None else {}
        now = _postings(change.words, rules) if change.number is not None else {}
        keeps_number = change.number_before == change.number
        for term, posting in before.items():
            if not (keeps_number and now.get(term) == posting):
                edits[term].removed.add(change.number_before or 0)
        for term, posting in now.items():
            if not (keeps_number and before.get(term) == posting):
                edits[term].added[change.number or 0] = posting
        for terms, year, step in ((before, change.year_before, -1), (now, change.year, 1)):
            for term in {*terms, *((stem, ANY_FORM) for stem, _ in terms)}:
                years[term][year] += step
    return TermEdits(edits, years)


def _postings(words: bytes, rules: IndexRules) -> dict[TermKey, tuple[int, Sequence[int]]]:
    lists = PostingLists(rules)
    lists.add(0, unpack_words(words))
    return {term: (level, positions) for term, found in lists.postings() for _, level, positions in found.articles()}


def _update_files(
    table: BlockTable, numbers: Mapping[TermKey, Set[int]], forms: Mapping[str, Sequence[Form]], scale: int
) -> set[str]:
    """Update where shards and files begin, given the numbers of the articles that changed in each term, and the forms
    of each stem.
    """
    starts_before = table.shard_starts()
    for stem, of_stem in forms.items():
        table.remove_shard(stem)
        if of_stem and begins_shard(stem, of_stem, scale):
            table.add_shard(stem)
    starts = table.shard_starts()
    changed: set[str] = set()
    for first in sorted({_shard_of(stem, each) for each in (starts_before, starts) for stem in forms}):
        files = list(_plan(table, first, end_of(first, starts), scale)) if not first or first in starts else []
        records = {file.name: _record(file) for file in files}
        existing = table.checksums(first)
        changed |= existing.keys() - records.keys()
        changed |= {
            file.name
            for file in files
            if existing.get(file.name) != records[file.name].checksum or file.has_any(numbers)
        }
        changed.add(name_shard(first))
        table.replace_files(first, records.values())
    return changed


def _plan(table: BlockTable, first: str, end: str | None, scale: int) -> Iterator[File]:
    forms = [form for stem, sizes in table.sizes_between(first, end) for form in _forms(stem, sizes)]
    return plan_shard(first, forms, scale)


def _shard_of(stem: str, starts: Sequence[str]) -> str:
    index = bisect_right(starts, stem)
    return starts[index - 1] if index else ""


def _forms(stem: str, forms: Iterable[tuple[str, list[BlockSize]]]) -> list[Form]:
    return [Form((stem, form), split_parts(sizes)) for form, sizes in forms]


def _record(file: File) -> FileRecord:
    checksum = crc32(repr(sorted(file.ranges.items())).encode())
    return FileRecord(file.name, min(file.ranges, default=("", "")), checksum)
