"""What newsgen tells on the terminal: problems, warnings and one line of summary."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping

from newsgen.errors import Problem
from newsgen.inspection import Inspection
from newsgen.output import Counts

# More places than this with one and the same problem are counted rather than listed.
_MOST_ALIKE = 5


def count_of(number: int, noun: str) -> str:
    """A number with its noun: "1 article", "55 articles"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def report_problems(problems: Iterable[Problem], note: str, verbose: bool = False) -> None:
    """Print the problems on standard error, then a line that counts them and says what follows.

    A problem that many files share is shown in the first of them; with `verbose` in all.
    """
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.what, problem.why, problem.mend), []).append(problem)
    for same in alike.values():
        shown = same if verbose or len(same) <= _MOST_ALIKE else same[:1]
        for problem in shown:
            print(problem, file=sys.stderr)
        if len(shown) < len(same):
            print(f"    The same in {len(same) - len(shown):,} more places (-v lists them).", file=sys.stderr)
    count = sum(map(len, alike.values()))
    print(f"{count_of(count, 'problem')}: {note}", file=sys.stderr)


def report_summary(counts: Counts, articles: int, seconds: float) -> None:
    """Print what a build did, in one line."""
    files = f"{counts.written:,} written, {counts.kept:,} kept, {counts.deleted:,} deleted"
    print(f"{files} in {seconds:.1f} s ({count_of(articles, 'article')})")


def report_blanks(blanks: Mapping[str, int], articles: int) -> None:
    """Print how many articles lack a field that readers look for."""
    lacking = [f"{count:,} without {name}" for name, count in blanks.items() if count]
    if lacking:
        print(f"Of {count_of(articles, 'article')}: {', '.join(lacking)}.")


def report_notes(notes: Iterable[Problem], noun: str, what: str, verbose: bool) -> None:
    """Print how many things of a kind an editor may want to mend; with `verbose` also which."""
    notes = tuple(notes)
    if not notes:
        return
    if verbose:
        for note in notes:
            print(note, file=sys.stderr)
    print(f"{count_of(len(notes), noun)} {what}{'' if verbose else ' (-v tells which)'}.")


def report_inspection(inspection: Inspection) -> None:
    """Print a text's fields, then each line with its number, its role and the rule that gave it."""
    print(inspection.path)
    for name, value in inspection.record.items():
        if name in ("path", "lines", "body") or not value:
            continue
        parts = value if isinstance(value, list) else [value]
        names = [part["title"] or part["url"] if isinstance(part, dict) else part for part in parts]
        print(f"  {name:12} {', '.join(names)}")
    print()
    for line in inspection.lines:
        print(f"{line.number:5}  {line.role:12}  {line.rule:45.45}  {line.text:.90}")
    print()
