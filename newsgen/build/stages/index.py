"""Stage: bring the index up to date with what was read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from newsgen.archive.facts import Fact, PermalinksMoved
from newsgen.archive.identifiers import IdentifierTable
from newsgen.archive.indexer import Indexer
from newsgen.archive.pattern_assignment import PatternAssigner
from newsgen.archive.permalink_assignment import Ledger, LedgerAssigner, PermalinkAssigner
from newsgen.archive.permalinks.own_pages import OwnPages
from newsgen.build.options import BuildOptions
from newsgen.build.site_inputs import SiteInputs
from newsgen.build.state import State
from newsgen.build.tasks.read import ReadResult
from newsgen.errors import NewsgenError, Problem


class SourceChanges(NamedTuple):
    """The sources to read, what reads such in batches, and the sources that are gone."""

    paths: Sequence[str]
    read: Callable[[Sequence[str]], Iterable[Sequence[ReadResult]]]
    removed: Collection[str]


def update_index(
    state: State, inputs: SiteInputs, sources: SourceChanges, options: BuildOptions, rebuilds_all: bool = False
) -> list[Fact]:
    """Take the articles that are read into the index, and remove those of sources that are gone; the facts.

    Raises NewsgenError with the problems of what is read and of the articles' permalinks.
    """
    indexer = Indexer(state.connection, inputs.site)
    assigner = open_assigner(state, inputs, options)
    problems: list[Problem] = []
    try:
        for batch in sources.read(sources.paths):
            try:
                _take_in(batch, indexer, assigner)
            except NewsgenError as failed:
                problems += failed.problems
    except NewsgenError as failed:
        problems += failed.problems
    if problems:
        raise NewsgenError(problems)
    state.sources.remove(sources.removed)
    state.findings.remove(sources.removed)
    for path in sources.removed:
        _take_out(path, indexer, assigner)
    if inputs.ledger:
        assigner.release_all_except(state.sources.article_paths())
    unsettled = assigner.unsettle()
    for path in unsettled:
        indexer.remove(path)
    for batch in sources.read(sorted(unsettled)) if unsettled else ():
        _take_in(batch, indexer, assigner)
    indexer.add_or_update(assigner.assign_pending())
    duplicates = tuple(assigner.duplicate_ids())
    if duplicates:
        raise NewsgenError(duplicates)
    facts = indexer.finish(rebuilds_all)
    has_forgotten = state.listings.forget(indexer.withheld)
    if assigner.changed or has_forgotten or (inputs.site.ledger and state.listings.unrecorded()):
        state.memo.has_unpublished = 1
        facts.append(PermalinksMoved())
    return facts


def open_assigner(state: State, inputs: SiteInputs, options: BuildOptions) -> PermalinkAssigner:
    """What gives the articles their permalinks, with the ledger as its file has it."""
    articles = inputs.site.articles
    ledger = Ledger(state.ledger, state.unmet, OwnPages(inputs.site, state.listings))
    if not inputs.site.ledger:
        state.ledger.clear()
        return PatternAssigner(ledger, articles)
    if inputs.ledger:
        state.ledger.load(inputs.ledger.entries, inputs.ledger.digest)
    is_public, reassigns = not options.preview, options.reassign_permalinks
    return LedgerAssigner(IdentifierTable(state.connection), ledger, articles, is_public, reassigns)


def _take_in(batch: Sequence[ReadResult], indexer: Indexer, assigner: PermalinkAssigner) -> None:
    for one in batch:
        if one.entry is None:
            _take_out(one.path, indexer, assigner)
    indexer.add_or_update(assigner.assign([one.entry for one in batch if one.entry]))


def _take_out(path: str, indexer: Indexer, assigner: PermalinkAssigner) -> None:
    assigner.release(path)
    indexer.remove(path)
