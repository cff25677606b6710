"""Score how well WCXB's article pages are read from their HTML, one by one, beside trafilatura.

    python -m benchmarks.reading.score_html DEV [--held-out] [--trafilatura]

DEV is the data set's folder, as `benchmarks.reading.wcxb` describes it. `--held-out` reads only the pages of sites with
which no rule was made and no weight fitted. Fields and words are compared as `benchmarks.reading.score_wcxb` does, and
of each reader the pages a second of CPU time are printed.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.reading.pack import is_held_out
from benchmarks.reading.readings import Reading, read_html_with_newsgen, read_with_trafilatura
from benchmarks.reading.score_wcxb import truth_of
from benchmarks.reading.scores import score, summarise
from benchmarks.reading.wcxb import page_ids, read_page, read_site


def main() -> None:
    """Print a table for each reader."""
    parser = argparse.ArgumentParser(description="Score how well WCXB's article pages are read from their HTML.")
    parser.add_argument("dev", type=Path, help="the folder dev of the data set")
    parser.add_argument("--held-out", action="store_true", help="only sites with which no rule was made")
    parser.add_argument("--trafilatura", action="store_true", help="read the pages with trafilatura, too")
    arguments = parser.parse_args()
    numbers = [n for n in page_ids() if not arguments.held_out or is_held_out(read_site(arguments.dev, n))]
    readers: dict[str, Callable[[bytes], Reading]] = {"newsgen": read_html_with_newsgen}
    if arguments.trafilatura:
        readers["trafilatura"] = read_with_trafilatura
    for name, read in readers.items():
        pages = [read_page(arguments.dev, number) for number in numbers]
        # The first page loads what all others use.
        read(pages[0])
        begun = time.process_time()
        readings = [read(page) for page in pages]
        speed = len(pages) / (time.process_time() - begun)
        found = [score(reading, truth_of(arguments.dev, n)) for n, reading in zip(numbers, readings, strict=True)]
        print(f"\n{name}, {len(pages)} pages, {speed:.1f} a second of CPU time\n{summarise(found)}")


if __name__ == "__main__":
    main()
