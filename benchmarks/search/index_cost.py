"""Compare the search indexes of newsgen and Pagefind for the same stories: the cost of building them, and their size.

    python -m benchmarks.search.index_cost --work FOLDER --pagefind PATH --sizes 10000,50000

builds the benchmark's site without and with search in turn. The difference is the cost of the index. Pagefind then
reads the stories of newsgen's site, only the article of each page. Ratios are newsgen's figure divided by Pagefind's.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.engines.folders import Folder, apply_case, forget_builds, make_engines, prepare_folder, undo_case
from benchmarks.support.command_line import find_program, split_names
from benchmarks.support.corpus import prepare_corpus
from benchmarks.support.measure import CommandFailed, Cost, run_timed, run_watched

# How site.yaml switches the index off and on, and where the built site has it.
WITHOUT_SEARCH = "search: false\n"
WITH_SEARCH = "search: true\n"
INDEX = "public/search"
# Pagefind's options to read only what newsgen indexes: stories, whose names end with their number, and the article.
STORIES = "[0-9]*/**/*-[0-9][0-9][0-9][0-9][0-9][0-9][0-9].html"
ARTICLE = "article"
BUNDLE = "pagefind"


class Figures(NamedTuple):
    """The cost of an index: wall and CPU seconds, MB of memory, bytes, files, and seconds for one more article."""

    wall: float
    cpu: float
    memory: float
    size: int
    files: int
    added: float


class Row(NamedTuple):
    """A line of the table: its label, the figure, and its format."""

    label: str
    read: Callable[[Figures], float]
    form: str


ROWS = (
    Row("seconds", lambda of: of.wall, ".1f"),
    Row("CPU-seconds", lambda of: of.cpu, ".1f"),
    Row("memory, MB", lambda of: of.memory, ",.0f"),
    Row("size, MB", lambda of: of.size / 1e6, ".1f"),
    Row("files", lambda of: of.files, ",.0f"),
    Row("seconds for one more article", lambda of: of.added, ".2f"),
)


def prepare_sites(work: Path, size: int) -> tuple[Folder, Folder]:
    """Make newsgen's site folders of the same corpus, without and with search."""
    newsgen, corpus = make_engines("", "")["newsgen"], prepare_corpus(work, size)
    without = Folder(newsgen, work / f"newsgen-{size}", corpus, size)
    with_search = Folder(newsgen, work / f"newsgen-search-{size}", corpus, size)
    for folder in (without, with_search):
        prepare_folder(folder)
    settings = with_search.root / "site.yaml"
    settings.write_text(settings.read_text().replace(WITHOUT_SEARCH, "") + WITH_SEARCH)
    return without, with_search


def measure_newsgen(without: Folder, with_search: Folder, rounds: int) -> Figures:
    """Measure what the index adds to building the site, by medians of builds in turn."""
    cold: dict[Path, list[Cost]] = {without.root: [], with_search.root: []}
    added: dict[Path, list[Cost]] = {without.root: [], with_search.root: []}
    for number in range(rounds):
        for folder in (without, with_search):
            print(f"round {number + 1}: {folder.root.name}", flush=True)
            forget_builds(folder)
            cold[folder.root].append(build(folder))
        for folder in (without, with_search):
            apply_case("added", folder)
            added[folder.root].append(build(folder))
            undo_case("added", folder)
            build(folder)
    if (without.root / INDEX).exists():
        sys.exit(f"the site of {without.root} has an index; its site.yaml must say {WITHOUT_SEARCH.strip()}")
    if not (with_search.root / INDEX).exists():
        sys.exit(f"the site of {with_search.root} has no index, though its site.yaml says {WITH_SEARCH.strip()}")
    memory = []
    for folder in (without, with_search):
        print(f"memory: {folder.root.name}", flush=True)
        forget_builds(folder)
        memory.append(run_watched(folder.engine.command, folder.root, {}))
    print_builds(cold, added)
    more = subtract_medians(cold[with_search.root], cold[without.root])
    for_one = subtract_medians(added[with_search.root], added[without.root])
    return Figures(*more, memory[1] - memory[0], *weigh(with_search.root / INDEX), for_one.wall)


def measure_pagefind(pagefind: str, site: Path, folder: Path, size: int, rounds: int) -> Figures:
    """Measure Pagefind for the stories of a built site. It reads all of them again for one more article."""
    folder.mkdir(exist_ok=True)
    bundle = folder / BUNDLE
    command = [pagefind, "--site", str(site), "--output-path", str(bundle), "--glob", STORIES]
    command += ["--root-selector", ARTICLE]
    costs = []
    for number in range(rounds):
        print(f"round {number + 1}: Pagefind", flush=True)
        shutil.rmtree(bundle, ignore_errors=True)
        costs.append(run_timed(command, folder, {}))
    output = (folder.parent / f"{folder.name}.log").read_text(encoding="utf-8")
    if f"Indexed {size} pages" not in output:
        sys.exit(f"Pagefind did not index {size} pages:\n{output}")
    print("memory: Pagefind", flush=True)
    shutil.rmtree(bundle, ignore_errors=True)
    memory = run_watched(command, folder, {})
    wall, cpu = (statistics.median(figures) for figures in zip(*costs, strict=True))
    return Figures(wall, cpu, memory, *weigh(bundle), added=wall)


def build(folder: Folder) -> Cost:
    """Build a site without changing it."""
    return run_timed(folder.engine.command, folder.root, {})


def subtract_medians(more: Sequence[Cost], less: Sequence[Cost]) -> Cost:
    """The median of some costs minus that of others."""
    return Cost(
        statistics.median(cost.wall for cost in more) - statistics.median(cost.wall for cost in less),
        statistics.median(cost.cpu for cost in more) - statistics.median(cost.cpu for cost in less),
    )


def print_builds(cold: dict[Path, list[Cost]], added: dict[Path, list[Cost]]) -> None:
    """Print the builds of which differences are taken."""
    for case, runs in (("cold", cold), ("one more article", added)):
        for root, costs in runs.items():
            walls, cpus = (", ".join(f"{seconds:.2f}" for seconds in part) for part in zip(*costs, strict=True))
            print(f"{root.name}, {case}: seconds {walls}; CPU-seconds {cpus}")


def weigh(folder: Path) -> tuple[int, int]:
    """The bytes and the number of files below a folder."""
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file()]
    return sum(sizes), len(sizes)


def count_text(corpus: Path) -> int:
    """The bytes of all articles' bodies, which follow the front matter."""
    return sum(len(file.read_bytes().split(b"\n---\n", 1)[1]) for file in corpus.rglob("*.md"))


def write_table(size: int, text: int, measured: dict[str, Figures]) -> str:
    """A Markdown table: a line for each figure, and a column for each index, with ratios if there are two."""
    both = len(measured) == 2
    lines = [
        f"### {size:,} articles, {text / 1e6:.1f} MB of text",
        "",
        "| | " + " | ".join((*measured, "ratio") if both else measured) + " |",
        "|---|" + "---:|" * (len(measured) + both),
    ]
    for row in ROWS:
        figures = [row.read(figures) for figures in measured.values()]
        cells = [format(figure, row.form) for figure in figures]
        if both:
            cells.append(f"{figures[0] / figures[1]:.2f}")
        lines.append(f"| {row.label} | {' | '.join(cells)} |")
    shares = [f"{100 * figures.size / text:.1f} %" for figures in measured.values()]
    return "\n".join([*lines, f"| size / text | {' | '.join(shares)} |{' |' if both else ''}"])


def main() -> None:
    """Read the arguments, measure every size, and print a table for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--sizes", type=split_names, default="10000,50000", help="numbers of articles, separated by commas"
    )
    parser.add_argument("--engines", type=split_names, default="newsgen,pagefind")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", type=Path, required=True, help="folder for corpus and sites")
    parser.add_argument("--pagefind", default="pagefind", help="Pagefind's program")
    options = parser.parse_args()
    work = options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    for size in map(int, options.sizes):
        measured = {}
        try:
            without, with_search = prepare_sites(work, size)
            if "newsgen" in options.engines:
                measured["newsgen"] = measure_newsgen(without, with_search, options.rounds)
            else:
                build(without)
            if "pagefind" in options.engines:
                pagefind = find_program(options.pagefind)
                measured["Pagefind"] = measure_pagefind(
                    pagefind, without.output, work / f"pagefind-{size}", size, options.rounds
                )
        except CommandFailed as failed:
            sys.exit(str(failed))
        print(f"\n{write_table(size, count_text(without.corpus), measured)}\n", flush=True)


if __name__ == "__main__":
    main()
