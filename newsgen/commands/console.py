"""What newsgen tells on the terminal: problems, warnings and one line of summary."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from newsgen.errors import Problem

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
        alike.setdefault((problem.message, problem.reason, problem.fix), []).append(problem)
    for same in alike.values():
        shown = same if verbose or len(same) <= _MOST_ALIKE else same[:1]
        for problem in shown:
            print(problem, file=sys.stderr)
        if len(shown) < len(same):
            print(f"    The same in {len(same) - len(shown):,} more places (-v lists them).", file=sys.stderr)
    count = sum(map(len, alike.values()))
    print(f"{count_of(count, 'problem')}: {note}", file=sys.stderr)
