"""Measure what the one process that keeps the index spends on an article, by the number of articles: with cards alone.

    python -m benchmarks.engines.index_growth N FOLDER [--every 100000]

takes N invented cards into an index as a first build does, without any source, text or page: so it shows what no other
machine can take over, at sizes that the machine could not build. It prints a line for every so many articles: the
microseconds of a processor per article for taking in, and the size of the index; then, for all of them, those for
forming groups, for planning the files and for recording that they are written. Suggestions and words for the search are
left out; they are measured by whole builds.
"""

from __future__ import annotations

import argparse
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from newsgen.archive.database import FOLDER, connect, create_tables, state_file
from newsgen.archive.entry import IndexEntry, make_index_entry
from newsgen.archive.identifiers import IdentifierTable
from newsgen.archive.indexer import Indexer
from newsgen.archive.permalink_assignment import Ledger, LedgerAssigner
from newsgen.archive.permalinks.ledger_table import LedgerTable
from newsgen.archive.permalinks.listing_table import ListingTable
from newsgen.archive.permalinks.own_pages import OwnPages
from newsgen.archive.permalinks.unmet_table import UnmetTable
from newsgen.archive.targets import Target, article_target
from newsgen.output.register import OutputRegister, WrittenFile
from newsgen.record.article import Article
from newsgen.record.dates import PartialDate
from newsgen.record.digests import digest_of
from newsgen.settings.site import Site

_BATCH = 50
_YEARS = 20


def make_entry(number: int, articles: int, site: Site) -> IndexEntry:
    """The entry of an invented article; those of a year follow each other."""
    day = number * _YEARS * 336 // articles
    article = Article(
        path=f"{2005 + day // 336}/{day // 28 % 12 + 1:02}/card-{number}.md",
        headline=f"Card {number} of the harbour and the town",
        dek="What the card tells of the harbour, in one sentence of a usual length.",
        byline=(f"Writer {number * 7 % 200}",),
        section=f"Section {number % 12}",
        tags=(f"tag {number % 500}", f"tag {number // 3 % 500}", f"tag {number // 7 % 500}"),
        published=PartialDate(2005 + day // 336, day // 28 % 12 + 1, day % 28 + 1),
        slug=f"card-{number}",
    )
    return make_index_entry(article, replace(article), "<p>Text.</p>", site, None, digest_of(number))


def take_in(folder: Path, articles: int, every: int) -> Iterator[str]:
    """Take in cards; what that cost, in lines."""
    site = Site()
    folder.mkdir(parents=True)
    state = connect(state_file(folder))
    create_tables(state)
    ledger = Ledger(LedgerTable(state), UnmetTable(state), OwnPages(site, ListingTable(state)))
    assigner = LedgerAssigner(IdentifierTable(state), ledger, site.articles, True, False)
    indexer, register = Indexer(state, site), OutputRegister(state)
    files: list[tuple[Target, str]] = []
    costs = 0.0
    state.execute("BEGIN")
    for start in range(0, articles, _BATCH):
        entries = [make_entry(number, articles, site) for number in range(start, min(start + _BATCH, articles))]
        started = time.process_time()
        placed = assigner.assign(entries)
        indexer.add_or_update(placed)
        costs += time.process_time() - started
        files += ((article_target(one.path), one.row[2]) for one in placed)
        if len(files) % every == 0:
            state.execute("COMMIT")
            size = sum(file.stat().st_size for file in folder.iterdir())
            yield f"{len(files):,}: {each(costs, every)}, index {size // 1_000_000:,} MB"
            state.execute("BEGIN")
            costs = 0.0
    started = time.process_time()
    indexer.finish()
    grouped = time.process_time()
    register.plan([target for target, _ in files], files, site.articles)
    planned = time.process_time()
    for start in range(0, articles, _BATCH):
        register.mark_written(
            WrittenFile(file, "story.html", bytes(16), bytes(32)) for _, file in files[start : start + _BATCH]
        )
    recorded = time.process_time()
    state.execute("COMMIT")
    state.close()
    yield f"groups: {each(grouped - started, articles)}"
    yield f"planning: {each(planned - grouped, articles)}"
    yield f"recording: {each(recorded - planned, articles)}"


def each(seconds: float, articles: int) -> str:
    """Seconds for so many articles as microseconds for each."""
    return f"{1e6 * seconds / articles:.0f} us an article"


def main() -> None:
    """Print the costs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=100_000)
    arguments = parser.parse_args()
    folder = arguments.folder / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    for line in take_in(folder, arguments.articles, arguments.every):
        print(line, flush=True)


if __name__ == "__main__":
    main()
