"""newsgen and other engines side by side: the same site of the same articles, built in turn.

    python benchmarks/engines.py --size 10000 --work FOLDER --hugo PATH --eleventy PATH

`--engines`, `--cases`, `--rounds` and `--related` choose what is run; `--write FILE` keeps the results as JSON lines.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.corpus import write_corpus
from benchmarks.folders import (
    CASES,
    Engine,
    Folder,
    apply_case,
    forget_builds,
    make_engines,
    prepare_folder,
    undo_case,
)
from benchmarks.measure import CommandFailed, Cost, count_written, read_clock, run_timed, run_watched
from benchmarks.pages import count_pages, find_differing
from benchmarks.report import write_tables
from benchmarks.results import Result, save_results


class Runs:
    """What was measured so far of one engine and case, a round after another."""

    def __init__(self) -> None:
        self.costs: list[Cost] = []
        self.memory = 0.0
        self.written = 0
        self.pages = 0


def prepare_folders(work: Path, engines: Sequence[Engine], size: int) -> list[Folder]:
    """Make the corpus, where it is not there yet, and each engine's folder."""
    corpus = prepare_corpus(work, size)
    folders = [Folder(engine, work / f"{engine.name}-{size}", corpus, size) for engine in engines]
    for folder in folders:
        prepare_folder(folder)
    return folders


def prepare_corpus(work: Path, size: int) -> Path:
    """The folder of the corpus, which is made where it is not there yet."""
    corpus = work / f"corpus-{size}"
    # The folder gets its name when it is whole, so that one that was cut short is made again.
    if not corpus.exists():
        half = work / f"corpus-{size}.half"
        write_corpus(half, size, processes=os.cpu_count() or 1)
        half.rename(corpus)
    return corpus


def build_first(folders: Sequence[Folder], related: bool) -> None:
    """Build every site once without measuring, and say whether their pages are the same."""
    for folder in folders:
        run_timed(folder.engine.command, folder.root, choose_environment(folder.engine, related))
        print(f"{folder.engine.name}: {count_pages(folder.output):,} HTML pages", flush=True)
    if len(folders) > 1:
        differing = find_differing(folders)
        print(
            f"not the same words on all sites: {', '.join(differing)}" if differing else "sampled stories are the same"
        )


def choose_environment(engine: Engine, related: bool) -> Mapping[str, str]:
    """What tells the engine whether to show related articles."""
    return engine.with_related if related else engine.without_related


def run_case(case: str, folder: Folder, related: bool, runs: Runs, watched: bool) -> None:
    """Measure one build, and put the site back into the state of its corpus."""
    engine = folder.engine
    environment = choose_environment(engine, related)
    if case == "cold":
        forget_builds(folder)
    apply_case(case, folder)
    started = read_clock(folder.root)
    if watched:
        runs.memory = run_watched(engine.command, folder.root, environment)
    else:
        runs.costs.append(run_timed(engine.command, folder.root, environment))
        runs.written = count_written(folder.output, started)
        runs.pages = count_pages(folder.output)
    undo_case(case, folder)
    # The others write every page each time, whatever they find.
    if engine.renews and case not in ("cold", "unchanged"):
        run_timed(engine.command, folder.root, environment)


def run_rounds(
    folders: Sequence[Folder], cases: Sequence[str], rounds: int, related: bool, memory: bool
) -> dict[tuple[str, str], Runs]:
    """All rounds of all cases, the engines in turn; with `memory`, one more round that is watched and not timed."""
    runs = {(case, folder.engine.name): Runs() for case in cases for folder in folders}
    for number in range(rounds + memory):
        watched = number == rounds
        for case in cases:
            for folder in folders:
                print(f"{'memory' if watched else f'round {number + 1}'}: {case}, {folder.engine.name}", flush=True)
                run_case(case, folder, related, runs[case, folder.engine.name], watched)
    return runs


def make_results(folders: Sequence[Folder], runs: dict[tuple[str, str], Runs], related: bool) -> list[Result]:
    """The runs as results, with where and when they were made."""
    versions = {folder.engine.name: read_version(folder) for folder in folders}
    machine, date = describe_machine(), f"{datetime.now(UTC):%Y-%m-%d}"
    return [
        Result(
            engine=engine,
            version=versions[engine],
            size=folders[0].size,
            case=case,
            related=related,
            wall=tuple(cost.wall for cost in those.costs),
            cpu=tuple(cost.cpu for cost in those.costs),
            memory=those.memory,
            written=those.written,
            pages=those.pages,
            machine=machine,
            date=date,
        )
        for (case, engine), those in runs.items()
    ]


def read_version(folder: Folder) -> str:
    """The engine's own word for its version: the first number that it prints."""
    command = folder.engine.version
    told = subprocess.run(command, cwd=folder.root, capture_output=True, text=True, check=True).stdout.split()
    return next((word.lstrip("v").split("-")[0] for word in told if word.lstrip("v")[:1].isdigit()), "")


def describe_machine() -> dict[str, str | int]:
    """Cores, the CPU's name and memory in GB."""
    names = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "cores": os.cpu_count() or 1,
        "cpu": names[0].partition(":")[2].strip() if names else platform.machine(),
        "memory": round(memory / 2**30),
    }


def find_program(name: str) -> str:
    """A program by its whole path, for it is run in other folders; its name where it is not found."""
    found = shutil.which(name)
    return str(Path(found).absolute()) if found else name


def split_names(text: str) -> list[str]:
    """The names in a list with commas."""
    return [name for name in text.split(",") if name]


def main() -> None:
    """Read the arguments, run everything, and print the tables."""
    parser = argparse.ArgumentParser(description="Build the same site with several engines and compare what it costs.")
    parser.add_argument("--size", type=int, default=10_000, help="how many articles")
    parser.add_argument("--engines", type=split_names, default="newsgen,hugo,eleventy")
    parser.add_argument("--cases", type=split_names, default=",".join(CASES))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--related", action="store_true", help="let Hugo and Eleventy show related articles")
    parser.add_argument("--no-memory", action="store_true", help="leave out the round that watches memory")
    parser.add_argument("--work", type=Path, required=True, help="a folder for corpus and sites")
    parser.add_argument("--hugo", default="hugo", help="Hugo's program")
    parser.add_argument("--eleventy", default="eleventy", help="Eleventy's program")
    parser.add_argument("--write", type=Path, help="a file of results to put these into")
    options = parser.parse_args()
    known = make_engines(find_program(options.hugo), find_program(options.eleventy))
    unknown = [name for name in options.engines if name not in known] + [c for c in options.cases if c not in CASES]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; engines are {', '.join(known)}, cases are {', '.join(CASES)}")
    missing = [name for name in options.engines if name in known and not Path(known[name].command[0]).is_absolute()]
    if missing:
        parser.error(f"name the program of {', '.join(missing)} with {', '.join(f'--{name}' for name in missing)}")
    options.work.mkdir(parents=True, exist_ok=True)
    folders = prepare_folders(options.work.resolve(), [known[name] for name in options.engines], options.size)
    try:
        build_first(folders, options.related)
        runs = run_rounds(folders, options.cases, options.rounds, options.related, not options.no_memory)
    except CommandFailed as failed:
        sys.exit(str(failed))
    results = make_results(folders, runs, options.related)
    print("\n" + write_tables(results))
    if options.write:
        save_results(options.write, results)


if __name__ == "__main__":
    main()
