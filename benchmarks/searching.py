"""newsgen's search index and Pagefind's, of the same stories: what building them costs, and how large they are.

    python benchmarks/searching.py --work FOLDER --pagefind PATH --sizes 10000,50000

builds the benchmark's site without and with search in turn. What the index costs is the difference. Pagefind then reads
the stories of newsgen's own site, and of each page no more than its article. Ratios are newsgen's figure by Pagefind's.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.engines import find_program, prepare_corpus, split_names
from benchmarks.folders import Folder, apply_case, forget_builds, make_engines, prepare_folder, undo_case
from benchmarks.measure import CommandFailed, Cost, run_timed, run_watched

# How site.yaml switches the index on, and where the built site has it.
WITHOUT_SEARCH = "search: false\n"
WITH_SEARCH = "search: true\n"
INDEX = "public/search"
# Pagefind's ways to read no more than newsgen indexes: the stories, whose names end in their number, and the article.
STORIES = "[0-9]*/**/*-[0-9][0-9][0-9][0-9][0-9][0-9][0-9].html"
ARTICLE = "article"
BUNDLE = "pagefind"


class Figures(NamedTuple):
    """What an index costs: wall and CPU seconds, MB of memory, bytes, files, and seconds for one article more."""

    wall: float
    cpu: float
    memory: float
    size: int
    files: int
    added: float


class Row(NamedTuple):
    """A line of the table: what is told, and how to read and to write its figure."""

    label: str
    read: Callable[[Figures], float]
    form: str


ROWS = (
    Row("seconds", lambda of: of.wall, ".1f"),
    Row("CPU-seconds", lambda of: of.cpu, ".1f"),
    Row("memory, MB", lambda of: of.memory, ",.0f"),
    Row("size, MB", lambda of: of.size / 1e6, ".1f"),
    Row("files", lambda of: of.files, ",.0f"),
    Row("seconds for one article more", lambda of: of.added, ".2f"),
)


def prepare_sites(work: Path, size: int) -> tuple[Folder, Folder]:
    """newsgen's site folders of the same corpus, without and with search."""
    newsgen, corpus = make_engines("", "")["newsgen"], prepare_corpus(work, size)
    plain = Folder(newsgen, work / f"newsgen-{size}", corpus, size)
    searched = Folder(newsgen, work / f"newsgen-search-{size}", corpus, size)
    for folder in (plain, searched):
        prepare_folder(folder)
    settings = searched.root / "site.yaml"
    settings.write_text(settings.read_text().replace(WITHOUT_SEARCH, "") + WITH_SEARCH)
    return plain, searched


def measure_newsgen(plain: Folder, searched: Folder, rounds: int) -> Figures:
    """What the index adds to building the site, by medians of builds in turn."""
    cold: dict[Path, list[Cost]] = {plain.root: [], searched.root: []}
    added: dict[Path, list[Cost]] = {plain.root: [], searched.root: []}
    for number in range(rounds):
        for folder in (plain, searched):
            print(f"round {number + 1}: {folder.root.name}", flush=True)
            forget_builds(folder)
            cold[folder.root].append(build(folder))
        for folder in (plain, searched):
            apply_case("added", folder)
            added[folder.root].append(build(folder))
            undo_case("added", folder)
            build(folder)
    if (plain.root / INDEX).exists():
        sys.exit(f"the site of {plain.root} has an index; its site.yaml must say {WITHOUT_SEARCH.strip()}")
    if not (searched.root / INDEX).exists():
        sys.exit(f"the site of {searched.root} has no index, though its site.yaml says {WITH_SEARCH.strip()}")
    memory = []
    for folder in (plain, searched):
        print(f"memory: {folder.root.name}", flush=True)
        forget_builds(folder)
        memory.append(run_watched(folder.engine.command, folder.root, {}))
    print_builds(cold, added)
    more = subtract_medians(cold[searched.root], cold[plain.root])
    for_one = subtract_medians(added[searched.root], added[plain.root])
    return Figures(*more, memory[1] - memory[0], *weigh(searched.root / INDEX), for_one.wall)


def measure_pagefind(pagefind: str, site: Path, folder: Path, size: int, rounds: int) -> Figures:
    """What Pagefind takes for the stories of a built site. It reads all of them again for one article more."""
    folder.mkdir(exist_ok=True)
    bundle = folder / BUNDLE
    command = [pagefind, "--site", str(site), "--output-path", str(bundle), "--glob", STORIES]
    command += ["--root-selector", ARTICLE]
    costs = []
    for number in range(rounds):
        print(f"round {number + 1}: Pagefind", flush=True)
        shutil.rmtree(bundle, ignore_errors=True)
        costs.append(run_timed(command, folder, {}))
    told = (folder.parent / f"{folder.name}.log").read_text(encoding="utf-8")
    if f"Indexed {size} pages" not in told:
        sys.exit(f"Pagefind did not index {size} pages:\n{told}")
    print("memory: Pagefind", flush=True)
    shutil.rmtree(bundle, ignore_errors=True)
    memory = run_watched(command, folder, {})
    wall, cpu = (statistics.median(figures) for figures in zip(*costs, strict=True))
    return Figures(wall, cpu, memory, *weigh(bundle), added=wall)


def build(folder: Folder) -> Cost:
    """Build a site as it stands."""
    return run_timed(folder.engine.command, folder.root, {})


def subtract_medians(more: Sequence[Cost], less: Sequence[Cost]) -> Cost:
    """The median of some costs less that of others."""
    return Cost(
        statistics.median(cost.wall for cost in more) - statistics.median(cost.wall for cost in less),
        statistics.median(cost.cpu for cost in more) - statistics.median(cost.cpu for cost in less),
    )


def print_builds(cold: dict[Path, list[Cost]], added: dict[Path, list[Cost]]) -> None:
    """The builds that the differences are made of."""
    for case, runs in (("cold", cold), ("one article more", added)):
        for root, costs in runs.items():
            walls, cpus = (", ".join(f"{seconds:.2f}" for seconds in part) for part in zip(*costs, strict=True))
            print(f"{root.name}, {case}: seconds {walls}; CPU-seconds {cpus}")


def weigh(folder: Path) -> tuple[int, int]:
    """The bytes and the number of the files below a folder."""
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file()]
    return sum(sizes), len(sizes)


def count_text(corpus: Path) -> int:
    """The bytes of all articles' bodies, which stand below the front matter."""
    return sum(len(file.read_bytes().split(b"\n---\n", 1)[1]) for file in corpus.rglob("*.md"))


def write_table(size: int, text: int, measured: dict[str, Figures]) -> str:
    """A table in Markdown: a line for each figure, and a column for each index, with ratios where there are two."""
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
    return "\n".join([*lines, f"| size by the text's | {' | '.join(shares)} |{' |' if both else ''}"])


def main() -> None:
    """Read the arguments, measure every size, and print a table for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=split_names, default="10000,50000", help="how many articles, with commas")
    parser.add_argument("--engines", type=split_names, default="newsgen,pagefind")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", type=Path, required=True, help="a folder for corpus and sites")
    parser.add_argument("--pagefind", default="pagefind", help="Pagefind's program")
    options = parser.parse_args()
    work = options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    for size in map(int, options.sizes):
        measured = {}
        try:
            plain, searched = prepare_sites(work, size)
            if "newsgen" in options.engines:
                measured["newsgen"] = measure_newsgen(plain, searched, options.rounds)
            else:
                build(plain)
            if "pagefind" in options.engines:
                pagefind = find_program(options.pagefind)
                measured["Pagefind"] = measure_pagefind(
                    pagefind, plain.output, work / f"pagefind-{size}", size, options.rounds
                )
        except CommandFailed as failed:
            sys.exit(str(failed))
        print(f"\n{write_table(size, count_text(plain.corpus), measured)}\n", flush=True)


if __name__ == "__main__":
    main()
