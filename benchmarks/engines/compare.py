"""Build the same site of the same articles with newsgen and other engines, in turn.

    python -m benchmarks.engines.compare --size 10000 --work FOLDER --hugo PATH --eleventy PATH

`--engines`, `--cases`, `--rounds` and `--related` choose what is run; `--write FILE` saves the results as JSON lines.
The engine `newsgen-default` is newsgen with its default settings, whose site has more than those of the others.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.engines.folders import (
    CASES,
    Engine,
    Folder,
    apply_case,
    forget_builds,
    make_engines,
    prepare_folder,
    undo_case,
)
from benchmarks.engines.pages import count_pages, find_differing
from benchmarks.support.command_line import find_program, split_names
from benchmarks.support.corpus import prepare_corpus
from benchmarks.support.measure import CommandFailed, Cost, count_written, read_clock, run_timed, run_watched
from benchmarks.support.report import write_tables
from benchmarks.support.results import Result, save_results


@dataclass
class Measured:
    """What was measured so far for one engine and case, round by round."""

    costs: list[Cost] = field(default_factory=list)
    memory: float = 0.0
    written: int = 0
    pages: int = 0


def prepare_folders(work: Path, engines: Sequence[Engine], size: int, related: bool) -> list[Folder]:
    """Make the corpus, unless it exists, and each engine's folder."""
    corpus = prepare_corpus(work, size)
    folders = [Folder(engine, work / f"{engine.name}-{size}", corpus, size, related) for engine in engines]
    for folder in folders:
        prepare_folder(folder)
    return folders


def build_first(folders: Sequence[Folder]) -> None:
    """Build every site once without measuring, and print whether their pages are the same."""
    for folder in folders:
        run_timed(folder.engine.command, folder.root, folder.environment)
        print(f"{folder.engine.name}: {count_pages(folder.output):,} HTML pages", flush=True)
    comparable = [folder for folder in folders if folder.engine.has_same_pages]
    if len(comparable) > 1:
        differing = find_differing(comparable)
        print(
            f"not the same words on all sites: {', '.join(differing)}" if differing else "sampled stories are the same"
        )


def time_case(case: str, folder: Folder, measured: Measured) -> None:
    """Measure time and files of one build, and restore the site to the state of its corpus."""
    change_site(case, folder)
    started = read_clock(folder.root)
    measured.costs.append(run_timed(folder.engine.command, folder.root, folder.environment))
    measured.written = count_written(folder.output, started)
    measured.pages = count_pages(folder.output)
    restore_site(case, folder)


def watch_case(case: str, folder: Folder, measured: Measured) -> None:
    """Measure the memory of one build, and restore the site to the state of its corpus."""
    change_site(case, folder)
    measured.memory = run_watched(folder.engine.command, folder.root, folder.environment)
    restore_site(case, folder)


def change_site(case: str, folder: Folder) -> None:
    """Make the change of a case."""
    if case == "cold":
        forget_builds(folder)
    apply_case(case, folder)


def restore_site(case: str, folder: Folder) -> None:
    """Undo the change of a case."""
    undo_case(case, folder)
    # The other engines write every page each time, whatever they find.
    if folder.engine.is_incremental and case not in ("cold", "unchanged"):
        run_timed(folder.engine.command, folder.root, folder.environment)


def run_rounds(
    folders: Sequence[Folder], cases: Sequence[str], rounds: int, memory: bool
) -> dict[tuple[str, str], Measured]:
    """Run all rounds of all cases, the engines in turn; if `memory`, watch memory in one more round without timing."""
    measured = {
        (case, folder.engine.name): Measured() for case in cases for folder in folders if case in folder.engine.cases
    }
    steps = [(f"round {number + 1}", time_case) for number in range(rounds)] + [("memory", watch_case)] * memory
    for label, run_case in steps:
        for case in cases:
            for folder in folders:
                engine = folder.engine
                if case not in engine.cases:
                    continue
                print(f"{label}: {case}, {engine.name}", flush=True)
                run_case(case, folder, measured[case, engine.name])
    return measured


def make_results(folders: Sequence[Folder], measured: Mapping[tuple[str, str], Measured]) -> list[Result]:
    """The measurements as results, with where and when they were made."""
    versions = {folder.engine.name: read_version(folder) for folder in folders}
    same_pages = {folder.engine.name for folder in folders if folder.engine.has_same_pages}
    machine, date = describe_machine(), f"{datetime.now(UTC):%Y-%m-%d}"
    return [
        Result(
            engine=engine,
            version=versions[engine],
            size=folders[0].size,
            case=case,
            related=folders[0].related and engine in same_pages,
            wall=tuple(cost.wall for cost in found.costs),
            cpu=tuple(cost.cpu for cost in found.costs),
            memory=found.memory,
            written=found.written,
            pages=found.pages,
            machine=machine,
            date=date,
        )
        for (case, engine), found in measured.items()
    ]


def read_version(folder: Folder) -> str:
    """The engine's version: the first number that it prints."""
    command = folder.engine.version
    output = subprocess.run(command, cwd=folder.root, capture_output=True, text=True, check=True).stdout.split()
    return next((word.lstrip("v").split("-")[0] for word in output if word.lstrip("v")[:1].isdigit()), "")


def describe_machine() -> dict[str, str | int]:
    """Cores, the CPU's name and memory in GB."""
    names = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "cores": os.cpu_count() or 1,
        "cpu": names[0].partition(":")[2].strip() if names else platform.machine(),
        "memory": round(memory / 2**30),
    }


def main() -> None:
    """Read the arguments, run everything, and print the tables."""
    parser = argparse.ArgumentParser(description="Build the same site with several engines and compare what it costs.")
    parser.add_argument("--size", type=int, default=10_000, help="number of articles")
    parser.add_argument("--engines", type=split_names, default="newsgen-default,newsgen,hugo,eleventy")
    parser.add_argument("--cases", type=split_names, default=",".join(CASES))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--related", action="store_true", help="let all show related articles")
    parser.add_argument("--no-memory", action="store_true", help="leave out the round that watches memory")
    parser.add_argument("--work", type=Path, required=True, help="folder for corpus and sites")
    parser.add_argument("--hugo", default="hugo", help="Hugo's program")
    parser.add_argument("--eleventy", default="eleventy", help="Eleventy's program")
    parser.add_argument("--write", type=Path, help="file of results in which to save these")
    options = parser.parse_args()
    known = make_engines(find_program(options.hugo), find_program(options.eleventy))
    unknown = [name for name in options.engines if name not in known] + [c for c in options.cases if c not in CASES]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; engines are {', '.join(known)}, cases are {', '.join(CASES)}")
    missing = [name for name in options.engines if name in known and not Path(known[name].command[0]).is_absolute()]
    if missing:
        parser.error(f"name the program of {', '.join(missing)} with {', '.join(f'--{name}' for name in missing)}")
    options.work.mkdir(parents=True, exist_ok=True)
    folders = prepare_folders(
        options.work.resolve(), [known[name] for name in options.engines], options.size, options.related
    )
    try:
        build_first(folders)
        measured = run_rounds(folders, options.cases, options.rounds, not options.no_memory)
    except CommandFailed as failed:
        sys.exit(str(failed))
    results = make_results(folders, measured)
    print("\n" + write_tables(results))
    if options.write:
        save_results(options.write, results)


if __name__ == "__main__":
    main()
