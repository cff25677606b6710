"""Changing the index for the articles that came, changed or went, so that it is that of all articles made anew."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import NamedTuple
from zlib import crc32

from newsgen.search.article_words import unpack_words
from newsgen.search.index.block_edits import edit_blocks
from newsgen.search.index.block_table import Measure, blocks_of, measures_between, put_blocks, take_blocks
from newsgen.search.index.blocks import cut_parts
from newsgen.search.index.root import first_stems
from newsgen.search.index.scoring import IndexRules, PostingLists, TermKey
from newsgen.search.index.sharding import File, Form, begins_shard, name_shard, plan_shard


class Change(NamedTuple):
    """An article's number and packed words before and now; a number is None where it was, or is, not searched."""

    before: int | None
    now: int | None
    words_before: bytes
    words: bytes


class Edits(NamedTuple):
    """What changes in a form: the numbers of articles that go, and of those that come with levels and positions."""

    gone: set[int]
    coming: dict[int, tuple[int, Sequence[int]]]


def change_index(state: sqlite3.Connection, changes: Iterable[Change], rules: IndexRules) -> set[str]:
    """Change blocks, shards and files; the names of all files whose content may be another, or that came or went."""
    edits = _find_edits(changes, rules)
    for filed, edit in edits.items():
        there = blocks_of(state, filed)
        blocks = edit_blocks(there, frozenset(edit.gone), edit.coming, rules.has_levels(filed))
        take_blocks(state, filed)
        put_blocks(state, ((filed, block) for block in blocks))
    return _change_files(state, {filed: edit.gone | edit.coming.keys() for filed, edit in edits.items()})


def plan_all(state: sqlite3.Connection) -> None:
    """Find out anew where shards begin and which files there are."""
    stems = measures_between(state, "", None)
    shards: list[tuple[str, list[Form]]] = [("", [])]
    for stem, found in stems:
        forms = _forms(stem, found)
        if begins_shard(stem, forms):
            shards.append((stem, []))
        shards[-1][1].extend(forms)
        if len(shards) > _AT_ONCE:
            _record_shards(state, shards[:-1])
            del shards[:-1]
    _record_shards(state, shards)


def forget_index(state: sqlite3.Connection) -> None:
    """Take everything out, so that all of it can be made anew."""
    for table in ("blocks", "shards", "search_files"):
        state.execute(f"DELETE FROM {table}")


# Shards that are planned before their files are recorded.
_AT_ONCE = 100


def _record_shards(state: sqlite3.Connection, shards: Iterable[tuple[str, list[Form]]]) -> None:
    for first, forms in shards:
        if first:
            state.execute("INSERT INTO shards VALUES(?)", (first,))
        _record_files(state, first, plan_shard(first, forms))


def _find_edits(changes: Iterable[Change], rules: IndexRules) -> dict[TermKey, Edits]:
    edits: defaultdict[TermKey, Edits] = defaultdict(lambda: Edits(set(), {}))
    for change in changes:
        old = _postings(change.words_before, rules) if change.before is not None else {}
        new = _postings(change.words, rules) if change.now is not None else {}
        stay = change.before == change.now
        for filed, posting in old.items():
            if not (stay and new.get(filed) == posting):
                edits[filed].gone.add(change.before or 0)
        for filed, posting in new.items():
            if not (stay and old.get(filed) == posting):
                edits[filed].coming[change.now or 0] = posting
    return edits


def _postings(words: bytes, rules: IndexRules) -> dict[TermKey, tuple[int, Sequence[int]]]:
    filings = PostingLists(rules)
    filings.file(0, unpack_words(words))
    return {filed: (level, places) for filed, found in filings.items() for _, level, places in found.each()}


def _change_files(state: sqlite3.Connection, numbers: Mapping[TermKey, Set[int]]) -> set[str]:
    """Move the beginnings of shards and files where some articles' change gave stems another size."""
    stems = sorted({stem for stem, _ in numbers})
    before = first_stems(state)
    for stem in stems:
        found = next(measures_between(state, stem, f"{stem}\0"), None)
        state.execute("DELETE FROM shards WHERE stem = ?", (stem,))
        if found and begins_shard(stem, _forms(*found)):
            state.execute("INSERT INTO shards VALUES(?)", (stem,))
    now = first_stems(state)
    touched: set[str] = set()
    for first in sorted({_shard_of(stem, firsts) for firsts in (before, now) for stem in stems}):
        rows = state.execute("SELECT name, held FROM search_files WHERE shard = ?", (first,))
        there = dict(rows.fetchall())
        files = list(_plan(state, first, now)) if not first or first in now else []
        touched |= there.keys() - {file.name for file in files}
        touched |= {file.name for file in files if there.get(file.name) != _held(file) or file.has_any(numbers)}
        touched.add(name_shard(first))
        state.execute("DELETE FROM search_files WHERE shard = ?", (first,))
        _record_files(state, first, files)
    return touched


def _plan(state: sqlite3.Connection, first: str, firsts: Sequence[str]) -> Iterator[File]:
    return plan_shard(
        first,
        [form for stem, found in measures_between(state, first, end_of(first, firsts)) for form in _forms(stem, found)],
    )


def end_of(first: str, firsts: Sequence[str]) -> str | None:
    """The stem at which the shard after one begins; None behind the last."""
    place = bisect_right(firsts, first)
    return firsts[place] if place < len(firsts) else None


def _shard_of(stem: str, firsts: Sequence[str]) -> str:
    place = bisect_right(firsts, stem)
    return firsts[place - 1] if place else ""


def _forms(stem: str, found: Iterable[tuple[str, list[Measure]]]) -> list[Form]:
    return [Form((stem, form), cut_parts(measures)) for form, measures in found]


def _record_files(state: sqlite3.Connection, first: str, files: Iterable[File]) -> None:
    state.executemany(
        "INSERT INTO search_files VALUES(?, ?, ?, ?, ?)",
        ((first, file.name, *min(file.held, default=("", "")), _held(file)) for file in files),
    )


def _held(file: File) -> int:
    return crc32(repr(sorted(file.held.items())).encode())
