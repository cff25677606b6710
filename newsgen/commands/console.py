"""What all commands print alike: counts, names of files, and problems on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from newsgen.errors import Problem, printable

# What JSON allows inside a text: line ends, at which readers of JSON lines may split, and codes that a terminal obeys.
_UNPRINTABLE = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A))}
# A problem in more places than this is printed for the first and counted for the others.
_MOST_ALIKE = 5


def count_of(number: int, noun: str) -> str:
    """A number with its noun: "1 article", "55 articles"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def left_out_note(files: Sequence[str]) -> str:
    """A sentence on the files of whose articles more than a tenth may be missing, with the name of the first."""
    whose = "its" if len(files) == 1 else "their"
    texts = count_of(len(files), "text")
    return f"{texts} left out more than a tenth of {whose} words: newsgen inspect {printable(files[0])}"


def one_line(json_text: str) -> str:
    """A text of JSON in one line, as every terminal shows it: what is no printable sign becomes a code."""
    return json_text.translate(_UNPRINTABLE)


def report_problems(problems: Iterable[Problem], note: str, verbose: bool = False) -> None:
    """Print problems on standard error, then their number and a note on what follows.

    A problem that many files share is printed for the first of them only, unless `verbose`.
    """
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.message, problem.reason, problem.fix), []).append(problem)
    for same in alike.values():
        printed = same if verbose or len(same) <= _MOST_ALIKE else same[:1]
        for problem in printed:
            print(problem, file=sys.stderr)
        if len(printed) < len(same):
            print(f"    The same in {len(same) - len(printed):,} more places (-v lists them).", file=sys.stderr)
    count = sum(map(len, alike.values()))
    print(f"{count_of(count, 'problem')}: {note}", file=sys.stderr)
