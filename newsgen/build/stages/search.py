"""Stage: update the search index, and find its outdated files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import count, islice

from newsgen.archive.targets import Target
from newsgen.build import reasons
from newsgen.build.outdated import Outdated
from newsgen.build.reasons import Reason
from newsgen.build.state import State
from newsgen.build.tasks.search import encode_partitions, invert_batches
from newsgen.build.workers.pool import Pool
from newsgen.build.workers.worker import Worker
from newsgen.record.digests import digest_of
from newsgen.search.format.numbering import year_starts
from newsgen.search.index.article_numbers import number_articles
from newsgen.search.index.block_table import BlockTable
from newsgen.search.index.block_update import plan_all
from newsgen.search.index.files import STEMMERS, file_names, rules_of, stemmer_names
from newsgen.search.index.inversion import Inversion, clear_postings
from newsgen.search.index.scoring import IndexRules
from newsgen.search.index.update import update_index
from newsgen.search.index.word_table import NumberTable, WordTable
from newsgen.settings.site import Site

# Articles a batch, and partitions at most: some 50 MB of memory either way.
_BATCH = 1_000
_MAX_PARTITIONS = 256


def update_search(
    state: State, site: Site, pool: Pool[Worker], outdated: Outdated, rebuild_all: Reason | None
) -> dict[Target, Reason]:
    """Update the index for the outdated articles; the targets of its files that may have changed."""
    index = state.connection
    if not site.search:
        _clear(state)
        return dict.fromkeys(_targets_of_last_build(state), reasons.SETTINGS_CHANGED)
    rules = rules_of(site)
    articles = {target.key for target in outdated if target.kind == "article"}
    names = None if _have_changed(state, rules) else update_index(index, articles, rules)
    if names is None:
        _rebuild(state, pool, rules)
    WordTable(index).discard_changes()
    reason = rebuild_all or reasons.RECORDS_CHANGED
    if names is None or rebuild_all:
        targets = {*map(_target, file_names(index, site.search_passages)), *_targets_of_last_build(state)}
        return dict.fromkeys(sorted(targets), reason)
    # The first article in a language adds its stemmer, and the last one removes it.
    stemmers = set(map(_target, stemmer_names(index))) ^ _targets_of_last_build(state, STEMMERS)
    return dict.fromkeys(sorted({*map(_target, names), *stemmers}), reason)


def _clear(state: State) -> None:
    for table in (BlockTable(state.connection), WordTable(state.connection), NumberTable(state.connection)):
        table.clear()


def _have_changed(state: State, rules: IndexRules) -> bool:
    """Whether the index was built by other rules, or not at all; records these."""
    digest = digest_of(sorted(rules.common), rules.positions, rules.scale)
    before, state.memo.search_rules = state.memo.search_rules, digest
    return before != digest


def _targets_of_last_build(state: State, folder: str = "") -> set[Target]:
    """The index's files in the output, or those of one folder; some of them may be gone."""
    return state.register.targets_of_kind("search-file", folder)


def _target(name: str) -> Target:
    return Target("search-file", name)


def _rebuild(state: State, pool: Pool[Worker], rules: IndexRules) -> None:
    """Build the index of all articles from their words."""
    blocks, words = BlockTable(state.connection), WordTable(state.connection)
    numbers = NumberTable(state.connection)
    blocks.clear()
    words.accept_all()
    numbers.clear()
    numbers.save(number_articles(numbers.all_listed()))
    words.remove_unnumbered()
    articles = numbers.count()
    inversion = Inversion(state.folder, rules, min(_MAX_PARTITIONS, articles // (2 * _BATCH) + 1))
    try:
        with pool.running(articles):
            invert = partial(invert_batches, inversion=inversion)
            batches = sum(1 for _ in pool.map(invert, _batches(words.by_number()), 1))
            encode = partial(encode_partitions, inversion=inversion, batches=batches)
            for rows in pool.map(encode, range(inversion.partitions), 1):
                blocks.add(rows)
    finally:
        clear_postings(state.folder)
    plan_all(blocks, rules, year_starts(numbers.count_by_year()))


def _batches(articles: Iterator[tuple[int, bytes]]) -> Iterator[tuple[int, list[tuple[int, bytes]]]]:
    """The articles in numbered batches."""
    for number in count():
        batch = list(islice(articles, _BATCH))
        if not batch:
            return
        yield number, batch
