"""What can go wrong with a user's files, said so that the user can mend it.

A `Problem` is one thing to mend in one place. Code that reads input raises `BuildFailed` with all the
problems that it found; whoever reads several inputs collects them, so that one run lists them all.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend: where it is, what is wrong, why that matters and what to write instead.

    `path` is relative to the site's folder where the file lies in it; `line` counts from 1, and 0 means
    the file as a whole.
    """

    path: str
    line: int
    message: str
    reason: str
    fix: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.message}\n    {self.reason}\n    {self.fix}"


class NewsgenError(Exception):
    """The input cannot become a site; `problems` says all that stands in the way, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        # Exceptions cross processes as their class and arguments, so that the argument must be the problems.
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class BuildInterrupted(NewsgenError):
    """Something stood in the way when pages were being written already; the next build goes on from there."""


class BuildLocked(NewsgenError):
    """Another build holds the site at the moment; when it has ended, the same input can be built."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, as ` Did you mean "…"?`, or nothing.

    The cutoff of 0.6 is difflib's own default: it catches a slip or two in short keys without far guesses.
    """
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f' Did you mean "{near[0]}"?' if near else ""
