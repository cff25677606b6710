"""Write tables and a plot of the results.

    python -m benchmarks.support.report [--results FILE] [--markdown FILE] [--plot FILE]

By default, the files are `benchmarks/results.jsonl`, `benchmarks/RESULTS.md` and `docs/benchmarks.svg`.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.support.plot import Line, Panel, draw_plot
from benchmarks.support.results import Result, read_results

BENCHMARKS = Path(__file__).parent.parent
_OURS, _DEFAULT = "newsgen", "newsgen-default"
_CASES = {
    "cold": "everything, cold",
    "unchanged": "again, nothing changed",
    "body": "one body changed",
    "headline": "one headline changed",
    "added": "one more article",
    "deleted": "one article fewer",
    "template": "the footer of all pages changed",
}


class Measure(NamedTuple):
    """A column of figures: its heading, its value in a result (None: it was not measured), and its format."""

    heading: str
    read: Callable[[Result], float | None]
    form: str
    with_ratios: bool = True


MEASURES = (
    Measure("Wall time, seconds", lambda result: result.median_wall, ".2f"),
    Measure("CPU time, seconds", lambda result: result.median_cpu, ".2f"),
    Measure("Most memory, MB", lambda result: result.memory or None, ",.0f"),
    Measure("Files written", lambda result: result.written, ",", with_ratios=False),
)


def write_tables(results: Sequence[Result]) -> str:
    """A table for each size and measure: a row per case, a column per engine, and newsgen's ratio to each other.

    What newsgen does without any settings comes first.
    """
    default = [result for result in results if result.engine == _DEFAULT]
    others = [result for result in results if result.engine != _DEFAULT]
    parts: list[str] = []
    for size in sorted({result.size for result in default}):
        found = [result for result in default if result.size == size]
        parts += _write_section(f"{size:,} articles, newsgen's default settings", found)
    for size, related in sorted({(result.size, result.related) for result in others}):
        found = [result for result in others if (result.size, result.related) == (size, related)]
        shown = "shown" if related else "left out"
        parts += _write_section(f"{size:,} articles, the same pages; related articles {shown}", found)
    return "\n".join(parts)


def _write_section(heading: str, results: Sequence[Result]) -> Iterator[str]:
    yield f"## {heading}\n"
    for measure in MEASURES:
        if any(measure.read(result) is not None for result in results):
            yield _write_table(results, measure)


def write_report(results: Sequence[Result]) -> str:
    """The page of results: what ran where, and the tables."""
    machines = {
        f"{result.machine['cores']} cores of {result.machine['cpu']}, {result.machine['memory']} GB"
        for result in results
    }
    versions = {f"{result.engine} {result.version}" for result in results}
    dates = sorted({result.date for result in results})
    rounds = sorted({len(result.wall) for result in results})
    return "\n".join(
        [
            "# Measured\n",
            "`python -m benchmarks.support.report` writes this page from `results.jsonl`. The README explains it.\n",
            f"- Machine: {'; '.join(sorted(machines))}",
            f"- Versions: {', '.join(sorted(versions))}",
            f"- Date: {' to '.join(dict.fromkeys([dates[0], dates[-1]]))}",
            f'- Medians of {" or ".join(map(str, rounds))} rounds; "newsgen / other" below 1: newsgen needs less\n',
            write_tables(results),
        ]
    )


def write_plot(results: Sequence[Result]) -> str:
    """A plot of time and memory of cold builds without related articles."""
    cold = [result for result in results if result.case == "cold" and not result.related]
    panels = [
        Panel("Seconds to build everything", _make_lines(cold, lambda result: result.median_wall)),
        Panel("Memory in MB", _make_lines(cold, lambda result: result.memory)),
    ]
    figures = "; ".join(
        f"{result.engine}, {result.size:,} articles: {result.median_wall:.1f} s, {result.memory:,.0f} MB"
        for result in sorted(cold, key=lambda result: (result.engine, result.size))
    )
    return draw_plot(panels, "Building a whole archive: time and memory by its size", f"{figures}.")


def _write_table(results: Sequence[Result], measure: Measure) -> str:
    engines = _order(result.engine for result in results)
    others = [name for name in engines if name != _OURS] if measure.with_ratios and _OURS in engines else []
    read = {(result.case, result.engine): measure.read(result) for result in results}
    found = {key: value for key, value in read.items() if value is not None}
    cases = [case for case in _CASES if any((case, engine) in found for engine in engines)]
    rows = [
        ["", *engines, *(f"{_OURS} / {other}" for other in others)],
        ["---", *("---:" for _ in (*engines, *others))],
    ]
    for case in cases:
        values = [found.get((case, engine)) for engine in engines]
        ratios = [_write_ratio(found.get((case, _OURS)), found.get((case, other))) for other in others]
        rows.append([_CASES[case], *("" if value is None else f"{value:{measure.form}}" for value in values), *ratios])
    return f"**{measure.heading}**\n\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _write_ratio(ours: float | None, other: float | None) -> str:
    if ours is None or not other:
        return ""
    share = ours / other
    return f"{share:.2f}" if share >= 0.1 else f"{share:.3f}"


def _make_lines(results: Sequence[Result], read: Callable[[Result], float]) -> tuple[Line, ...]:
    lines = []
    for engine in _order(result.engine for result in results):
        points = tuple((result.size, read(result)) for result in results if result.engine == engine and read(result))
        if points:
            lines.append(Line(engine, points))
    return tuple(lines)


def _order(names: Iterable[str]) -> list[str]:
    """newsgen first, the others in their order."""
    return sorted(dict.fromkeys(names), key=lambda name: name != _OURS)


def main() -> None:
    """Read the arguments and write both files."""
    parser = argparse.ArgumentParser(description="Write the page of results and the plot.")
    parser.add_argument("--results", type=Path, default=BENCHMARKS / "results.jsonl")
    parser.add_argument("--markdown", type=Path, default=BENCHMARKS / "RESULTS.md")
    parser.add_argument("--plot", type=Path, default=BENCHMARKS.parent / "docs/benchmarks.svg")
    options = parser.parse_args()
    results = read_results(options.results)
    options.markdown.write_text(write_report(results), encoding="utf-8")
    options.plot.write_text(write_plot(results), encoding="utf-8")


if __name__ == "__main__":
    main()
