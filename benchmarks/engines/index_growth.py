"""Measure what the one process that keeps the index spends on an article, by the number of articles: with cards alone.

    python -m benchmarks.engines.index_growth N FOLDER [--every 100000]

takes N invented cards into an index as a first build does, without any source, text or page: so it shows what no other
machine can take over, at sizes that the machine could not build. It prints a line for every so many articles: the
microseconds of a processor per article for taking in, for planning the files and for recording that they are written,
and the size of the index. Suggestions and words for the search are left out; they are measured by whole builds.
"""

from __future__ import annotations

import argparse
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from newsgen.archive.database import FOLDER, connect, create_tables, state_file
from newsgen.archive.entry import IndexEntry, make_index_entry
from newsgen.archive.indexer import Indexer
from newsgen.archive.links import IdentifierTable
from newsgen.archive.permalink_assignment import Ledger, LedgerAssigner
from newsgen.archive.permalinks.ledger_table import LedgerTable
from newsgen.archive.permalinks.listing_table import ListingTable
from newsgen.archive.permalinks.own_pages import OwnPages
from newsgen.archive.permalinks.unmet_table import UnmetTable
from newsgen.archive.targets import article_target
from newsgen.output.register import OutputRegister, WrittenFile
from newsgen.record.article import Article
from newsgen.record.dates import PartialDate
from newsgen.record.digests import digest_of
from newsgen.settings.site import Site

_BATCH = 50
_YEARS = 20


@dataclass
class Costs:
    """Seconds of a processor for each step."""

    taking_in: float = 0.0
    planning: float = 0.0
    recording: float = 0.0


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


def take_in(folder: Path, articles: int, every: int) -> Iterator[tuple[int, Costs, int]]:
    """Take in cards; after every so many, their number, what these cost, and the bytes of the index."""
    site = Site()
    folder.mkdir(parents=True)
    state = connect(state_file(folder))
    create_tables(state)
    ledger = Ledger(LedgerTable(state), UnmetTable(state), OwnPages(site, ListingTable(state)))
    assigner = LedgerAssigner(IdentifierTable(state), ledger, site.articles, True, False)
    indexer, register = Indexer(state, site), OutputRegister(state)
    state.execute("BEGIN")
    costs = Costs()
    for start in range(0, articles, _BATCH):
        entries = [make_entry(number, articles, site) for number in range(start, min(start + _BATCH, articles))]
        started = time.process_time()
        placed = assigner.assign(entries)
        indexer.add_or_update(placed)
        taken_in = time.process_time()
        files = [(article_target(one.path), one.row[2]) for one in placed]
        register.plan([target for target, _ in files], files, site.articles)
        planned = time.process_time()
        register.mark_written(WrittenFile(str(file), "story.html", bytes(16), bytes(32)) for _, file in files)
        costs.taking_in += taken_in - started
        costs.planning += planned - taken_in
        costs.recording += time.process_time() - planned
        done = start + len(entries)
        if done % every == 0 or done == articles:
            state.execute("COMMIT")
            yield done, costs, sum(file.stat().st_size for file in folder.iterdir())
            state.execute("BEGIN")
            costs = Costs()
    started = time.process_time()
    indexer.finish()
    yield articles, Costs(taking_in=time.process_time() - started), 0
    state.execute("COMMIT")
    state.close()


def main() -> None:
    """Print the costs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=100_000)
    arguments = parser.parse_args()
    folder = arguments.folder / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    for articles, costs, size in take_in(folder, arguments.articles, arguments.every):
        each = 1e6 / min(arguments.every, arguments.articles)
        if size:
            steps = (costs.taking_in, costs.planning, costs.recording)
            taking_in, planning, recording = (round(seconds * each) for seconds in steps)
            print(f"{articles:,}: {taking_in} + {planning} + {recording} us, index {size // 1_000_000:,} MB")
        else:
            print(f"groups of all: {round(costs.taking_in * 1e6 / articles)} us an article")


if __name__ == "__main__":
    main()
